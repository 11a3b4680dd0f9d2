// Cells as text: trimmed, numbers with all their digits, the empty edge of a sheet cut off.

import type { CellValue, MergeRange } from 'hucre/xlsx'
import type { Grid, TableRead } from './grid.ts'
import { mostCharacters, mostColumns } from './table-limits.ts'

/** What no table needs: control characters except a line break within a cell. */
const controls = /[^\P{Cc}\n]/gu
/** So many digits of a number mean something in a workbook (Excel, IEEE 754). */
const exactDigits = 15

/** One sheet as its reader gives it. */
export interface RawSheet {
  tab: string
  cells: readonly (readonly CellValue[])[]
  merges?: readonly MergeRange[] | undefined
}

/** What was read, without empty sheets; nothing but those is no table. */
export function tableOf(sheets: readonly RawSheet[]): TableRead {
  const grids: Grid[] = []
  let characters = 0
  for (const sheet of sheets) {
    const texts = sheet.cells.map((row) => row.map(textOf))
    const height = texts.findLastIndex((row) => row.some(isFilled)) + 1
    const width = texts.reduce((most, row) => Math.max(most, filledWidth(row)), 0)
    if (width > mostColumns) return { ok: false, reason: 'suspicious' }
    characters += texts.flat().reduce((sum, { length }) => sum + length, 0)
    if (characters > mostCharacters) return { ok: false, reason: 'tooBig' }
    if (height > 0) grids.push(gridOf(sheet, texts.slice(0, height), width))
  }
  return grids.length > 0 ? { ok: true, grids } : { ok: false, reason: 'notATable' }
}

/** Empty rows and columns before the last filled ones stay where they are. */
function gridOf({ tab, merges = [] }: RawSheet, texts: string[][], width: number): Grid {
  const [lastRow, lastColumn] = [texts.length - 1, width - 1]
  return {
    tab,
    rows: texts.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')),
    merges: merges
      .filter(({ startRow, startCol }) => startRow <= lastRow && startCol <= lastColumn)
      .map(({ startRow: top, startCol: left, endRow, endCol }) => {
        return { top, left, bottom: Math.min(endRow, lastRow), right: Math.min(endCol, lastColumn) }
      }),
  }
}

function filledWidth(row: readonly string[]): number {
  return row.findLastIndex(isFilled) + 1
}

function textOf(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return digitsOf(value)
  // A day in a workbook has no zone; hucre puts it at midnight UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dayOf(value)
  return String(value).replaceAll('\r\n', '\n').replace(controls, '').trim()
}

/** A number as people typed it: a telephone or an identity number must not become `1.38e+10`. */
function digitsOf(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString()
  return String(Number(value.toPrecision(exactDigits)))
}

function dayOf(value: Date): string {
  return value.toISOString().slice(0, 10)
}

function isFilled(text: string): boolean {
  return text !== ''
}
