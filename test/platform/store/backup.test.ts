// A backup is one sound file, or nothing.

import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { backUp } from '../../../src/platform/store/backup.ts'
import { openDatabase } from '../../../src/platform/store/database.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const now = new Date('2026-12-04T11:00:00.123Z')

function used() {
  const dir = temporaryFolder()
  const { raw } = openDatabase(join(dir, 'zhijian.db'))
  onTestFinished(() => void raw.close())
  raw.exec(`CREATE TABLE people (id INTEGER PRIMARY KEY);
    CREATE TABLE marks (person_id INTEGER REFERENCES people(id));
    INSERT INTO people VALUES (1), (2); INSERT INTO marks VALUES (1)`)
  return { raw, plan: { folder: join(dir, 'backups'), schemaVersion: 3, now } }
}

test('it holds what was committed, needs no other file, and is only for its owner', () => {
  const { raw, plan } = used()
  const path = backUp(raw, plan)
  expect(path).toBe(join(plan.folder, 'zhijian-v3-20261204T110000123Z.db'))
  expect(readdirSync(plan.folder)).toEqual(['zhijian-v3-20261204T110000123Z.db'])
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
  const copy = new BetterSqlite3(path, { readonly: true })
  onTestFinished(() => void copy.close())
  expect(copy.prepare('SELECT count(*) FROM people').pluck().get()).toBe(2)
})

test('what is being written by somebody else is not in it, and does not hinder it', () => {
  const { raw, plan } = used()
  const writer = new BetterSqlite3(raw.name)
  onTestFinished(() => void writer.close())
  writer.exec('BEGIN IMMEDIATE; INSERT INTO people VALUES (3)')
  const copy = new BetterSqlite3(backUp(raw, plan), { readonly: true })
  onTestFinished(() => void copy.close())
  expect(copy.prepare('SELECT count(*) FROM people').pluck().get()).toBe(2)
})

test('a database that is not sound gives no backup', () => {
  const { raw, plan } = used()
  raw.pragma('foreign_keys = OFF')
  raw.exec('INSERT INTO marks VALUES (99)')
  expect(() => backUp(raw, plan)).toThrow('1 rows without parent')
  expect(readdirSync(plan.folder)).toEqual([])
})

test('when the copy cannot be made, nothing is left behind', () => {
  const { raw, plan } = used()
  const blocker = join(plan.folder, 'zhijian-v3-20261204T110000123Z.db')
  mkdirSync(blocker, { recursive: true })
  writeFileSync(join(blocker, 'x'), '')
  expect(() => backUp(raw, plan)).toThrow('EISDIR')
  expect(readdirSync(plan.folder)).toEqual(['zhijian-v3-20261204T110000123Z.db'])
})
