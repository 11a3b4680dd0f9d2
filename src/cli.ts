#!/usr/bin/env node
// The operator's commands; they work beside the running server: no lock, no migration.

import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Config, describeProblems, loadConfig, readSecretFile } from './config.ts'
import { systemClock } from './kernel/clock.ts'
import type { NoticeRefusal } from './kernel/holiday-notice.ts'
import type { ReleaseRefusal } from './members/actions/secretary-release.ts'
import type { Branch } from './organisation/store.ts'
import { StartRefusal } from './platform/start-refusal.ts'
import type { OpenDatabase } from './platform/store/database.ts'
import { dataFiles, stampOf } from './platform/store/folder.ts'
import type { Sync, Work } from './platform/store/work.ts'
import { nearby } from './platform/web/nearby.ts'

interface Command {
  about: string
  /** What has to follow its name, if anything. */
  takes?: string
  /** What goes to stdout. Throws `StartRefusal` with a sentence when it cannot. */
  run(config: Config, given: string): Promise<string>
}

const commands: Record<string, Command> = {
  'claim-code': { about: '生成一个启用码：8 位，只能用一次，7 天内有效', run: claimCode },
  backup: { about: '把数据库备份成一个检查过的文件，打印它的路径', run: backup },
  'release-secretary': {
    about: '书记的账号丢了：解除它，再用启用码接任',
    takes: '"<支部全称>"',
    run: releaseSecretary,
  },
  holidays: {
    about: '导入一年的放假安排：国务院办公厅通知的文字，存成文本文件',
    takes: '<文件>',
    run: holidays,
  },
  health: { about: '问运行中的程序是否正常：正常退出码 0，否则 1', run: health },
}

const healthTimeoutMs = 5_000

try {
  const text = await answer(process.argv.slice(2))
  process.stdout.write(`${text}\n`)
} catch (error) {
  const sentence = sentenceOf(error)
  if (sentence === undefined) throw error
  process.stderr.write(`${sentence.message}\n`)
  process.exitCode = sentence.exitCode
}

async function answer(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args,
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  if (values.help) return help()
  const [name = '', ...given] = positionals
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (given.length !== (command?.takes ? 1 : 0) || !command) throw new StartRefusal(help())
  return command.run(configured(), given[0] ?? '')
}

function help(): string {
  const lines = Object.entries(commands).flatMap(([name, { about, takes }]) =>
    takes ? [`  ${name} ${takes}`, `${' '.repeat(14)}${about}`] : `  ${name.padEnd(12)}${about}`,
  )
  return [
    '用法：npm run -s zhijian -- <命令>',
    '',
    ...lines,
    '  --help      看这份说明',
    '',
    '机器人运行时也能用。设置与机器人相同（BOT_TOKEN、DATA_DIR 等环境变量）。',
  ].join('\n')
}

function configured(): Config {
  const loaded = loadConfig(process.env, readSecretFile)
  if (!loaded.ok) throw new StartRefusal(describeProblems(loaded.problems))
  return loaded.config
}

// What touches the database is loaded only then: it takes 0.5 s and 200 MB, and containers ask
// for health every half minute.

async function claimCode(config: Config): Promise<string> {
  const { issueClaimCode } = await import('./organisation/actions.ts')
  return worked(config, issueClaimCode)
}

/** What others have to be told, the running program says: it looks once a minute. */
async function releaseSecretary(config: Config, branch: string): Promise<string> {
  const { releaseSecretary } = await import('./members/actions/secretary-release.ts')
  const outcome = await worked(config, (w) => releaseSecretary(w, branch))
  if (!outcome.ok) throw new StartRefusal(whyNotReleased(outcome))
  const { branch: released, others } = outcome
  const also = others.length > 0 ? `同时没有书记的还有${listed(others)}。` : ''
  return `已解除${released.name}书记的账号，名册和记录都没有动。${also}下一步：运行 claim-code，把启用码交给接任的同志（也可以是书记的新账号），请他在支部群里发 /start，点“我来接任”。`
}

function whyNotReleased(refusal: ReleaseRefusal): string {
  switch (refusal.reason) {
    case 'unknown':
      if (refusal.branches.length === 0) return '还没有支部。'
      return `没有叫这个名字的支部。现有：${listed(refusal.branches)}。`
    case 'ambiguous':
      return `有 ${refusal.branches.length} 个支部叫这个名字，请改写编号：${listed(refusal.branches)}。`
    case 'noSecretary':
      return `${refusal.branch.name}现在没有书记的账号，不用解除。请运行 claim-code，用启用码接任。`
  }
}

