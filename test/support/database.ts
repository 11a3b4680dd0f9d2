// A real database file per test: one migrated template, copied.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type OpenDatabase, openDatabase } from '../../src/platform/store/database.ts'
import { migrateDatabase, migrationsFolder } from '../../src/platform/store/migrate.ts'
import { createStore, type Store } from '../../src/platform/store/work.ts'
import { ManualClock } from './clock.ts'

let template: string | undefined

/** A folder of the test's own, removed when it is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhijian-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An empty, migrated database of the test's own. */
export function openTestDatabase(): OpenDatabase {
  template ??= makeTemplate()
  const file = join(temporaryFolder(), 'zhijian.db')
  copyFileSync(template, file)
  const open = openDatabase(file)
  // What a power cut would leave is proven by killing real processes; here waiting for the disk proves nothing.
  open.raw.pragma('synchronous = OFF')
  onTestFinished(() => open.close())
  return open
}

export type TestDatabase = OpenDatabase

export interface TestStore extends TestDatabase {
  store: Store
  clock: ManualClock
}

/** A store over an empty database, at a hand-moved instant. */
export function testStore(now = '2026-11-25 10:00'): TestStore {
  const open = openTestDatabase()
  const clock = new ManualClock(now)
  const store = createStore({ database: open.database, clock, committed: () => undefined })
  return { ...open, store, clock }
}

function makeTemplate(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhijian-template-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'template.db')
  const open = openDatabase(file)
  migrateDatabase(open.raw, { migrations: migrationsFolder, backups: folder, now: new Date(0) })
  open.close()
  return file
}
