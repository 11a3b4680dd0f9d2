// Migrations at start: all or nothing, nobody's rows lost, a backup first.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateByDrizzle } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase, type Raw } from '../../../src/platform/store/database.ts'
import { migrateDatabase, pendingMigrations } from '../../../src/platform/store/migrate.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

type Step = readonly [when: number, sql: string]

const people: Step = [1_000, 'CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL)']
const marks: Step = [
  2_000,
  'CREATE TABLE marks (person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE)',
]
/** What drizzle-kit writes for a new CHECK on a parent table. */
const rebuild: Step = [
  3_000,
  `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE __new_people (id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''));--> statement-breakpoint
INSERT INTO __new_people SELECT id, name FROM people;--> statement-breakpoint
DROP TABLE people;--> statement-breakpoint
ALTER TABLE __new_people RENAME TO people;--> statement-breakpoint
PRAGMA foreign_keys=ON;`,
]

/** A database and a folder of migrations beside it, which `release` fills. */
function site() {
  const dir = temporaryFolder()
  const migrations = join(dir, 'drizzle')
  const backups = join(dir, 'backups')
  const { raw } = openDatabase(join(dir, 'zhijian.db'))
  onTestFinished(() => void raw.close())
  const release = (...steps: Step[]) => {
    rmSync(migrations, { recursive: true, force: true })
    mkdirSync(join(migrations, 'meta'), { recursive: true })
    const entries = steps.map(([when, sql], idx) => {
      writeFileSync(join(migrations, `000${idx}_step.sql`), sql)
      return { idx, version: '6', when, tag: `000${idx}_step`, breakpoints: true }
    })
    const journal = { version: '7', dialect: 'sqlite', entries }
    writeFileSync(join(migrations, 'meta', '_journal.json'), JSON.stringify(journal))
  }
  const now = new Date('2026-12-04T11:00:00.000Z')
  const migrate = () => migrateDatabase(raw, { migrations, backups, now })
  return { raw, migrations, backups, release, migrate }
}

/** A site that has run with people and marks, and holds two people with three marks. */
function usedSite() {
  const used = site()
  used.release(people, marks)
  used.migrate()
  used.raw.exec(`INSERT INTO people VALUES (1, '李晓雯'), (2, '王建国');
    INSERT INTO marks VALUES (1), (1), (2)`)
  return used
}

function count(raw: Raw, table: string): unknown {
  return raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
}

/** Everything in the database, as text to compare. */
function content(raw: Raw): string {
  const names = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  const rows = (names as string[]).map((name) => raw.prepare(`SELECT * FROM ${name}`).all())
  return JSON.stringify([raw.prepare('SELECT * FROM sqlite_schema').all(), rows])
}

test('a new database gets everything, without a backup', () => {
  const { release, migrate, raw, backups } = site()
  release(people, marks)
  expect(migrate()).toEqual({ applied: 2, backup: undefined })
  expect(count(raw, 'marks')).toBe(0)
  expect(existsSync(backups)).toBe(false)
})

test('a database that has everything is left alone', () => {
  const { migrate, backups } = usedSite()
  expect(migrate()).toEqual({ applied: 0, backup: undefined })
  expect(existsSync(backups)).toBe(false)
})

test('rebuilding a table keeps the rows that depend on it', () => {
  const { release, migrate, raw } = usedSite()
  release(people, marks, rebuild)
  expect(migrate().applied).toBe(1)
  expect([count(raw, 'people'), count(raw, 'marks')]).toEqual([2, 3])
  expect(() => raw.exec("INSERT INTO people VALUES (3, '')")).toThrow('CHECK')
})

test('foreign keys are in force again afterwards, also after a failure', () => {
  const { release, migrate, raw } = usedSite()
  release(people, marks, rebuild)
  migrate()
  expect(() => raw.exec('INSERT INTO marks VALUES (99)')).toThrow('FOREIGN KEY')
  release(people, marks, rebuild, [4_000, 'nonsense'])
  expect(migrate).toThrow('syntax error')
  expect(() => raw.exec('INSERT INTO marks VALUES (99)')).toThrow('FOREIGN KEY')
})

