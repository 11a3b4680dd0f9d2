// The emulator on a real socket, in the test's own process: both sides of every call can be seen.

import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createApi } from '../../src/sandbox/api.ts'
import type { World } from '../../src/sandbox/world.ts'

export interface Loopback {
  /** For TELEGRAM_API_ROOT. */
  address: string
  close(): void
}

/** Serves the world's Bot API on a free port of 127.0.0.1. */
export async function loopback(world: World): Promise<Loopback> {
  const api = createApi(world)
  const server = createAdaptorServer({
    fetch: async (request, { incoming }) => {
      try {
        return await api.handle(request)
      } catch {
        ;(incoming as IncomingMessage).socket.destroy()
        return RESPONSE_ALREADY_SENT
      }
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close()
    },
  }
}
