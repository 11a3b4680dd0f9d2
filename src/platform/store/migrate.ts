// Brings the database to this version's schema at start: all of it or nothing, a backup first.

import { fileURLToPath } from 'node:url'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import { StartRefusal } from '../start-refusal.ts'
import { backUp } from './backup.ts'
import type { Raw } from './database.ts'

/** Where this version's migrations are. */
export const migrationsFolder = fileURLToPath(new URL('../../../drizzle', import.meta.url))

interface MigrationPlan {
  /** A folder written by drizzle-kit. */
  migrations: string
  backups: string
  now: Date
}

interface Migrated {
  applied: number
  /** The copy made before anything changed; none for a new or current database. */
  backup: string | undefined
}

/**
 * Applies what is missing. Throws `StartRefusal` for a database this version does not fit, and any
 * error of a migration; the database is then as before.
 *
 * drizzle's own migrator is not used: it cannot switch foreign keys off (a rebuilt table then
 * deletes its children), skips what was merged with an older date, and commits before anybody
 * could look.
 */
export function migrateDatabase(raw: Raw, plan: MigrationPlan): Migrated {
  const pending = pendingMigrations(raw, plan.migrations)
  if (pending.length === 0) return { applied: 0, backup: undefined }
  const isNew = tables(raw).length === 0
  const copy = { folder: plan.backups, schemaVersion: schemaVersionOf(raw), now: plan.now }
  const backup = isNew ? undefined : backUp(raw, copy)
  // Inside a transaction this pragma does nothing, so it stands outside.
  raw.pragma('foreign_keys = OFF')
  try {
    raw.transaction(() => apply(raw, pending)).immediate()
  } finally {
    raw.pragma('foreign_keys = ON')
  }
  return { applied: pending.length, backup }
}

/** How many migrations the database has had. */
export function schemaVersionOf(raw: Raw): number {
  return appliedMigrations(raw).length
}

/** What the database still lacks. Throws `StartRefusal` when it is not of this version's line. */
export function pendingMigrations(raw: Raw, migrations: string): readonly MigrationMeta[] {
  const known = readMigrationFiles({ migrationsFolder: migrations })
  refuseUnordered(known)
  const applied = appliedMigrations(raw)
  const instants = new Set(known.map((migration) => migration.folderMillis))
  if (applied.some(({ at }) => !instants.has(at))) {
    throw new StartRefusal(
      '数据库是更新版本的程序写的，这个版本不认得。请装回新版本；要退回旧版本，请用升级前自动留下的备份。',
    )
  }
  applied.forEach(({ at, hash }, position) => {
    const migration = known[position]
    if (migration?.folderMillis !== at || migration.hash !== hash) refuseBroken(position)
  })
  return known.slice(applied.length)
}

function refuseUnordered(known: readonly MigrationMeta[]): void {
  const position = known.findIndex(
    (migration, index) =>
      index > 0 && migration.folderMillis <= (known[index - 1]?.folderMillis ?? 0),
  )
  if (position >= 0) refuseBroken(position)
}

function refuseBroken(position: number): never {
  throw new StartRefusal(
    `程序里的第 ${position + 1} 个数据库升级步骤和数据库对不上，这份程序不完整或被改动过。请重新安装正式发布的版本。`,
  )
}

function apply(raw: Raw, pending: readonly MigrationMeta[]): void {
  const before = rowCounts(raw)
  // The same table as drizzle's, so that its tools go on working.
  raw.exec(`CREATE TABLE IF NOT EXISTS __drizzle_migrations (
    id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric
  )`)
  const note = raw.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
  for (const migration of pending) {
    for (const statement of migration.sql) raw.exec(statement)
    note.run(migration.hash, migration.folderMillis)
  }
  assertNothingLost(raw, before)
}

function assertNothingLost(raw: Raw, before: ReadonlyMap<string, number>): void {
  const orphans = raw.pragma('foreign_key_check') as unknown[]
  if (orphans.length > 0) throw new Error(`migration leaves ${orphans.length} rows without parent`)
  const after = rowCounts(raw)
  for (const [table, count] of before) {
    const left = after.get(table) ?? 0
    if (left < count)
      throw new Error(`migration loses rows of ${table}: ${count} before, ${left} after`)
  }
}

function appliedMigrations(raw: Raw): readonly { at: number; hash: string }[] {
  if (!tables(raw).includes('__drizzle_migrations')) return []
  const rows = raw.prepare('SELECT created_at, hash FROM __drizzle_migrations ORDER BY rowid').all()
  return (rows as { created_at: number; hash: string }[]).map(({ created_at, hash }) => ({
    at: Number(created_at),
    hash,
  }))
}

function tables(raw: Raw): readonly string[] {
  const query =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
  return raw.prepare(query).pluck().all() as string[]
}

function rowCounts(raw: Raw): ReadonlyMap<string, number> {
  const count = (table: string) =>
    raw
      .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get() as number
  return new Map(tables(raw).map((table) => [table, count(table)]))
}
