// Cuts a sheet down to the cells that hold something, and measures it before anybody builds a grid.

import type { UnreadableReason } from './grid.ts'
import { lastRow, mostColumns, mostMerges, mostRows } from './table-limits.ts'

/** A sheet without what is no content: whole columns of formatted empty cells are common. */
export interface LeanSheet {
  xml: string
  rows: number
}

/** Only those that say where they are: of others the place counts. */
const emptyCells = /<(\w+:)?c\b(?=[^<>]*\sr=)[^<>]*(?:\/>|>\s*<\/\1c>)/g
const emptyRows = /<(\w+:)?row\b(?=[^<>]*\sr=)[^<>]*(?:\/>|>\s*<\/\1row>)/g
const rowTags = /<(?:\w+:)?row\b/g
const mergeTags = /<(?:\w+:)?mergeCell\b/g
const addresses = /<(?:\w+:)?(?:c|row)\b[^<>]*?\sr="([A-Za-z]*)(\d+)"/g

/** Cuts down the XML of a worksheet (ECMA-376, 18.3.1); refuses one that is too large or too odd. */
export function leanSheet(xml: string): LeanSheet | UnreadableReason {
  const data = blockOf(xml, 'sheetData').replace(emptyCells, '').replace(emptyRows, '')
  const merges = blockOf(xml, 'mergeCells')
  const rows = countOf(data, rowTags)
  if (rows > mostRows) return 'tooManyRows'
  if (countOf(merges, mergeTags) > mostMerges || !isCompact(data)) return 'suspicious'
  return { xml: `<worksheet>${data}${merges}</worksheet>`, rows }
}

function blockOf(xml: string, tag: string): string {
  const start = new RegExp(`<(\\w+:)?${tag}\\b[^<>]*>`).exec(xml)
  if (!start) return ''
  const end = `</${start[1] ?? ''}${tag}>`
  const at = xml.indexOf(end, start.index)
  return at < 0 ? '' : xml.slice(start.index, at + end.length)
}

/** One cell far away would make a grid of millions. */
function isCompact(data: string): boolean {
  for (const [, column = '', row] of data.matchAll(addresses)) {
    if (columnNumber(column) > mostColumns || Number(row) > lastRow) return false
  }
  return true
}

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
  const digits = [...letters.toUpperCase()].map((letter) => letter.charCodeAt(0) - 64)
  return digits.reduce((number, digit) => number * 26 + digit, 0)
}

function countOf(text: string, tags: RegExp): number {
  return text.match(tags)?.length ?? 0
}
