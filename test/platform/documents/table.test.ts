// Tables as people send them: which text comes out of which file.

import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../src/platform/documents/table.ts'
import { gridsOf, reasonAgainst, roster } from './reading.ts'
import { sheet, workbookParts, zipOf } from './zip.ts'

const utf8 = (text: string) => Buffer.from(text)

describe('the files of branches', () => {
  test('a workbook with a merged title and merged groups', async () => {
    const [grid, ...others] = await gridsOf('花名册.xlsx', roster('花名册-标题合并-小组合并.xlsx'))
    expect(others).toEqual([])
    expect(grid?.tab).toBe('Sheet1')
    expect(grid?.rows).toHaveLength(32)
    expect(grid?.rows[0]).toEqual(['青砖里文创园联合党支部党员花名册', ...Array(8).fill('')])
    expect(grid?.rows[3]?.slice(0, 6)).toEqual([
      '1',
      '设计一组',
      '冯丽俊',
      '男',
      '00000019890404773X',
      '10037585847',
    ])
    expect(grid?.rows[4]?.slice(0, 3)).toEqual(['2', '', '司马杰'])
    expect(grid?.merges).toContainEqual({ top: 3, left: 1, bottom: 11, right: 1 })
  })

  test('rich text is read whole', async () => {
    const [grid] = await gridsOf('花名册.xlsx', roster('花名册-标题合并-小组合并.xlsx'))
    expect(grid?.rows[1]?.[0]).toBe('填报时间：2026年11月　　填报人：')
  })

  test('a csv in GB18030', async () => {
    const [grid] = await gridsOf('名单-gbk.csv', roster('名单-gbk.csv'))
    expect(grid?.rows[1]).toEqual(['1', '沈悦梓', '10007055500', '第二党小组', '预备'])
    expect(grid?.rows).toHaveLength(16)
  })

  test('a csv in UTF-8 with a mark; leading zeros and rare characters stay', async () => {
    const [grid] = await gridsOf('名单.csv', roster('名单-后四位-有问题的行.csv'))
    expect(grid?.tab).toBe('名单')
    expect(grid?.rows[0]).toEqual(['姓名', '手机后四位', '党小组'])
    expect(grid?.rows[1]).toEqual(['王建国', '0123', '一组'])
    expect(grid?.rows[4]).toEqual(['张伟', '', ''])
    expect(grid?.rows[6]?.[0]).toBe("=cmd|' /C calc'!A1")
    expect(grid?.rows[8]?.[0]).toBe('䶮𬭎')
  })
})

describe('csv', () => {
  test.each([
    ['comma', '姓名,电话\n张伟,0138\n'],
    ['semicolon', '姓名;电话\n张伟;0138\n'],
    ['tab', '姓名\t电话\n张伟\t0138\n'],
    ['full-width comma', '姓名，电话\n张伟，0138\n'],
    ['comma, with a full-width one in a cell', '姓名,电话\n张伟,0138\n'],
    ['carriage returns', '姓名,电话\r张伟,0138'],
    ['quotes', '"姓名","电话"\r\n" 张伟 ","0138"\r\n'],
  ])('%s', async (_, text) => {
    const [grid] = await gridsOf('a.csv', utf8(text))
    expect(grid?.rows).toEqual([
      ['姓名', '电话'],
      ['张伟', '0138'],
    ])
  })

  test('UTF-16, as Excel writes its Unicode text', async () => {
    const bytes = Buffer.from('\ufeff姓名\t电话\r\n张伟\t0138\r\n', 'utf16le')
    expect((await gridsOf('a.txt', bytes))[0]?.rows[1]).toEqual(['张伟', '0138'])
  })

  test('empty rows in between keep their numbers, those at the end are left out', async () => {
    const [grid] = await gridsOf('a.csv', utf8('姓名,电话,\n\n张伟,0138,\n,,\n\n'))
    expect(grid?.rows).toEqual([
      ['姓名', '电话'],
      ['', ''],
      ['张伟', '0138'],
    ])
  })

  test('5,000 people with headings are read, 5,051 rows are not', async () => {
    const people = (count: number) => utf8(`姓名,电话\n${'张伟,0138\n\n'.repeat(count)}`)
    expect((await gridsOf('a.csv', people(5_000)))[0]?.rows).toHaveLength(9_999 + 1)
    expect(await reasonAgainst('a.csv', people(5_050))).toBe('tooManyRows')
  })
})

