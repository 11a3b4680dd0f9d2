// How the tests of rosters write down what was read.

import type { RosterLine, RosterRead } from '../../src/members/rules/roster-lines.ts'

/** 王建国 0123 full 一组 organiser; `?` where nobody said the standing, `-` where nothing is known. */
export function told({ lines }: Pick<RosterRead, 'lines'>): string[] {
  return lines.map((line) => {
    const { name, phoneTail = '-', partyGroup, office } = line
    return [name, phoneTail, standingOf(line), partyGroup ?? (office && '-'), office]
      .filter(Boolean)
      .join(' ')
  })
}

function standingOf({ standing, standingAssumed }: RosterLine): string {
  return standingAssumed ? `${standing}?` : standing
}

/** A sheet from rows written with | between the cells; ␤ is a line break within a cell. */
export function sheet(
  written: string,
  merges: readonly (readonly [number, number, number, number])[] = [],
  tab = '党员名册',
) {
  const rows = written
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.replaceAll('␤', '\n').trim()))
  const width = Math.max(...rows.map(({ length }) => length))
  return {
    tab,
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')),
    merges: merges.map(([top, left, bottom, right]) => ({ top, left, bottom, right })),
  }
}
