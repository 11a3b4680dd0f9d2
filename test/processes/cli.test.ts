// The operator's commands as real processes, beside an open database.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/kernel/clock.ts'
import { createLog } from '../../src/platform/log.ts'
import { type OpenData, openData } from '../../src/platform/store/data.ts'
import { createStore } from '../../src/platform/store/work.ts'
import { createWeb, listen } from '../../src/platform/web/server.ts'
import { openBranchOf } from '../attendance/branches.ts'
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

describe('release-secretary', () => {
  function withBranch() {
    const server = running()
    const { database } = server
    const people = [{ name: '陈敏', account: 501, office: 'secretary' as const }]
    createStore({ database, clock: systemClock, committed: () => undefined }).work((w) =>
      openBranchOf(w, { name: '青砖里支部', chat: -100, people }),
    )
    const linked = () => server.raw.prepare('SELECT person_id FROM accounts').pluck().all()
    return { ...server, linked }
  }

  test('unlinks the account beside the running server, and says in a sentence what is next', async () => {
    const server = withBranch()
    const { out, err, code } = await zhijian(['release-secretary', '青砖里支部'], server.env)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out).toMatch(/^已解除青砖里支部书记的账号.*claim-code.*我来接任.*\n$/)
    expect(out).not.toContain('陈敏')
    expect(server.linked()).toEqual([null])

    const again = await zhijian(['release-secretary', '青砖里支部'], server.env)
    expect([again.out, again.code]).toEqual(['', 1])
    expect(again.err).toMatch(/没有书记的账号.*claim-code/)
  })

  test('a name that fits no branch changes nothing, and the branches are named', async () => {
    const server = withBranch()
    const { out, err, code } = await zhijian(['release-secretary', '三号仓'], server.env)
    expect([out, code]).toEqual(['', 1])
    expect(err).toBe('没有叫这个名字的支部。现有：青砖里支部（编号 1）。\n')
    expect(server.linked()).not.toContain(null)
  })
})

describe('holidays', () => {
  function written(text: string) {
    const path = join(temporaryFolder(), '通知.txt')
    writeFileSync(path, text)
    return path
  }

  test('imports the notice of a year beside the running server', async () => {
    const server = running()
    const notice =
      '关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n'
    const { out, err, code } = await zhijian(['holidays', written(notice)], server.env)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out).toContain('已导入2027年的放假安排：放假 3 天，上班的周末 0 天。')
    expect(server.raw.prepare('SELECT year FROM holiday_years').pluck().all()).toEqual([2027])
  })

  test.for([
    ['is not there', undefined, /打不开文件/],
    ['names no year', '元旦：1月1日放假。', /没有年份/],
    ['contradicts itself', '2027年\n元旦：1月1日（周四）放假。', /对不上.*1月1日/],
  ] as const)('a file that %s changes nothing', async ([_, text, why]) => {
    const server = running()
    const path = text === undefined ? '没有这个文件.txt' : written(text)
    const { out, err, code } = await zhijian(['holidays', path], server.env)
    expect([out, code]).toEqual(['', 1])
    expect(err).toMatch(why)
    expect(server.raw.prepare('SELECT year FROM holiday_years').all()).toEqual([])
  })
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
  const commands = ['claim-code', 'backup', 'release-secretary', 'holidays', 'health']
  for (const word of ['npm run -s zhijian', ...commands]) expect(out).toContain(word)
})

test.for([
  [],
  ['unknown'],
  ['constructor'],
  ['--what'],
  ['claim-code', 'extra'],
  ['release-secretary'],
])('a command that does not exist (%s) gets the help on stderr', async (args) => {
  const { out, err, code } = await zhijian(args, {})
  expect([out, code]).toEqual(['', 1])
  expect(err).toContain('用法：')
})
