// Reads a table that came as text: csv in UTF-8, in UTF-16 as Excel writes it, or in GB18030.

import { parseCsv } from 'hucre/csv'
import type { TableRead } from './grid.ts'
import { tableOf } from './table-cells.ts'
import { lastRow, mostRows } from './table-limits.ts'

const delimiters = ['\t', ',', ';', '，'] as const
/** Of these lines the delimiter is guessed. */
const sampleLines = 200
const encodings = ['utf-8', 'gb18030'] as const
const utf16Mark = [0xff, 0xfe]
const binary = /[^\P{Cc}\t\n\r]/u

/** Reads text as a table; `tab` is what its only sheet is called. */
export function readText(bytes: Uint8Array, tab: string): TableRead {
  const text = decoded(bytes)
  if (text === undefined || binary.test(text)) return { ok: false, reason: 'notATable' }
  const rows = parseCsv(text, { delimiter: delimiterOf(text) })
  const filled = rows.filter((row) => row.some((cell) => cell !== ''))
  if (filled.length > mostRows || rows.length > lastRow) {
    return { ok: false, reason: 'tooManyRows' }
  }
  return tableOf([{ tab, cells: rows }])
}

function decoded(bytes: Uint8Array): string | undefined {
  const isUtf16 = utf16Mark.every((byte, at) => bytes[at] === byte)
  for (const encoding of isUtf16 ? ['utf-16le'] : encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not this one: the next is tried.
    }
  }
  return undefined
}

/** What stands in the most lines; a comma rather than a semicolon where both do. */
function delimiterOf(text: string): string {
  const lines = text.split(/[\r\n]+/, sampleLines)
  const found = delimiters.map((delimiter) => {
    return { delimiter, count: lines.filter((line) => line.includes(delimiter)).length }
  })
  return found.toSorted((one, other) => other.count - one.count)[0]?.delimiter ?? ','
}
