// How a printed sheet looks: one place for fonts, lines and the A4 page.

import type { CellStyle, HeaderFooter, PageSetup } from 'hucre'

const font = { name: '宋体', size: 11 }
const line = { style: 'thin' as const }
const border = { top: line, right: line, bottom: line, left: line }
const middle = { vertical: 'center' as const, wrapText: true }

export const titleStyle: CellStyle = {
  font: { ...font, size: 18, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
export const factStyle: CellStyle = { font, alignment: { ...middle, horizontal: 'left' } }
export const headStyle: CellStyle = {
  font: { ...font, bold: true },
  border,
  alignment: { ...middle, horizontal: 'center' },
}
export const cellStyle = (align: 'left' | 'center'): CellStyle => ({
  font,
  border,
  alignment: { ...middle, horizontal: align },
})
export const dayFormat = 'yyyy"年"m"月"d"日"'

/** Row heights in points: room for a pen. */
export const heights = { title: 32, fact: 20, head: 22, row: 20 }

export const footer: HeaderFooter = { oddFooter: '&C第 &P 页 共 &N 页' }

/** One A4 page wide; the rows down to `headRow` (1-based) come again on every page. */
export function a4(landscape: boolean, headRow: number): PageSetup {
  const side = 2 / 2.54
  return {
    paperSize: 'a4',
    orientation: landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `$1:$${headRow}`,
    margins: { left: side, right: side, top: side, bottom: side, header: 0.3, footer: 0.4 },
  }
}
