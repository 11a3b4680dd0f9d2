// A table somebody sent, as text: what is left of a workbook or a csv once it has been read.

/** One sheet. Cells are trimmed text, '' where there is nothing; every row has the same length. */
export interface Grid {
  tab: string
  rows: readonly (readonly string[])[]
  /** Merged cells, counted from 0, ends included; the text is in the first of them. */
  merges: readonly { top: number; left: number; bottom: number; right: number }[]
}

/** Why a file could not be read; each has its sentence. */
export const unreadableReasons = [
  'tooBig',
  'tooManyRows',
  'notATable',
  'oldWorkbook',
  'suspicious',
  'tooSlow',
  'unavailable',
] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

export type TableRead =
  | { ok: true; grids: readonly Grid[] }
  | { ok: false; reason: UnreadableReason }
