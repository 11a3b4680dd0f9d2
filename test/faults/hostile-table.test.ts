// Files that are broken, or sent to break the bot: each is refused soon, and the bot goes on meanwhile.

import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../src/platform/documents/table.ts'
import { reasonAgainst, roster } from '../platform/documents/reading.ts'
import { type Entry, sheet, workbookParts, zipOf } from '../platform/documents/zip.ts'

const mb = 1_024 * 1_024
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const names = (count: number) => Array.from({ length: count }, (_, at) => `张伟${at}`)

/** A stream's name as it stands in an OLE directory. */
const stream = (name: string) => Buffer.from(`${name}\0`, 'utf16le')

/** A workbook with these parts instead, or besides. */
const workbook = (extra: Record<string, string>) => zipOf(workbookParts(extra))
const withSheet = (rows: string, after?: string) =>
  workbook({ 'xl/worksheets/sheet1.xml': sheet(rows, after) })
const withEntries = (...entries: Entry[]) => zipOf([...workbookParts(), ...entries])

/** Text that packs to a tenth, as names and numbers do. */
function dullText(bytes: number): string {
  const pieces = Array.from({ length: bytes / 16 }, (_, at) => `<si><t>${at * 7919}</t></si>`)
  return pieces.join('').slice(0, bytes)
}

const bomb = '<si><t>a</t></si>'.repeat(1_200_000)
const entities = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "&a${at - 1};&a${at - 1};">`)}]><sst><si><t>&a8;</t></si></sst>`

describe('no table', () => {
  test.for<[string, string, Uint8Array]>([
    ['nothing', 'a.csv', new Uint8Array()],
    ['blanks', 'a.csv', Buffer.from(' \n,,\n')],
    ['a picture called csv', 'a.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a picture called xlsx', 'a.xlsx', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['a PDF', 'a.xlsx', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n\0')],
    ['a web page', 'a.html', Buffer.from('<!DOCTYPE html><table><tr><td>姓名</td></tr></table>')],
    ['neither UTF-8 nor GB18030', 'a.csv', Buffer.from([0xd5, 0xc5, 0xff, 0xff])],
    ['a Word document', 'a.docx', zipOf([{ path: 'word/document.xml', text: '<a/>' }])],
    ['an old Word document', 'a.doc', Buffer.concat([ole, stream('WordDocument')])],
    ['a workbook cut off', 'a.xlsx', roster('花名册-标题合并-小组合并.xlsx').subarray(0, 5_000)],
    ['a workbook without a sheet', 'a.xlsx', withSheet('')],
    ['a workbook whose parts are no XML', 'a.xlsx', workbook({ 'xl/workbook.xml': '<<<' })],
    [
      'an end that points nowhere',
      'a.xlsx',
      Buffer.from(`PK\x03\x04PK\x05\x06${'\xff'.repeat(18)}`),
    ],
  ])('%s', async ([, name, bytes]) => {
    expect(await reasonAgainst(name, bytes)).toBe('notATable')
  })
})

describe('to be saved anew', () => {
  test.for<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['an .xls', 'a.xls', () => Buffer.concat([ole, Buffer.alloc(1_024), stream('Workbook')])],
    [
      'a workbook with a password',
      'a.xlsx',
      () =>
        writeXlsx({
          sheets: [{ name: 'a', rows: [['张伟']] }],
          encryption: { password: '1', spinCount: 1 },
        }),
    ],
    [
      'a zip with a password',
      'a.xlsx',
      () => zipOf(workbookParts().map((entry) => ({ ...entry, encrypted: true }))),
    ],
    ['a web page called .xls', 'a.xls', () => Buffer.from('\ufeff<html><table></table></html>')],
    ['a binary workbook', 'a.xlsb', () => zipOf([{ path: 'xl/workbook.bin', text: '1' }])],
  ])('%s', async ([, name, bytes]) => {
    expect(await reasonAgainst(name, await bytes())).toBe('oldWorkbook')
  })
})

