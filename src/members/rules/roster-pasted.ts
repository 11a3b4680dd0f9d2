// A table pasted as text: out of a workbook with tabs, out of a csv with commas.

import { isNameTitle, type RosterSheet } from './roster-layout.ts'

const headerWithin = 15
const separators = ['\t', ',', '，', '|']

/** The sheet in a text with a header of titles, or with many tabs; undefined when it is none. */
export function pastedSheet(text: string): RosterSheet | undefined {
  const lines = text.split(/\r?\n/)
  const separator = separators.find((sign) => isTable(lines, sign)) ?? tabs(lines)
  return separator === undefined ? undefined : sheetFrom(text.replaceAll('\r\n', '\n'), separator)
}

/** A header with several titles, and most lines below it are parted by the same sign. */
function isTable(lines: readonly string[], sign: string): boolean {
  const header = lines.slice(0, headerWithin).findIndex((line) => {
    const cells = line.split(sign, 50)
    return cells.length > 1 && cells.some((cell) => isNameTitle(unquoted(cell)))
  })
  const below = lines.slice(header + 1).filter((line) => line.trim() !== '')
  return header >= 0 && below.filter((line) => line.includes(sign)).length * 2 >= below.length
}

/** Three columns or more out of a workbook, without their header. */
function tabs(lines: readonly string[]): string | undefined {
  const wide = lines.filter((line) => line.split('\t', 3).length === 3)
  const filled = lines.filter((line) => line.trim() !== '')
  return wide.length > 1 && wide.length * 2 > filled.length ? '\t' : undefined
}

/** Cells in quotes may hold the separator and line breaks. */
function sheetFrom(text: string, sign: string): RosterSheet {
  const end = sign === '|' ? '\\|' : sign
  const cell = new RegExp(`"(?:[^"]|""){0,1000}"(?=[${end}\\n]|$)|[^${end}\\n]*`, 'y')
  const rows: string[][] = [[]]
  const lines = [1]
  let line = 1
  while (cell.lastIndex <= text.length) {
    const [found = ''] = cell.exec(text) ?? []
    rows.at(-1)?.push(unquoted(found))
    line += found.split('\n').length - 1
    if (text[cell.lastIndex] === '\n') {
      line += 1
      rows.push([])
      lines.push(line)
    }
    cell.lastIndex += 1
  }
  return { tab: '', rows, merges: [], lines }
}

function unquoted(cell: string): string {
  const text = cell.trim()
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"')
  return (isQuoted ? text.slice(1, -1).replaceAll('""', '"') : text).trim()
}
