// The web server: health, its own names only, nothing loaded from elsewhere.

import { createServer } from 'node:net'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../src/platform/log.ts'
import type { Health } from '../../src/platform/web/health.ts'
import { createWeb, listen, type WebParts } from '../../src/platform/web/server.ts'

/** A server in good health, and what it logs. */
function site(changes: Partial<Health> = {}, parts: Partial<WebParts> = {}) {
  const logged: string[] = []
  const log = createLog({ level: 'debug', destination: { write: (line) => logged.push(line) } })
  const counts = () => ({ outbox_queued: 3, branches: 2 })
  const health = { probe: () => undefined, pollAgeSeconds: () => 20.4, counts, ...changes }
  const web = createWeb({ host: '127.0.0.1', publicUrl: undefined, log, health, ...parts })
  return { web, logged }
}

/** A server with something that throws what somebody wrote. */
function brokenSite() {
  const broken = new Hono().get('/broken', () => {
    throw new Error('李晓雯 13912345678')
  })
  return site({}, { routes: [broken] })
}

test('alive is answered whatever the state', async () => {
  const { web } = site({ probe: () => expect.fail(), pollAgeSeconds: () => undefined })
  const answer = await web.request('/healthz')
  expect([answer.status, await answer.json()]).toEqual([200, { alive: true }])
})

function full() {
  throw new Error('database or disk is full')
}

test.for([
  ['just polled', 0, undefined, 200, { ready: true, database: 'ok', lastPollSeconds: 0 }],
  ['polled two minutes ago', 120, undefined, 200, { ready: true, lastPollSeconds: 120 }],
  ['polled longer ago', 120.6, undefined, 503, { ready: false, lastPollSeconds: 121 }],
  ['never polled', undefined, undefined, 503, { ready: false, lastPollSeconds: null }],
  ['cannot write', 0, full, 503, { ready: false, database: 'failed' }],
] as const)('one that has %s answers ready accordingly', async ([, age, probe, status, state]) => {
  const { web } = site({ pollAgeSeconds: () => age, ...(probe && { probe }) })
  const answer = await web.request('/readyz')
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject(state)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('why it cannot write is in the log', async () => {
  const { web, logged } = site({ probe: full })
  await web.request('/readyz')
  expect(logged.join('')).toContain('database or disk is full')
})

test('counts are a line each', async () => {
  const answer = await site().web.request('/metrics')
  expect(await answer.text()).toBe('zhijian_outbox_queued 3\nzhijian_branches 2\n')
})

test.for([
  ['http://localhost:8787/healthz', 200],
  ['http://127.0.0.1:8787/healthz', 200],
  ['http://127.0.0.1/healthz', 200],
  ['http://[::1]:8787/healthz', 200],
  ['https://zhibu.example.cn/healthz', 200],
  ['http://192.168.1.5:8787/healthz', 200],
  ['http://192.168.1.6:8787/healthz', 421],
  ['http://evil.example.com:8787/healthz', 421],
  ['http://zhibu.example.cn.evil.example.com/healthz', 421],
] as const)('asked as %s it answers %s', async ([url, status]) => {
  const names = { host: '192.168.1.5', publicUrl: 'https://zhibu.example.cn' }
  expect((await site({}, names).web.request(url)).status).toBe(status)
})

test.for(['/healthz', '/nothing', '/broken', 'http://evil.example.com/'])(
  'the answer to %s lets nothing in from elsewhere',
  async (path) => {
    const { headers } = await brokenSite().web.request(path)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.has('strict-transport-security')).toBe(false)
  },
)

test('a fault has the same number for the visitor and in the log, which says nothing more', async () => {
  const { web, logged } = brokenSite()
  const answer = await web.request('/broken')
  const text = await answer.text()
  const fault = /^出错了，编号 ([A-HJ-NP-Z2-9]{4})。/.exec(text)?.[1]
  expect(answer.status).toBe(500)
  expect(logged).toHaveLength(1)
  expect(JSON.parse(logged.join(''))).toMatchObject({ fault, msg: 'a web request failed' })
  expect(logged.join('')).not.toMatch(/李晓雯|13912345678/)
})

test('it listens, answers under its address, and closes although somebody is still reading', async () => {
  const endless = new Hono().get('/news', (c) =>
    c.body(new ReadableStream({ pull: () => undefined })),
  )
  const { web } = site({}, { routes: [endless] })
  const server = await listen(web, { host: '127.0.0.1', port: 0 })
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  expect((await fetch(`${server.address}readyz`)).status).toBe(200)

  const reading = fetch(`${server.address}news`).then((answer) => answer.text())
  const broken = expect(reading).rejects.toThrow()
  await fetch(`${server.address}healthz`)
  await server.close()
  await broken
  await expect(fetch(server.address)).rejects.toThrow()
})

test('a busy port is one sentence with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  await expect(listen(site().web, { host: '127.0.0.1', port })).rejects.toThrow(
    expect.objectContaining({
      name: 'StartRefusal',
      exitCode: 1,
      message: `端口 ${port} 已被别的程序占用。请停掉它，或把 PORT 改成别的端口。`,
    }),
  )
})

test('an address this machine does not have is told so', async () => {
  await expect(listen(site().web, { host: '192.0.2.1', port: 0 })).rejects.toThrow('HOST')
})