test('before anything changes, a backup is made that opens and holds the old state', () => {
  const { release, migrate, backups } = usedSite()
  release(people, marks, rebuild)
  const { backup } = migrate()
  expect(backup).toBe(join(backups, 'zhijian-v2-20261204T110000000Z.db'))
  const copy = new BetterSqlite3(backup ?? '', { readonly: true })
  onTestFinished(() => void copy.close())
  expect([count(copy, 'people'), count(copy, 'marks')]).toEqual([2, 3])
  expect(
    String(copy.prepare("SELECT sql FROM sqlite_schema WHERE name = 'people'").pluck().get()),
  ).not.toContain('CHECK')
})

test.for([
  ['does not read', 'CREATE TABLE more (x); nonsense', 'syntax error'],
  [
    'fails half-way',
    'CREATE TABLE more (x);--> statement-breakpoint\nDROP TABLE absent',
    'no such',
  ],
  ['loses rows', 'DELETE FROM marks WHERE person_id = 2', 'loses rows of marks: 3 before, 2 after'],
  ['drops a table with rows', 'DROP TABLE marks', 'loses rows of marks: 3 before, 0 after'],
  ['leaves marks of nobody', 'UPDATE marks SET person_id = 99', '3 rows without parent'],
] as const)('a migration that %s leaves the database as it was', ([, sql, message]) => {
  const { release, migrate, raw, backups } = usedSite()
  const before = content(raw)
  release(people, marks, rebuild, [4_000, sql])
  expect(migrate).toThrow(message)
  expect(content(raw)).toBe(before)
  expect(readdirSync(backups)).toHaveLength(1)
})

test('an empty table may go', () => {
  const { release, migrate, raw } = usedSite()
  raw.exec('DELETE FROM marks')
  release(people, marks, [3_000, 'DROP TABLE marks'])
  expect(migrate().applied).toBe(1)
})

test('a database written by a newer version is refused and not touched', () => {
  const { release, migrate, raw, backups } = usedSite()
  release(people, marks, rebuild)
  migrate()
  const before = content(raw)
  rmSync(backups, { recursive: true })
  release(people, marks)
  expect(migrate).toThrow(
    expect.objectContaining({ exitCode: 1, message: expect.stringContaining('更新版本的程序') }),
  )
  expect(content(raw)).toBe(before)
  expect(existsSync(backups)).toBe(false)
})

test.for([
  ['was merged later with an older date', [people, [1_500, 'CREATE TABLE late (x)'], marks]],
  ['was changed after it had been applied', [people, [2_000, `${marks[1]} -- changed`]]],
  ['stands in the list out of order', [people, marks, [1_500, 'CREATE TABLE late (x)']]],
  ['has the date of another', [people, marks, [2_000, 'CREATE TABLE late (x)']]],
] as const)('a migration that %s is refused, not skipped', ([, steps]) => {
  const { release, migrate, raw } = usedSite()
  const before = content(raw)
  release(...steps)
  expect(migrate).toThrow(
    expect.objectContaining({ exitCode: 1, message: expect.stringContaining('对不上') }),
  )
  expect(content(raw)).toBe(before)
})

test("drizzle's own migrator finds nothing left to do, and ours nothing after it", () => {
  const { release, migrate, raw, migrations } = usedSite()
  release(people, marks, rebuild)
  migrate()
  const before = content(raw)
  migrateByDrizzle(drizzle(raw), { migrationsFolder: migrations })
  expect(content(raw)).toBe(before)

  const fresh = site()
  fresh.release(people, marks)
  migrateByDrizzle(drizzle(fresh.raw), { migrationsFolder: fresh.migrations })
  expect(pendingMigrations(fresh.raw, fresh.migrations)).toEqual([])
})

test('a process killed in the middle of a migration leaves the old database', () => {
  const { release, raw, migrations, backups } = usedSite()
  const before = content(raw)
  release(people, marks, rebuild, [4_000, 'SELECT die()'])
  const store = new URL('../../../src/platform/store/', import.meta.url).href
  const child = `
    import { openDatabase } from '${store}database.ts'
    import { migrateDatabase } from '${store}migrate.ts'
    const [file, migrations, backups] = process.argv.slice(1)
    const { raw } = openDatabase(file)
    raw.function('die', () => process.kill(process.pid, 'SIGKILL'))
    migrateDatabase(raw, { migrations, backups, now: new Date(0) })`
  const args = ['--input-type=module', '-e', child, raw.name, migrations, backups]
  expect(spawnSync(process.execPath, args)).toMatchObject({ signal: 'SIGKILL' })
  expect(content(raw)).toBe(before)
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
})
