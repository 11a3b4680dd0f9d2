// Reads a table as the bot does, and watches that the bot could have done something else meanwhile.

import { readFileSync } from 'node:fs'
import { setTimeout as passes } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Grid } from '../../../src/platform/documents/grid.ts'
import { readTable } from '../../../src/platform/documents/table.ts'
import { readSent } from '../../../src/platform/documents/table-kinds.ts'

/** What else got its turn while a thread started and read; a main thread held up leaves one or two. */
const fewestTurns = 5

/** What is read of a file of that name: here, without the thread, for what it says. */
function read(name: string, bytes: Uint8Array) {
  return readSent({ name, bytes })
}

/** The sheets of a file that can be read. */
export async function gridsOf(name: string, bytes: Uint8Array): Promise<readonly Grid[]> {
  const table = await read(name, bytes)
  if (!table.ok) expect.fail(`${name}: ${table.reason}`)
  return table.grids
}

/** Why a file cannot be read; the main thread must have gone on all the while. */
export async function reasonAgainst(name: string, bytes: Uint8Array): Promise<string> {
  const reading = readTable({ name, bytes }, new AbortController().signal)
  let isOver = false
  void reading.finally(() => (isOver = true))
  let turns = 0
  for (; !isOver; turns += 1) await passes(5)
  expect(turns).toBeGreaterThan(fewestTurns)
  const table = await reading
  return table.ok ? 'read' : table.reason
}

/** One of the files as branches have them. */
export function roster(name: string): Buffer {
  return readFileSync(new URL(`../../members/rosters/${name}`, import.meta.url))
}
