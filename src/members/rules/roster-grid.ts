// Reads a workbook or a csv as a roster: the sheet with the names, with what a human should look at.

import { type Findings, nothingFound } from './roster-findings.ts'
import type { RosterSheet } from './roster-layout.ts'
import { type RosterRead, rosterFrom } from './roster-lines.ts'
import { looksLikeName, quoted } from './roster-person.ts'
import { readRows } from './roster-rows.ts'
import { readText } from './roster-text.ts'

/** The people in the sheet that has the most; other sheets with names are only named. */
export function parseRosterGrids(grids: readonly RosterSheet[]): RosterRead {
  const sheets = grids.flatMap((grid) => {
    const read = readRows(grid) ?? readPlainly(grid)
    return read ? [{ tab: quoted(grid.tab), ...read }] : []
  })
  const best = sheets.toSorted((one, other) => weight(other) - weight(one))[0]
  if (!best) return { ...rosterFrom(nothingFound()), doubts: [{ kind: 'noNameColumn' }] }
  const read = rosterFrom(best)
  const others = sheets.filter((one) => one !== best && one.entries.length > 0)
  if (others.length > 0) {
    read.doubts.push({ kind: 'otherSheets', tabs: others.map(({ tab }) => tab) })
  }
  return read
}

/** A file of plain lines, such as a saved 接龙; most of them must be people. */
function readPlainly({ rows }: RosterSheet): Findings | undefined {
  const lines = rows.map((row) => row.filter((cell) => cell !== '').join(' '))
  const found = readText(lines.join('\n'))
  const sure = found.entries.filter(({ name, phoneTail }) => phoneTail || looksLikeName(name))
  const count = lines.filter((line) => line !== '').length
  const isList = rows.every((row) => row.filter((cell) => cell !== '').length < 2)
  return isList && sure.length * 2 > count ? found : undefined
}

/** A header says more than what the contents look like. */
function weight({ lacksHeader, entries }: Findings): number {
  return entries.length > 0 && !lacksHeader ? 1_000_000 + entries.length : entries.length
}
