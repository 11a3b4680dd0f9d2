// The program as an operator meets it: the start line of package.json as a real process.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { openData } from '../../src/platform/store/data.ts'
import type { Seen } from '../../src/sandbox/seen.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const root = fileURLToPath(new URL('../..', import.meta.url))
const now = new Date('2026-11-25T02:00:00Z')
/** A container is killed 10 s after it was asked to stop. */
const stopWithinMs = 10_000
const patience = { timeout: 20_000, interval: 20 }

interface Ended {
  out: string
  err: string
  code: number | null
}

/** Runs a line of `node …` in the project's folder; it is gone when the test is over. */
function run(line: string, env: Record<string, string>) {
  const [, ...args] = line.split(' ')
  const child = spawn(process.execPath, args, { cwd: root, env })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  const ended = once(child, 'close').then(([code]): Ended => ({ ...said, code }))
  return { said, ended, kill: (signal: NodeJS.Signals) => child.kill(signal) }
}

function start(env: Record<string, string>) {
  return run(packageJson.scripts.start, { BOT_TOKEN: token, PORT: '0', ...env })
}

describe('a start that cannot be is refused in words', { timeout: 30_000 }, () => {
  test('wrong settings are told all at once, by name, without their values', async () => {
    const wrong = { BOT_TOKEN: 'secret', PORT: 'x', TIME_ZONE: 'Mars/Base' }
    const { out, err, code } = await start(wrong).ended
    expect([out, code]).toEqual(['', 1])
    expect(err).toMatch(/3 处.*BOT_TOKEN.*PORT.*TIME_ZONE/s)
    expect(err).not.toContain('secret')
  })

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { out, err, code } = await start({ DATA_DIR: temporaryFolder(), PORT: `${port}` }).ended
    expect([out, code]).toEqual(['', 1])
    expect(err).toBe(`端口 ${port} 已被别的程序占用。请停掉它，或把 PORT 改成别的端口。\n`)
  })

  test('data that another process is using', async () => {
    const dir = join(temporaryFolder(), 'data')
    const first = openData({ dir, mode: 'telegram', now })
    onTestFinished(() => first.close())
    const { out, err, code } = await start({ DATA_DIR: dir }).ended
    expect([out, code]).toEqual(['', 75])
    expect(err).toMatch(/^另一个进程正在用同一个数据目录。.*DATA_DIR。\n$/)
  })

  test('a data folder of the sandbox', async () => {
    const dir = join(temporaryFolder(), 'data')
    openData({ dir, mode: 'sandbox', now }).close()
    const { out, err, code } = await start({ DATA_DIR: dir }).ended
    expect([out, code]).toEqual(['', 1])
    expect(err).toMatch(/沙盒用的.*请把 DATA_DIR 改成另一个目录/)
  })
})

test('with a token it starts, is ready, answers, and leaves in order on SIGTERM', async () => {
  const telegram = await emulator()
  const dir = join(temporaryFolder(), 'data')
  const program = start({ DATA_DIR: dir, TELEGRAM_API_ROOT: telegram.address })
  const address = await vi.waitUntil(() => /http:[^"]+/.exec(program.said.err)?.[0], patience)
  await vi.waitUntil(async () => (await fetch(`${address}readyz`)).ok, patience)

  const { id } = await telegram.ask<{ id: number }>('people', { firstName: '陈敏' })
  await telegram.ask(`people/${id}/opens`, {})
  const screen = { chat: Number.parseInt(token, 10) }
  const answer = await vi.waitUntil(async () => {
    const seen = await telegram.ask<Seen[]>(`people/${id}/sees`, screen)
    return seen.find(({ from }) => from.isBot)
  }, patience)
  expect(answer.text).toContain('支部小助手')

  program.kill('SIGTERM')
  const { out, err, code } = await vi.waitFor(() => program.ended, { timeout: stopWithinMs })
  expect([out, code]).toEqual(['', 0])
  expect(err).not.toMatch(/陈敏|AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/)
  expect(await telegram.ask('violations')).toEqual([])
  // What it held is free again, and whole.
  openData({ dir, mode: 'telegram', now }).close()
}, 30_000)

/** The emulator as its own process, asked over its control routes. */
async function emulator() {
  const server = run(`node src/sandbox/server.ts --token ${token} --username qzl_zhibu_bot`, {})
  const address = await vi.waitUntil(() => /http:\S+/.exec(server.said.out)?.[0], patience)

  async function ask<T>(path: string, body?: object): Promise<T> {
    const init = body && { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(`${address}/control/${path}`, init)
    if (!response.ok) throw new Error(await response.text())
    return (await response.json()) as T
  }
  return { address, ask }
}