describe('workbooks', () => {
  test('a telephone stored as a number keeps all its digits, a text its leading zeros', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: '名单', rows: [[13_800_001_234, 1e20, 0.1 + 0.2, 2022.12, '0007', true]] }],
    })
    expect((await gridsOf('a.xlsx', bytes))[0]?.rows).toEqual([
      ['13800001234', '100000000000000000000', '0.3', '2022.12', '0007', 'true'],
    ])
  })

  test('a day is written as a day', async () => {
    const joined = new Date('2021-07-01T00:00:00Z')
    const bytes = await writeXlsx({
      sheets: [{ name: '名单', rows: [[joined]], columns: [{ numFmt: 'yyyy"年"m"月"d"日"' }] }],
    })
    expect((await gridsOf('a.xlsx', bytes))[0]?.rows).toEqual([['2021-07-01']])
  })

  test('of a formula the result is read, a line break within a cell stays', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><v> 张\n伟 </v></c></row>'
    const bytes = zipOf(workbookParts({ 'xl/worksheets/sheet1.xml': sheet(rows) }))
    expect((await gridsOf('a.xlsx', bytes))[0]?.rows).toEqual([['2', '张\n伟']])
  })

  test('hidden sheets and empty sheets are left out, the others keep their names', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '一组', rows: [['张伟']] },
        { name: '字典', rows: Array(9_000).fill(['省']), hidden: true },
        { name: '二组', rows: [[null, '李娜']] },
        { name: '空', rows: [] },
      ],
    })
    const grids = await gridsOf('a.xlsx', bytes)
    expect(grids.map(({ tab, rows }) => [tab, rows])).toEqual([
      ['一组', [['张伟']]],
      ['二组', [['', '李娜']]],
    ])
  })

  test('formatted empty cells and rows, however many, are no content', async () => {
    const empty = Array.from(
      { length: 60_000 },
      (_, at) => `<row r="${at + 2}" s="1"><c r="A${at + 2}" s="1"/><c r="XFD${at + 2}"></c></row>`,
    )
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="ZZ1" s="4"/></row>${empty.join('')}`
    const bytes = zipOf(workbookParts({ 'xl/worksheets/sheet1.xml': sheet(rows) }))
    expect(await gridsOf('a.xlsx', bytes)).toEqual([{ tab: '名单', rows: [['姓名']], merges: [] }])
  })

  test('parts written with a prefix are read, too', async () => {
    const data = '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" /></x:row>'
    const xml = `<x:worksheet xmlns:x="m"><x:sheetData>${data}</x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:C3"/></x:mergeCells></x:worksheet>`
    const bytes = zipOf(workbookParts({ 'xl/worksheets/sheet1.xml': xml }))
    expect(await gridsOf('a.xlsx', bytes)).toEqual([
      { tab: '名单', rows: [['姓名']], merges: [{ top: 0, left: 0, bottom: 0, right: 0 }] },
    ])
  })

  test('5,000 people with a title, headings and notes are read, 5,051 rows are not', async () => {
    const people = (count: number) =>
      writeXlsx({ sheets: [{ name: 'a', rows: Array(count).fill(['张伟', 13_800_001_234]) }] })
    expect((await gridsOf('a.xlsx', await people(5_050)))[0]?.rows).toHaveLength(5_050)
    expect(await reasonAgainst('a.xlsx', await people(5_051))).toBe('tooManyRows')
  })

  test('a name that says something else does not matter', async () => {
    const bytes = zipOf(workbookParts())
    expect((await gridsOf('名单.csv', bytes))[0]?.rows).toEqual([['姓名']])
    expect((await gridsOf('名单.xls', utf8('姓名\t电话\n张伟\t0138')))[0]?.rows).toHaveLength(2)
  })
})

test('whoever stops the bot does not wait for a table', async () => {
  const stopping = new AbortController()
  const reading = readTable({ name: 'a.csv', bytes: utf8('姓名') }, stopping.signal)
  stopping.abort(new Error('stopped'))
  await expect(reading).rejects.toThrow('stopped')
  const again = readTable({ name: 'a.csv', bytes: utf8('姓名') }, new AbortController().signal)
  expect(await again).toMatchObject({ ok: true })
})
