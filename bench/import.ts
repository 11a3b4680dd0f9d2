// A roster of 5,000 people, from the bytes of a workbook to the database, and what the bot feels of it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as passes } from 'node:timers/promises'
import { writeXlsx } from 'hucre/xlsx'
import { systemClock } from '../src/kernel/clock.ts'
import { type AccountId, privateChat } from '../src/kernel/ids.ts'
import { importRoster } from '../src/members/actions/roster.ts'
import { identify } from '../src/members/identify.ts'
import { parseRosterGrids } from '../src/members/rules/roster-grid.ts'
import type { RosterLine } from '../src/members/rules/roster-lines.ts'
import { readTable } from '../src/platform/documents/table.ts'
import { openData } from '../src/platform/store/data.ts'
import { createStore } from '../src/platform/store/work.ts'
import { foundBranch } from '../test/faults/branch.ts'

export interface ImportCosts {
  fileKb: number
  /** In the thread of its own, with its start. */
  readMs: number
  /** For how long nothing else got a turn meanwhile, at the longest. */
  lagMs: number
  /** How much more memory the process held at the most. */
  memoryMb: number
  /** From cells to people, on the main thread. */
  understandMs: number
  /** The transaction of 导入, on the main thread. */
  writeMs: number
}

const people = 5_000
const sampleMs = 5

/** Reads the roster, understands it and imports it into a branch of two. */
export async function measureImport(): Promise<ImportCosts> {
  const bytes = await roster()
  const watch = watchProcess()
  const [table, readMs] = await timed(() =>
    readTable({ name: '花名册.xlsx', bytes }, new AbortController().signal),
  )
  const felt = await watch.end()
  if (!table.ok) throw new Error(table.reason)
  const [read, understandMs] = await timed(() => parseRosterGrids(table.grids))
  if (read.lines.length !== people) throw new Error(`${read.lines.length} people were found`)
  const [, writeMs] = await write(read.lines)
  return { fileKb: bytes.length / 1_024, readMs, ...felt, understandMs, writeMs }
}

function roster(): Promise<Uint8Array> {
  const heads = ['序号', '党小组', '姓名', '性别', '联系电话', '政治面貌', '入党时间', '备注']
  const rows = Array.from({ length: people }, (_, at) => [
    at + 1,
    `第${(at % 40) + 1}党小组`,
    `同${String.fromCharCode(0x4e00 + (at % 3_000))}${String.fromCharCode(0x5000 + (at % 911))}`,
    at % 2 === 0 ? '男' : '女',
    10_000_000_000 + at * 7_919,
    at % 9 === 0 ? '预备党员' : '中共党员',
    2_000.07,
    '',
  ])
  return writeXlsx({ sheets: [{ name: '花名册', rows: [['党员花名册'], heads, ...rows] }] })
}

function write(lines: readonly RosterLine[]) {
  const folder = mkdtempSync(join(tmpdir(), 'zhijian-bench-'))
  const data = openData({ dir: join(folder, 'data'), mode: 'telegram', now: systemClock.now() })
  const { database } = data
  const store = createStore({ database, clock: systemClock, committed: () => undefined })
  const comrades = [1, 2].map((id) => ({ id, name: `创始人${id}` }))
  const group = { id: -1_002_000_000_001, title: '青砖里文创园联合党支部' }
  const branch = store.work((w) => foundBranch(w, { group, comrades }))
  const account = 1 as AccountId
  const place = { chat: privateChat(account), kind: 'private' as const }
  const from = { account, displayName: '', place }
  const written = timed(() =>
    store.work((w) => importRoster(w, identify(w, from), { branch, lines })),
  )
  return written.finally(() => {
    data.close()
    rmSync(folder, { recursive: true })
  })
}

/** Looks every few milliseconds how much memory the process holds, and how late it gets to look. */
function watchProcess() {
  const before = process.memoryUsage.rss()
  let isOver = false
  let [lagMs, most] = [0, before]
  const look = async () => {
    while (!isOver) {
      const began = performance.now()
      await passes(sampleMs)
      lagMs = Math.max(lagMs, performance.now() - began - sampleMs)
      most = Math.max(most, process.memoryUsage.rss())
    }
  }
  const looking = look()
  return {
    async end() {
      isOver = true
      await looking
      return { lagMs, memoryMb: (most - before) / 1_024 ** 2 }
    },
  }
}

async function timed<T>(body: () => T | Promise<T>): Promise<[T, number]> {
  const began = performance.now()
  const result = await body()
  return [result, performance.now() - began]
}
