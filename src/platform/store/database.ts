// Opens the database file with the settings every promise of durability rests on.

import BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { makePrivateFile } from './folder.ts'
import type { Database } from './work.ts'

/** The connection underneath, for pragmas, backup and migration. */
export type Raw = BetterSqlite3.Database

export interface OpenDatabase {
  database: Database
  raw: Raw
  /** Writes the log back into the file and closes it: the file alone is then the database. */
  close(): void
}

/** How long a writer waits for another process, in milliseconds. It blocks this process. */
const busyTimeoutMs = 3_000
const journalLimitBytes = 64 * 1024 * 1024

/** Set on every connection, and what each must read back as. Waiting comes first. */
const pragmas: readonly (readonly [set: string, name: string, reads: string | number])[] = [
  [`busy_timeout = ${busyTimeoutMs}`, 'busy_timeout', busyTimeoutMs],
  ['journal_mode = WAL', 'journal_mode', 'wal'],
  // This build falls back to NORMAL in WAL, which may lose commits in a power cut.
  ['synchronous = FULL', 'synchronous', 2],
  ['foreign_keys = ON', 'foreign_keys', 1],
  ['trusted_schema = OFF', 'trusted_schema', 0],
  [`journal_size_limit = ${journalLimitBytes}`, 'journal_size_limit', journalLimitBytes],
  ['temp_store = MEMORY', 'temp_store', 2],
  ['cell_size_check = ON', 'cell_size_check', 1],
  ['secure_delete = FAST', 'secure_delete', 2],
]

/**
 * Opens `file`, making it for its owner only if it is new. Settings are those of
 * https://sqlite.org/pragma.html; throws when one of them does not hold.
 */
export function openDatabase(file: string): OpenDatabase {
  makePrivateFile(file)
  const raw = new BetterSqlite3(file, { timeout: busyTimeoutMs })
  try {
    for (const [set] of pragmas) raw.pragma(set)
    // Some settings only show what they are worth after the first use.
    raw.exec('SELECT count(*) FROM sqlite_schema')
    assertPragmas(raw)
  } catch (error) {
    raw.close()
    throw error
  }
  return { database: drizzle(raw), raw, close: () => close(raw) }
}

/** Throws when a setting does not hold. */
export function assertPragmas(raw: Raw): void {
  for (const [, name, reads] of pragmas) {
    const found = raw.pragma(name, { simple: true })
    if (found !== reads) throw new Error(`PRAGMA ${name} is ${found}, must be ${reads}`)
  }
}

/** Commits a tiny change that changes nothing; throws when the database cannot be written. */
export function probeWrite(raw: Raw): void {
  const version = raw.pragma('user_version', { simple: true })
  raw.pragma(`user_version = ${version}`)
}

function close(raw: Raw): void {
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.close()
}
