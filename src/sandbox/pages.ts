// The page itself: its HTML, scripts and styles.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'

const folder = join(import.meta.dirname, 'public')
const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
}

/** `/` and `/page/<file>`. */
export const pageRoutes = new Hono()
  .get('/', () => page('index.html'))
  .get('/page/:name{[a-z0-9-]+\\.(?:css|js|svg|png|woff2)}', (c) => page(c.req.param('name')))

async function page(name: string): Promise<Response> {
  const bytes = await readFile(join(folder, name)).catch(() => undefined)
  if (!bytes) return new Response('没有这个页面。', { status: 404 })
  const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  // Fresh after an upgrade, without asking anybody to reload twice.
  return new Response(bytes, { headers: { 'content-type': type, 'cache-control': 'no-cache' } })
}
