// Reads an .xlsx workbook: unpacked within bounds, cut down, and only then given to hucre.

import { readXlsx, type Sheet } from 'hucre/xlsx'
import type { TableRead, UnreadableReason } from './grid.ts'
import { tableOf } from './table-cells.ts'
import { mostRows } from './table-limits.ts'
import { pack } from './table-package.ts'
import { type Parts, unpack } from './table-parts.ts'
import { leanSheet } from './table-sheets.ts'

const needed = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?workbook\.xml(?:\.rels)?)$/
const shared = /^xl\/(?:sharedStrings|styles)\.xml$/i
const sheetPath = /^xl\/worksheets\/[^/]+\.xml$/i

/** Reads what a person sees who opens the workbook: hidden sheets are left out. */
export async function readWorkbook(bytes: Uint8Array): Promise<TableRead> {
  const parts = await unpack(bytes)
  if (typeof parts === 'string') return { ok: false, reason: parts }
  try {
    const lean = leanParts(parts, await shownSheets(parts))
    if (typeof lean === 'string') return { ok: false, reason: lean }
    const sheets = await sheetsOf(lean)
    return tableOf(sheets.map(({ name, rows, merges }) => ({ tab: name, cells: rows, merges })))
  } catch {
    // A zip of well-formed parts that hucre stumbles over is no workbook; its words quote the file.
    return { ok: false, reason: 'notATable' }
  }
}

/** What the shown sheets are made of, each cut down to its cells. */
function leanParts(parts: Parts, paths: readonly string[]): Parts | UnreadableReason {
  const lean = new Map(select(parts, (path) => needed.test(path) || shared.test(path)))
  let rows = 0
  for (const path of paths) {
    const sheet = leanSheet(parts.get(path)?.toString() ?? '')
    if (typeof sheet === 'string') return sheet
    rows += sheet.rows
    if (rows > mostRows) return 'tooManyRows'
    lean.set(path, Buffer.from(sheet.xml))
  }
  return lean
}

/** Where the shown sheets are: hucre finds out, reading in place of each sheet its path. */
async function shownSheets(parts: Parts): Promise<string[]> {
  const frame = select(parts, (path) => needed.test(path))
  const paths = [...parts.keys()].filter((path) => sheetPath.test(path))
  const stubs = paths.map((path) => [path, Buffer.from(stub(path))] as const)
  const sheets = await sheetsOf(new Map([...frame, ...stubs]))
  return sheets.map(({ rows }) => String(rows[0]?.[0]))
}

function stub(path: string): string {
  return `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${path}</v></c></row></sheetData></worksheet>`
}

async function sheetsOf(parts: Parts): Promise<Sheet[]> {
  const shown = ({ hidden = false, veryHidden = false }) => !hidden && !veryHidden
  return (await readXlsx(pack(parts), { sheets: shown })).sheets
}

function select(parts: Parts, fits: (path: string) => boolean): [string, Buffer][] {
  return [...parts].filter(([path]) => fits(path))
}
