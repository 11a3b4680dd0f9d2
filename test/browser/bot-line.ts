// The page over a stage of this process, with a line of its own to the bot's API.

import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { createLog } from '../../src/platform/log.ts'
import { openData } from '../../src/platform/store/data.ts'
import { createApi } from '../../src/sandbox/api.ts'
import { chatRoutes } from '../../src/sandbox/chat.ts'
import { asFetch } from '../../src/sandbox/fetch.ts'
import { pageRoutes } from '../../src/sandbox/pages.ts'
import { Playground } from '../../src/sandbox/playground.ts'
import { setStage } from '../../src/sandbox/seed.ts'
import type { World } from '../../src/sandbox/world.ts'

export interface BotLine {
  address: string
  world: World
  /** Says something in the bot's name to the sample person of that name. */
  says(name: string, text: string, reply_markup?: object): Promise<void>
  stop(): Promise<void>
}

/** The blank scene, its page, and the bot's voice. */
export async function openBotLine(): Promise<BotLine> {
  const dir = mkdtempSync(join(tmpdir(), 'zhijian-line-'))
  const playground = playgroundIn(dir)
  await playground.reset('blank')
  const { world, cast, web } = playground.stage as Awaited<ReturnType<typeof setStage>>
  const server = createAdaptorServer({ fetch: web.fetch })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const send = asFetch(createApi(world))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    world,
    async says(name, text, reply_markup) {
      const chat_id = cast.personas.find((one) => one.name === name)?.person.id
      const body = JSON.stringify({ chat_id, text, reply_markup })
      const headers = { 'content-type': 'application/json' }
      const address = `http://telegram/bot${world.bot.token}/sendMessage`
      const answer = await send(address, { method: 'POST', headers, body })
      if (!answer.ok) throw new Error(await answer.text())
    },
    async stop() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close()
      await playground.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function playgroundIn(dir: string): Playground {
  const playground: Playground = new Playground(() =>
    setStage({
      data: openData({ dir, mode: 'sandbox', now: new Date(0) }),
      log: createLog({ level: 'warn' }),
      zone: 'Asia/Shanghai',
      web: {
        host: '127.0.0.1',
        publicUrl: undefined,
        routes: [pageRoutes, chatRoutes(playground)],
      },
      giveUp: (code) => {
        throw new Error(`the process would leave with ${code}`)
      },
    }),
  )
  return playground
}
