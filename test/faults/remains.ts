// What is left at the end, in the database and on the screens; and whether it is sound.

import { expect } from 'vitest'
import type { Raw } from '../../src/platform/store/database.ts'
import type { World } from '../../src/sandbox/world.ts'

/** SQLite finds nothing broken, and nothing points at what is not there. */
export function expectSound(raw: Raw): void {
  expect(raw.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(raw.pragma('foreign_key_check')).toEqual([])
  expect(raw.prepare('SELECT * FROM dead_updates').all()).toEqual([])
}

/** The nonces of granting links, and the hashes of claim codes. */
const chance = /(?<![0-9a-f])[0-9a-f]{32}(?:[0-9a-f]{32})?(?![0-9a-f])/g

/** Every table's rows as JSON, without what chance decided. */
export function remainsOf(raw: Raw): Record<string, string[]> {
  return Object.fromEntries(
    tablesIn(raw).map((table) => {
      const rows = raw.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all()
      return [table, rows.map((row) => JSON.stringify(row).replace(chance, '…'))]
    }),
  )
}

/** What the bot has said in every chat, in its order. */
export function saidIn({ state }: World): Record<string, string[]> {
  const rooms = [...state.privateRooms.values(), ...state.groups.values()]
  return Object.fromEntries(
    rooms.map((room) => {
      const name = room.kind === 'private' ? room.person.first_name : room.title
      const said = [...room.posts.values()].filter(({ message }) => message.from?.is_bot)
      return [name, said.map(({ message }) => message.text ?? message.caption ?? '')]
    }),
  )
}

/** Ours, without the migrator's. */
function tablesIn(raw: Raw): string[] {
  const all = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
  const names = all.pluck().all() as string[]
  return names.filter((name) => !/^(?:__|sqlite)/.test(name))
}
