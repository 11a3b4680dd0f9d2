// The settings of the database connection, and what the file is like afterwards.

import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import {
  assertPragmas,
  type OpenDatabase,
  openDatabase,
  probeWrite,
} from '../../../src/platform/store/database.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function open(): OpenDatabase & { file: string } {
  const file = join(temporaryFolder(), 'zhijian.db')
  const opened = openDatabase(file)
  onTestFinished(() => void (opened.raw.open && opened.raw.close()))
  return { ...opened, file }
}

test.for([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['busy_timeout', 3_000],
  ['trusted_schema', 0],
  ['temp_store', 2],
  ['cell_size_check', 1],
  ['secure_delete', 2],
  ['journal_size_limit', 67_108_864],
] as const)('after the first write %s is %s', ([name, value]) => {
  const { raw } = open()
  raw.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)')
  expect(raw.pragma(name, { simple: true })).toBe(value)
})

test('a setting that does not hold is noticed', () => {
  const { raw } = open()
  raw.pragma('synchronous = NORMAL')
  expect(() => assertPragmas(raw)).toThrow('PRAGMA synchronous is 1, must be 2')
})

test('only its owner may read the file and its log', () => {
  const { raw, file } = open()
  raw.exec('CREATE TABLE t (x)')
  for (const path of [file, `${file}-wal`, `${file}-shm`]) {
    expect(statSync(path).mode & 0o777).toBe(0o600)
  }
})

test('once closed the file alone is the database, even if somebody else still has it open', () => {
  const { raw, file, close } = open()
  const other = new BetterSqlite3(file)
  onTestFinished(() => void other.close())
  other.pragma('user_version')
  raw.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)')
  close()
  expect(statSync(`${file}-wal`).size).toBe(0)
  other.close()
  expect(existsSync(`${file}-wal`)).toBe(false)
})

test('the write probe really writes, changes nothing, and throws when it cannot', () => {
  const { raw, file } = open()
  raw.pragma('user_version = 7')
  const before = statSync(`${file}-wal`).size
  probeWrite(raw)
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(before)
  expect(raw.pragma('user_version', { simple: true })).toBe(7)

  raw.pragma('query_only = ON')
  expect(() => probeWrite(raw)).toThrow('readonly')
})
