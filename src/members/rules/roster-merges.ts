// Merged cells: what a person reads in each of them.

import type { Merge, RosterSheet } from './roster-layout.ts'

export interface Cells {
  /** What a cell says, also where it is merged with one above or beside it. */
  said(row: number, column: number): string
  /** Whether the cell belongs to another above it. */
  hangsBelow(row: number, column: number): boolean
  /** How many columns a cell reaches over. */
  widthOf(row: number, column: number): number
}

/** However many merges there are, and however they overlap: no cell is looked at twice for long. */
export function mergedCells({ rows, merges }: Pick<RosterSheet, 'rows' | 'merges'>): Cells {
  const width = rows[0]?.length ?? 0
  const within = new Map<number, Merge>()
  let room = rows.length * width
  for (const merge of merges) {
    const { top, left, bottom, right } = clipped(merge, rows.length, width)
    room -= Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1)
    if (room < 0) break
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) within.set(row * width + column, merge)
    }
  }
  const mergeAt = (row: number, column: number) => within.get(row * width + column)
  return {
    said: (row, column) => {
      const { top, left } = mergeAt(row, column) ?? { top: row, left: column }
      return rows[row]?.[column] || rows[top]?.[left] || ''
    },
    hangsBelow: (row, column) => (mergeAt(row, column)?.top ?? row) < row,
    widthOf: (row, column) => {
      const merge = mergeAt(row, column)
      return merge ? merge.right - merge.left + 1 : 1
    },
  }
}

/** As much of a merge as lies in the sheet. */
function clipped({ top, left, bottom, right }: Merge, height: number, width: number): Merge {
  return {
    top: Math.max(0, Math.trunc(top)),
    left: Math.max(0, Math.trunc(left)),
    bottom: Math.min(height - 1, bottom),
    right: Math.min(width - 1, right),
  }
}
