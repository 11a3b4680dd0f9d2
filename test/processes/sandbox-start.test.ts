// The sandbox as people start it: one process, no token, one line to read.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../src/platform/log.ts'
import { StartRefusal } from '../../src/platform/start-refusal.ts'
import { openData } from '../../src/platform/store/data.ts'
import { createSandbox } from '../../src/sandbox/main.ts'
import { temporaryFolder } from '../support/database.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

function start(dataDir: string) {
  const env = { DATA_DIR: dataDir, PORT: '0' }
  const child = spawn(process.execPath, [main], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

test('prints only its address, serves the page, and ends when told to, even while pages listen', async () => {
  const child = start(join(temporaryFolder(), 'data'))
  const errors = text(child.stderr)
  const lines: string[] = []
  const reading = createInterface(child.stdout).on('line', (line) => lines.push(line))
  await once(reading, 'line')
  const address = /^sandbox: (http:\/\/127\.0\.0\.1:\d+\/)$/.exec(lines[0] ?? '')?.[1] ?? ''
  const page = await fetch(address)
  expect(await page.text()).toContain('指尖支部')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  const screen = await fetch(`${address}api/screen`)
  const { me, scene } = (await screen.json()) as { me: { id: number }; scene: string }
  expect(scene).toBe('blank')
  const news = await fetch(`${address}api/events?as=${me.id}`)
  expect(news.headers.get('content-type')).toContain('text/event-stream')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(lines).toHaveLength(1)
  expect(await errors).toMatch(/^没有设置 BOT_TOKEN/)
})

test('never touches a folder with real data', async () => {
  const dir = temporaryFolder()
  const real = openData({ dir, mode: 'telegram', now: new Date(0) })
  real.close()
  const treasure = join(dir, 'files')
  writeFileSync(treasure, 'kept')
  const child = start(dir)
  const errors = text(child.stderr)
  expect(await once(child, 'exit')).toEqual([1, null])
  expect(await errors).toContain('存的是真实数据，沙盒不会用它')
  expect(existsSync(treasure)).toBe(true)
})

test('begins blank each time, in a folder that the bot will not take', async () => {
  const dir = temporaryFolder()
  const sandbox = createSandbox({
    openData: () => openData({ dir, mode: 'sandbox', now: new Date(0) }),
    log: createLog({ level: 'warn' }),
    zone: 'Asia/Shanghai',
    web: { host: '127.0.0.1', publicUrl: undefined },
    giveUp: (code) => expect.fail(`the process would leave with ${code}`),
  })
  const ask = (path: string) =>
    sandbox.web.fetch(new Request(`http://127.0.0.1:8787/api/${path}`)) as Promise<Response>
  expect((await ask('tour')).status).toBe(503)
  await sandbox.start()
  expect(await (await ask('tour')).json()).toMatchObject({ scene: 'blank', next: 'open' })
  const elsewhere = new Request('http://elsewhere.example/api/tour')
  expect((await sandbox.web.fetch(elsewhere)).status).toBe(421)
  await sandbox.stop()
  expect(() => openData({ dir, mode: 'telegram', now: new Date(0) })).toThrow(StartRefusal)
})
