// The page's HTTP: who asks for what, and who is kept out.

import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { bodyOf, numberAsked, Unable } from './asked.ts'
import { deeds } from './deeds.ts'
import { download, largestFileBytes, receive } from './exchange.ts'
import { personaNumbered } from './part.ts'
import type { Playground } from './playground.ts'
import { menuFor, screenOf } from './screen.ts'
import { events } from './stream.ts'
import { tourOf } from './tour.ts'

const largestBodyBytes = 64 * 1_024

/** Everything under `/api/`, over what is being played. */
export function chatRoutes(playground: Playground): Hono {
  const api = new Hono()
    .use(sameSiteOnly)
    .route('/', reads(playground))
    .route('/', writes(playground))
    .onError((error, c) => {
      if (!(error instanceof Unable)) throw error
      return c.json({ ok: false, error: error.message }, error.status)
    })
  return new Hono().route('/api', api)
}

function reads(playground: Playground): Hono {
  const stage = () => playground.stage
  return new Hono()
    .use(async (c, next) => {
      await next()
      c.header('cache-control', 'no-store')
    })
    .get('/screen', (c) => {
      const isSomebody = c.req.query('as') !== undefined
      const { secretary } = stage().cast
      const player = isSomebody ? personaNumbered(stage(), numberAsked(c, 'as')) : secretary
      return c.json(screenOf(stage(), player, playground.scene))
    })
    .get('/menu', (c) => c.json(menuFor(stage(), personaNumbered(stage(), numberAsked(c, 'as')))))
    .get('/tour', (c) => c.json(tourOf(stage(), playground.scene)))
    .get('/events', (c) => events(c, playground))
    .get('/file/:id', (c) => download(c, playground))
}

function writes(playground: Playground): Hono {
  const routes = new Hono()
    .use(async (_, next) => {
      playground.checkQuiet()
      await next()
    })
    .post('/file', limit(largestFileBytes, '文件超过 20 MB，发不了。'), async (c) => {
      await receive(c, playground.stage)
      return c.json({ ok: true })
    })
  for (const [name, deed] of Object.entries(deeds)) {
    routes.post(`/${name}`, limit(largestBodyBytes, '内容太长了。'), async (c) => {
      const answer = await deed(playground, await bodyOf(c))
      return c.json({ ok: true, ...answer })
    })
  }
  return routes
}

function limit(maxSize: number, sentence: string): MiddlewareHandler {
  const onError = () => {
    throw new Unable(sentence, 413)
  }
  return bodyLimit({ maxSize, onError })
}

/** Another site's page may send requests here, but its browser says whose they are. */
const sameSiteOnly: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== new URL(c.req.url).origin) {
    throw new Unable('这里只认自己的页面。', 403)
  }
  await next()
}