describe('suspicious', () => {
  test.for<[string, () => Uint8Array]>([
    ['a zip bomb', () => withEntries({ path: 'xl/media/image1.png', text: Buffer.alloc(30 * mb) })],
    [
      'a zip bomb that claims to be small',
      () => withEntries({ path: 'xl/a.xml', text: Buffer.alloc(30 * mb), claimedSize: 100 }),
    ],
    ['a bomb of shared strings', () => workbook({ 'xl/sharedStrings.xml': `<sst>${bomb}</sst>` })],
    [
      '101 parts',
      () =>
        withEntries(...names(95).map((name) => ({ path: `xl/${name.slice(2)}.xml`, text: '' }))),
    ],
    ['one part twice', () => withEntries({ path: 'xl/workbook.xml', text: '<workbook/>' })],
    ['entities within entities', () => workbook({ 'xl/sharedStrings.xml': entities })],
    [
      'a document type in a part nobody reads',
      () => workbook({ 'docProps/app.xml': '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>' }),
    ],
    [
      'a path that leads out',
      () => withEntries({ path: 'xl/../../../etc/cron.d/a.xml', text: '' }),
    ],
    ['a path from the root', () => withEntries({ path: '/etc/passwd', text: '' })],
    ['a path with backslashes', () => withEntries({ path: 'xl\\..\\..\\a.xml', text: '' })],
    ['a program among the parts', () => withEntries({ path: 'xl/a.exe', text: 'MZ' })],
    ['a zip within', () => withEntries({ path: 'xl/nested.zip', text: zipOf([]) })],
    ['a cell far down', () => withSheet('<row r="9"><c r="A999999"><v>1</v></c></row>')],
    ['a row far down', () => withSheet('<row r="999999"><c><v>1</v></c></row>')],
    [
      'a row as wide as the sea',
      () => withSheet(`<row r="1">${'<c><v>1</v></c>'.repeat(200)}</row>`),
    ],
    ['a cell far to the right', () => withSheet('<row r="9"><c r="XFD9"><v>1</v></c></row>')],
    [
      'merged cells without end',
      () =>
        withSheet(
          '<row r="1"><c r="A1"><v>1</v></c></row>',
          `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(20_001)}</mergeCells>`,
        ),
    ],
    ['a csv as wide as the sea', () => Buffer.from(`姓名${','.repeat(200)}a\n`)],
  ])('%s', async ([, bytes]) => {
    expect(await reasonAgainst('a.xlsx', bytes())).toBe('suspicious')
  })
})

describe('too much', () => {
  test.for<[string, string, () => Uint8Array]>([
    ['a file of more than a megabyte', 'tooBig', () => Buffer.alloc(mb + 1, 'a')],
    [
      'parts of more than 20 megabytes',
      'tooBig',
      () =>
        withEntries(...[1, 2, 3].map((at) => ({ path: `xl/${at}.xml`, text: dullText(7.5 * mb) }))),
    ],
    [
      'strings that take more memory than there is',
      'tooBig',
      () => workbook({ 'xl/sharedStrings.xml': `<sst>${dullText(15 * mb)}</sst>` }),
    ],
    [
      'one long text in every cell',
      'tooBig',
      () =>
        workbook({
          'xl/sharedStrings.xml': `<sst><si><t>${'长'.repeat(30_000)}</t></si></sst>`,
          'xl/worksheets/sheet1.xml': sheet(
            names(200)
              .map((_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`)
              .join(''),
          ),
        }),
    ],
    ['a million rows', 'tooManyRows', () => Buffer.from('1\n'.repeat(500_000))],
    [
      'rows without numbers',
      'tooManyRows',
      () => withSheet('<row><c><v>1</v></c></row>'.repeat(30_000)),
    ],
  ])('%s: %s', async ([, reason, bytes]) => {
    expect(await reasonAgainst('a.xlsx', bytes())).toBe(reason)
  })

  test('what takes too long is left unread', async () => {
    const file = { name: 'a.xlsx', bytes: workbook({}) }
    const table = await readTable(file, new AbortController().signal, 1)
    expect(table).toEqual({ ok: false, reason: 'tooSlow' })
  })
})

describe('what makes a careless search slow', () => {
  test.for([
    ['a sheet of beginnings', '<sheetData>', ''],
    ['a sheet of tags that never end', '<sheetData ', ''],
    ['cells that never end', '<c r="A1" ', '</sheetData>'],
  ])('%s', async ([, piece, end]) => {
    const pieces = Array.from({ length: 200_000 }, (_, at) => `${piece}${at}`).join('')
    const xml = `<worksheet><sheetData>${pieces}${end}</worksheet>`
    const bytes = workbook({ 'xl/worksheets/sheet1.xml': xml })
    expect(await reasonAgainst('a.xlsx', bytes)).toBe('notATable')
  })
})
