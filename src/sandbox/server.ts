// The emulator as a process of its own: node src/sandbox/server.ts [--port 0] [--token …] [--username …]

import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { createAdaptorServer } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { systemClock } from '../kernel/clock.ts'
import { ConnectionLost, createApi } from './api.ts'
import { controlRoutes } from './control.ts'
import { shiftedClock } from './shifted-clock.ts'
import { type BotProfile, createWorld } from './world.ts'

export interface RunningServer {
  address: string
  close(): Promise<void>
}

/** Listens on loopback only; port 0 takes any free one. */
export async function startServer(port: number, bot: BotProfile = {}): Promise<RunningServer> {
  const clock = shiftedClock(systemClock)
  const world = createWorld({ clock, bot })
  const api = createApi(world)
  const app = new Hono<{ Bindings: { incoming: IncomingMessage } }>()
  app.route('/', controlRoutes(world, clock))
  app.all('*', async (c) => {
    try {
      return await api.handle(c.req.raw)
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
      c.env.incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      token: { type: 'string' },
      username: { type: 'string' },
    },
  })
  const { port, token, username } = values
  const bot = { ...(token !== undefined && { token }), ...(username !== undefined && { username }) }
  const { address } = await startServer(Number(port), bot)
  process.stdout.write(`telegram: ${address}\n`)
}
