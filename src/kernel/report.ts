// A report without a format: titled tables and lines. Documents are made from it elsewhere.

export type Cell = string | number | { day: string }

export interface Column {
  title: string
  /** Width in characters of the body font. */
  width: number
  align?: 'left' | 'center'
}

export interface Sheet {
  /** The tab's name, at most 31 characters. */
  tab: string
  /** The large line on top. */
  title: string
  /** Lines between title and table, e.g. time and place. */
  facts: readonly string[]
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  /** Lines below the table: totals, legend, signatures. */
  notes: readonly string[]
  landscape?: boolean
}

export interface Report {
  /** File name without extension. */
  name: string
  sheets: readonly Sheet[]
}
