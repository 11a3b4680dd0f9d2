// A report becomes a workbook that prints on A4. Text stays text, also when it looks like a formula.

import { type CellStyle, type WriteSheet, writeXlsx, type Cell as XlsxCell } from 'hucre'
import type { Cell, Report, Sheet } from '../../kernel/report.ts'
import {
  a4,
  cellStyle,
  dayFormat,
  factStyle,
  footer,
  headStyle,
  heights,
  titleStyle,
} from './styles.ts'

/** What stands where there is nothing to say: the forms allow no empty cell. */
const blank = '—'

type Cells = Map<string, Partial<XlsxCell>>

/** Renders a report as the bytes of an .xlsx file. */
export function workbook(report: Report): Promise<Uint8Array> {
  return writeXlsx({ sheets: report.sheets.map(worksheet) })
}

function worksheet(sheet: Sheet): WriteSheet {
  const width = sheet.columns.length
  const headRow = 1 + sheet.facts.length
  const firstNote = headRow + 1 + sheet.rows.length
  const wide = [
    0,
    ...sheet.facts.map((_, at) => 1 + at),
    ...sheet.notes.map((_, at) => firstNote + at),
  ]
  return {
    name: sheet.tab,
    columns: sheet.columns.map((column) => ({ width: column.width })),
    rows: Array.from({ length: firstNote + sheet.notes.length }, () => Array(width).fill(null)),
    cells: cellsOf(sheet, headRow, firstNote),
    merges: wide.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 })),
    rowDefs: heightsOf(sheet, headRow, firstNote),
    freezePane: { rows: headRow + 1 },
    pageSetup: a4(sheet.landscape ?? false, headRow + 1),
    headerFooter: footer,
  }
}

function cellsOf(sheet: Sheet, headRow: number, firstNote: number): Cells {
  const cells: Cells = new Map()
  const put = (row: number, column: number, value: Cell, style: CellStyle) =>
    cells.set(`${row},${column}`, typed(value, style))
  put(0, 0, sheet.title, titleStyle)
  for (const [at, fact] of sheet.facts.entries()) put(1 + at, 0, fact, factStyle)
  for (const [at, { title }] of sheet.columns.entries()) put(headRow, at, title, headStyle)
  for (const [at, row] of sheet.rows.entries()) {
    for (const [column, value] of row.entries()) {
      const align = value === blank ? 'center' : (sheet.columns[column]?.align ?? 'center')
      put(headRow + 1 + at, column, value, cellStyle(align))
    }
  }
  for (const [at, note] of sheet.notes.entries()) put(firstNote + at, 0, note, factStyle)
  return cells
}

function typed(value: Cell, style: CellStyle): Partial<XlsxCell> {
  if (typeof value === 'number') return { value, type: 'number', style }
  // Room to type: what is typed there stays as it was typed, 0123 too.
  if (value === '') return { value, type: 'string', style: { ...style, numFmt: '@' } }
  if (typeof value === 'string') return { value, type: 'string', style }
  const midnight = new Date(`${value.day}T00:00:00Z`)
  return { value: midnight, type: 'date', style: { ...style, numFmt: dayFormat } }
}

function heightsOf(sheet: Sheet, headRow: number, firstNote: number) {
  const rows = new Map([[0, { height: heights.title }]])
  for (const at of sheet.facts.keys()) rows.set(1 + at, { height: heights.fact })
  rows.set(headRow, { height: heights.head })
  for (const at of sheet.rows.keys()) rows.set(headRow + 1 + at, { height: heights.row })
  for (const at of sheet.notes.keys()) rows.set(firstNote + at, { height: heights.fact })
  return rows
}
