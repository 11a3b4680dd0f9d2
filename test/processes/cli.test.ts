// The operator's commands as real processes, beside an open database.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../src/platform/log.ts'
import { type OpenData, openData } from '../../src/platform/store/data.ts'
import { createWeb, listen } from '../../src/platform/web/server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const token = `123456789:${'AbC-_'.repeat(7)}`
const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

/** Runs a command the way `npm run -s zhijian` does; `cwd` is where ./data would be. */
async function zhijian(args: string[], env: Record<string, string>, cwd?: string) {
  const child = spawn(process.execPath, [cli, ...args], { env, cwd })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  return { out, err, code }
}

/** A running server's data: locked and open for as long as the test takes. */
function running(
  mode: 'telegram' | 'sandbox' = 'telegram',
): OpenData & { env: Record<string, string> } {
  const dir = join(temporaryFolder(), 'data')
  const data = openData({ dir, mode, now: new Date('2026-12-04T11:00:00Z') })
  onTestFinished(() => void (data.raw.open && data.close()))
  return { ...data, env: { DATA_DIR: dir, BOT_TOKEN: token } }
}

function codes({ raw }: OpenData) {
  return raw.prepare('SELECT hash, expires_at - created_at AS life, used_at FROM claim_codes').all()
}

test('claim-code prints only the code, beside the running server, and keeps only its hash', async () => {
  const server = running()
  const { out, err, code } = await zhijian(['claim-code'], server.env)
  expect({ err, code }).toEqual({ err: '', code: 0 })
  expect(out).toMatch(/^[A-HJ-NP-Z2-9]{8}\n$/)
  const hash = createHash('sha256').update(out.trim()).digest('hex')
  expect(codes(server)).toEqual([{ hash, life: 7 * 86_400_000, used_at: null }])
})

test('while the database is being written for long, it gives up with a sentence', async () => {
  const server = running()
  server.raw.exec('BEGIN IMMEDIATE')
  const { out, err, code } = await zhijian(['claim-code'], server.env)
  expect([out, err, code]).toEqual(['', '数据库正忙，请过几秒再试。\n', 1])
  server.raw.exec('ROLLBACK')
})

test('backup prints the path of a copy that opens', async () => {
  const server = running()
  server.raw.pragma('user_version = 7')
  const { out, code } = await zhijian(['backup'], server.env)
  expect(code).toBe(0)
  expect(readdirSync(server.files.backups).map((name) => join(server.files.backups, name))).toEqual(
    [out.trim()],
  )
  const copy = new BetterSqlite3(out.trim(), { readonly: true })
  onTestFinished(() => void copy.close())
  expect(copy.pragma('user_version', { simple: true })).toBe(7)
})

test.for([
  ['an older', 'DELETE FROM __drizzle_migrations', /旧版本.*npm start.*备份/],
  [
    'a newer',
    "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9e12)",
    /更新版本.*装回新版本/,
  ],
] as const)('a database of %s version is refused and not changed', async ([, sql, sentence]) => {
  const server = running()
  server.raw.exec(sql)
  const { out, err, code } = await zhijian(['claim-code'], server.env)
  expect([out, code]).toEqual(['', 1])
  expect(err).toMatch(sentence)
  expect(codes(server)).toEqual([])
})

test('without a database it says what to do and makes nothing', async () => {
  const cwd = temporaryFolder()
  const none = await zhijian(['claim-code'], { DATA_DIR: './absent' }, cwd)
  expect([none.out, none.code]).toEqual(['', 1])
  expect(none.err).toMatch(/^\.\/absent 里没有数据库。请核对 DATA_DIR。.*npm start/)

  const noToken = await zhijian(['backup'], {}, cwd)
  expect(noToken.err).toMatch(/^\.\/data-sandbox 里没有数据库。没有设 BOT_TOKEN.*沙盒/)
  expect(existsSync(join(cwd, 'absent'))).toBe(false)
  expect(readdirSync(cwd)).toEqual([])
})

test('a code of the sandbox is called so, on stderr', async () => {
  const { env } = running('sandbox')
  const { out, err } = await zhijian(['claim-code'], { DATA_DIR: env.DATA_DIR ?? '' })
  expect(out).toMatch(/^[A-HJ-NP-Z2-9]{8}\n$/)
  expect(err).toContain('沙盒')
})

test('wrong settings are told by name, all at once', async () => {
  const { err, code } = await zhijian(['claim-code'], { PORT: 'x', BOT_TOKEN: 'secret' })
  expect(code).toBe(1)
  expect(err).toMatch(/2 处.*BOT_TOKEN.*PORT/s)
  expect(err).not.toContain('secret')
})

test('health asks the server and answers by exit code', async () => {
  let age = 5
  const log = createLog({ level: 'error' })
  const health = { probe: () => undefined, pollAgeSeconds: () => age, counts: () => ({}) }
  const web = createWeb({ host: '127.0.0.1', publicUrl: undefined, log, health })
  const server = await listen(web, { host: '127.0.0.1', port: 0 })
  const env = { PORT: new URL(server.address).port, HOST: '0.0.0.0' }

  expect((await zhijian(['health'], env)).code).toBe(0)
  age = 500
  const late = await zhijian(['health'], env)
  expect([late.out, late.code]).toEqual(['', 1])
  expect(late.err).toContain('还没有就绪')

  await server.close()
  const gone = await zhijian(['health'], env)
  expect([gone.out, gone.code]).toEqual(['', 1])
  expect(gone.err).toContain('没有应答')
})

test('--help lists the commands', async () => {
  const { out, err, code } = await zhijian(['--help'], {})
  expect([err, code]).toEqual(['', 0])
  for (const word of ['npm run -s zhijian', 'claim-code', 'backup', 'health'])
    expect(out).toContain(word)
})

test.for([[], ['unknown'], ['constructor'], ['--what'], ['claim-code', 'extra']])(
  'a command that does not exist (%s) gets the help on stderr',
  async (args) => {
    const { out, err, code } = await zhijian(args, {})
    expect([out, code]).toEqual(['', 1])
    expect(err).toContain('用法：')
  },
)
