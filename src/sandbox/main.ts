// The sandbox: production's program over a Telegram of our own, and a page to play with both.

import type { Hono } from 'hono'
import { chatRoutes } from './chat.ts'
import { pageRoutes } from './pages.ts'
import { Playground } from './playground.ts'
import { type SeedParts, type SetStage, setStage } from './seed.ts'

export interface SandboxParts extends Omit<SeedParts, 'data'> {
  /** Each time a blank database; the one before is closed by then. */
  openData(): SeedParts['data']
}

export interface Sandbox {
  /** Answers what is asked at the program's address, whatever is being played. */
  web: { fetch(request: Request): Response | Promise<Response> }
  /** Sets the blank scene and starts the program in it. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Prepares it; before `start` there is nothing to see. */
export function createSandbox(parts: SandboxParts): Sandbox {
  let current: SetStage | undefined
  const routes: Hono[] = []
  const playground = new Playground(async () => {
    const data = parts.openData()
    current = await setStage({ ...parts, data, web: { ...parts.web, routes } })
    return current
  })
  routes.push(pageRoutes, chatRoutes(playground))
  return {
    web: { fetch: (request) => current?.web.fetch(request) ?? new Response(null, { status: 503 }) },
    start: () => playground.reset('blank'),
    stop: () => playground.stop(),
  }
}
