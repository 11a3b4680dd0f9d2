// What a database holds, so that two of them can be compared; and whether it is sound.

import { expect } from 'vitest'
import type { Raw } from '../../src/platform/store/database.ts'

type Row = Record<string, unknown>

/** SQLite finds nothing broken, and nothing points at what is not there. */
export function expectSound(raw: Raw): void {
  expect(raw.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(raw.pragma('foreign_key_check')).toEqual([])
  expect(raw.prepare('SELECT * FROM dead_updates').all()).toEqual([])
}

/** Every table's rows, without what chance decides. */
export function remainsOf(raw: Raw): Record<string, Row[]> {
  const tables = raw
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(tables.map((table) => [table, rowsOf(raw, table)]))
}

function rowsOf(raw: Raw, table: string): Row[] {
  return raw.prepare(`SELECT * FROM ${table}`).all() as Row[]
}
