// The small web server: answers only under its own names, lets pages load nothing from elsewhere.

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { faultFields, faultId, type Log } from '../log.ts'
import { StartRefusal } from '../start-refusal.ts'
import { type Health, healthRoutes } from './health.ts'
import { nearby } from './nearby.ts'

export interface WebParts {
  host: string
  publicUrl: string | undefined
  log: Log
  health: Health
  routes?: readonly Hono[]
}

export interface Listening {
  /** Where a browser on this machine finds it, e.g. `http://127.0.0.1:8787/`. */
  address: string
  close(): Promise<void>
}

/** All routes behind the checks every request passes. */
export function createWeb({ host, publicUrl, log, health, routes = [] }: WebParts): Hono {
  const web = new Hono()
  web.use(headers())
  web.use(ownNamesOnly(host, publicUrl))
  for (const part of [healthRoutes(health, log), ...routes]) web.route('/', part)
  web.notFound((c) => c.text('没有这个页面。', 404))
  web.onError((error, c) => {
    const fault = faultId()
    log.error({ fault, ...faultFields(error) }, 'a web request failed')
    return c.text(`出错了，编号 ${fault}。请再试一次；若仍不行，把编号告诉管理员。`, 500)
  })
  return web
}

/** Listens at `host` and `port` (0: any free one). Rejects with `StartRefusal` when it cannot. */
export async function listen(
  web: Pick<Hono, 'fetch'>,
  at: { host: string; port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: web.fetch })
  server.listen(at.port, at.host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw cannotListen(error as NodeJS.ErrnoException, at.port)
  }
  const { port } = server.address() as AddressInfo
  return { address: `http://${nearby(at.host)}:${port}/`, close: () => close(server) }
}

function headers(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    // Whoever ends TLS in front of it decides that for the whole name.
    strictTransportSecurity: false,
  })
}

/**
 * Any page can point a name of its own at 127.0.0.1 and read what is served there (DNS
 * rebinding); it cannot choose the Host header its visitors' browsers send.
 */
function ownNamesOnly(host: string, publicUrl: string | undefined): MiddlewareHandler {
  const names = new Set(['localhost', '127.0.0.1', '[::1]', nearby(host).toLowerCase()])
  if (publicUrl !== undefined) names.add(new URL(publicUrl).hostname)
  return async (c, next) => {
    if (names.has(new URL(c.req.url).hostname)) return next()
    return c.text('这里不认得这个网址。请用本机地址打开，或把它设为 PUBLIC_URL。', 421)
  }
}

function cannotListen(error: NodeJS.ErrnoException, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `端口 ${port} 已被别的程序占用。请停掉它，或把 PORT 改成别的端口。`,
    EACCES: `没有权限使用端口 ${port}。请把 PORT 改成 1024 以上的端口。`,
    EADDRNOTAVAIL: '本机没有 HOST 所写的地址。请把 HOST 改成 127.0.0.1。',
    ENOTFOUND: '本机没有 HOST 所写的地址。请把 HOST 改成 127.0.0.1。',
  }
  const sentence = reasons[error.code ?? '']
  return sentence === undefined ? error : new StartRefusal(sentence)
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    // Pages that listen for news would keep it open for ever.
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
