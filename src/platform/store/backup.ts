// One consistent, checked copy of the database in one file.

import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Raw } from './database.ts'

interface BackupPlan {
  folder: string
  /** How many migrations the database has; part of the name. */
  schemaVersion: number
  now: Date
}

/**
 * Copies the database into `folder` while others go on writing, and returns the copy's path.
 * Throws, leaving nothing behind, when the copy cannot be made or does not pass its checks.
 * `VACUUM INTO` promises no fsync and may leave half a file (https://sqlite.org/lang_vacuum.html),
 * hence the temporary name until all is checked and on disk.
 */
export function backUp(raw: Raw, { folder, schemaVersion, now }: BackupPlan): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const instant = now.toISOString().replace(/[-:.]/g, '')
  const path = join(folder, `zhijian-v${schemaVersion}-${instant}.db`)
  const unchecked = `${path}.part`
  try {
    closeSync(openSync(unchecked, 'wx', 0o600))
    raw.prepare('VACUUM INTO ?').run(unchecked)
    flush(unchecked, 'r+')
    assertSound(unchecked)
    renameSync(unchecked, path)
    flush(folder, 'r')
  } catch (error) {
    rmSync(unchecked, { force: true })
    throw error
  }
  return path
}

function flush(path: string, flags: string): void {
  const descriptor = openSync(path, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function assertSound(file: string): void {
  const copy = new BetterSqlite3(file, { readonly: true })
  try {
    const verdict = copy.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new Error('the backup failed its integrity check')
    const orphans = copy.pragma('foreign_key_check') as unknown[]
    if (orphans.length > 0) throw new Error(`the backup has ${orphans.length} rows without parent`)
  } finally {
    copy.close()
  }
}