function listed(branches: readonly Branch[]): string {
  return branches.map(({ id, name }) => `${name}（编号 ${id}）`).join('、')
}

/** The running program looks once a minute. */
async function holidays(config: Config, path: string): Promise<string> {
  const { importHolidays } = await import('./organisation/actions/holidays.ts')
  const text = readNotice(path)
  const outcome = await worked(config, (w) => importHolidays(w, text))
  if (!outcome.ok) throw new StartRefusal(whyNotImported(outcome))
  const { year, rest, work } = outcome.notice
  return `已导入${year}年的放假安排：放假 ${Object.keys(rest).length} 天，上班的周末 ${work.length} 天。请和通知核对一下；不对就改好文件，再导入一次。`
}

function readNotice(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new StartRefusal(`打不开文件 ${path}。`)
  }
}

function whyNotImported(refusal: NoticeRefusal): string {
  switch (refusal.reason) {
    case 'yearMissing':
      return '文件里没有年份。请把通知连标题一起存进文件，例如：国务院办公厅关于2027年部分节假日安排的通知。'
    case 'nothingFound':
      return '文件里没有读到放假安排。每个节日写一行，例如：一、元旦：1月1日（周五）至3日（周日）放假，共3天。'
    case 'wrong':
      return `这一句前后对不上，请和通知核对：“${refusal.sentence}”。什么都没有导入。`
  }
}

async function backup(config: Config): Promise<string> {
  const { backUp } = await import('./platform/store/backup.ts')
  const { schemaVersionOf } = await import('./platform/store/migrate.ts')
  const { backups: folder } = dataFiles(config.dataDir)
  return beside(config, ({ raw }) =>
    backUp(raw, { folder, schemaVersion: schemaVersionOf(raw), now: systemClock.now() }),
  )
}

async function health({ host, port }: Config): Promise<string> {
  const url = `http://${nearby(host)}:${port}/readyz`
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(healthTimeoutMs) })
    const text = await response.text()
    if (response.ok) return text
    throw new StartRefusal(`程序在运行，但还没有就绪：${text}`)
  } catch (error) {
    if (error instanceof StartRefusal) throw error
    throw new StartRefusal(`${url} 没有应答。程序没有运行，或 HOST、PORT 与它的不同。`)
  }
}

/** One transaction beside a server that may be running. */
async function worked<T>(config: Config, body: (w: Work) => Sync<T>): Promise<T> {
  const { createStore } = await import('./platform/store/work.ts')
  return beside(config, ({ database }) =>
    createStore({ database, clock: systemClock, committed: () => undefined }).work(body),
  )
}

/** Runs `body` on the database of a server that may be running, if it is of this version. */
async function beside<T>(config: Config, body: (open: OpenDatabase) => T): Promise<T> {
  const { database } = dataFiles(config.dataDir)
  if (!existsSync(database)) throw new StartRefusal(noDatabase(config))
  if (stampOf(config.dataDir) === 'sandbox') {
    process.stderr.write(`注意：${config.dataDir} 是沙盒的数据目录，不是机器人的。\n`)
  }
  const { openDatabase } = await import('./platform/store/database.ts')
  const open = openDatabase(database)
  try {
    await refuseOlder(open)
    return body(open)
  } finally {
    // Not open.close(): writing the log back is the server's business while it runs.
    open.raw.close()
  }
}

async function refuseOlder({ raw }: OpenDatabase): Promise<void> {
  const { migrationsFolder, pendingMigrations } = await import('./platform/store/migrate.ts')
  if (pendingMigrations(raw, migrationsFolder).length === 0) return
  throw new StartRefusal(
    '数据库还是旧版本的。请先用这个版本启动一次机器人（npm start），它会先备份再升级。',
  )
}

function noDatabase({ mode, dataDir }: Config): string {
  const why =
    mode === 'sandbox' && process.env.DATA_DIR === undefined
      ? '没有设 BOT_TOKEN，所以找的是沙盒的目录；机器人用的 BOT_TOKEN 或 DATA_DIR，在这里也要设。'
      : '请核对 DATA_DIR。'
  return `${dataDir} 里没有数据库。${why}第一次使用，请先启动一次机器人（npm start）。`
}

function sentenceOf(error: unknown): StartRefusal | undefined {
  if (error instanceof StartRefusal) return error
  const code = String((error as { code?: unknown }).code)
  if (code.startsWith('ERR_PARSE_ARGS')) return new StartRefusal(help())
  if (code.startsWith('SQLITE_BUSY')) return new StartRefusal('数据库正忙，请过几秒再试。')
  return undefined
}
