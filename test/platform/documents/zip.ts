// Makes zip files as nobody's office program would: the parts, sizes and flags that a test wants.

import { crc32, deflateRawSync } from 'node:zlib'

export interface Entry {
  path: string
  text: string | Uint8Array
  /** What the file says about the part's size, where that is a lie. */
  claimedSize?: number
  encrypted?: boolean
}

const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook with one sheet; what is given replaces or joins them. */
export function workbookParts(extra: Record<string, string> = {}): Entry[] {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${main}/${type}" Target="${target}"/>`
  const parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/sharedStrings.xml': '<sst><si><t>姓名</t></si></sst>',
    'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
    ...extra,
  }
  return Object.entries(parts).map(([path, text]) => ({ path, text }))
}

export function sheet(rows: string, after = ''): string {
  return `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`
}

/** A zip file of these entries, deflated. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  for (const { path, text, claimedSize, encrypted = false } of entries) {
    const bytes = Buffer.from(text)
    const packed = deflateRawSync(bytes)
    const name = Buffer.from(path)
    const offset = Buffer.concat(files).length
    const fields = Buffer.concat([
      halves(20, encrypted ? 1 : 0, 8, 0, 0),
      words(crc32(bytes), packed.length, claimedSize ?? bytes.length),
      halves(name.length, 0),
    ])
    files.push(Buffer.concat([words(0x04034b50), fields, name, packed]))
    directory.push(
      Buffer.concat([words(0x02014b50), halves(20), fields, Buffer.alloc(10), words(offset), name]),
    )
  }
  const [body, index] = [Buffer.concat(files), Buffer.concat(directory)]
  const counts = halves(0, 0, entries.length, entries.length)
  const end = [words(0x06054b50), counts, words(index.length, body.length), halves(0)]
  return Buffer.concat([body, index, ...end])
}

function words(...values: number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer)
}

function halves(...values: number[]): Buffer {
  return Buffer.from(Uint16Array.from(values).buffer)
}
