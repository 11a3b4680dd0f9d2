// The emulator as a process of its own: node src/sandbox/server.ts [--port 0] [--start 2026-11-25T10:00+08:00] [--token …] [--username …]

import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { createAdaptorServer } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { systemClock } from '../kernel/clock.ts'
import { ConnectionLost, createApi } from './api.ts'
import { createMovableClock } from './clock.ts'
import { controlRoutes } from './control.ts'
import { type BotProfile, createWorld } from './world.ts'

export interface RunningServer {
  address: string
  close(): Promise<void>
}

export interface ServerOptions {
  /** 0 takes any free one. */
  port: number
  bot?: BotProfile
  /** What time it is in this world at the beginning. */
  start?: Date
}

/** Listens on loopback only. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port, bot = {}, start = systemClock.now() } = options
  const clock = createMovableClock(start)
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
      start: { type: 'string' },
      token: { type: 'string' },
      username: { type: 'string' },
    },
  })
  const { port, start, token, username } = values
  const { address } = await startServer({
    port: Number(port),
    bot: { ...(token !== undefined && { token }), ...(username !== undefined && { username }) },
    ...(start !== undefined && { start: new Date(start) }),
  })
  process.stdout.write(`telegram: ${address}\n`)
}
