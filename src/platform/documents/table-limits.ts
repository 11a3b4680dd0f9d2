// How much of a table that somebody sent is read; more than this is refused.

/** The largest file. */
export const longestFileBytes = 1_024 * 1_024

/** Rows that hold anything, over all sheets: 5,000 people, and a title, headings and notes. */
export const mostRows = 5_050
/** The number of the last row that may hold anything; empty rows in between are kept. */
export const lastRow = 20_000
export const mostColumns = 100
export const mostMerges = 20_000
/** Characters over all cells: one shared text may stand in every one of them. */
export const mostCharacters = 4_000_000

/** Of a workbook, which is a zip of parts. */
export const mostParts = 100
export const mostInflatedBytes = 20 * 1_024 * 1_024
/** How many times larger than its packed form a part may be, once it is larger than `harmlessBytes`. */
export const highestRatio = 100
export const harmlessBytes = 1_024 * 1_024
