// Whatever is sent as a roster: it is read without a fault, in time, and no long number is kept.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRosterGrids } from '../../src/members/rules/roster-grid.ts'
import { parseRosterLines, type RosterRead } from '../../src/members/rules/roster-lines.ts'

const words = fc.constantFrom(
  ...[
    '姓名',
    '姓 名',
    '手机',
    '手机后四位',
    '党小组',
    '政治面貌',
    '备注',
    '身份证号',
    '支部职务',
    '序号',
  ],
  ...[
    '王强',
    '李  娜',
    '阿依古丽·买买提',
    'John Smith',
    '=1+1',
    '一组',
    '第一党小组（5人）',
    '合计',
  ],
  ...[
    '13812346281',
    '110101199003071234',
    '11010119900307123X',
    '6222020200112345678',
    '010-12345678',
  ],
  ...[
    '123',
    '0012',
    '2026-01-03',
    '预备',
    '群众',
    '书记',
    '转出',
    '/',
    '备注：无',
    '张三、李四',
    '1.',
    '',
  ],
)
const cell = fc.oneof(
  { weight: 5, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.stringMatching(/^[\d +.xE()·-]{0,40}$/) },
  { weight: 1, arbitrary: fc.tuple(words, words).map((pair) => pair.join(' ')) },
)
const corner = fc.integer({ min: -2, max: 30 })
const merge = fc.record({ top: corner, left: corner, bottom: corner, right: corner })
const grid = fc.record({
  tab: cell,
  rows: fc
    .integer({ min: 1, max: 8 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }))),
  merges: fc.array(merge, { maxLength: 5 }),
})
const text = fc
  .array(fc.array(cell, { maxLength: 5 }))
  .chain((lines) =>
    fc
      .constantFrom(' ', '\t', '，', '、')
      .map((sign) => lines.map((line) => line.join(sign)).join('\n')),
  )

function expectSound(read: RosterRead): void {
  const { lines, doubts, assumedFull } = read
  expect(JSON.stringify(read)).not.toMatch(/\d{11}/)
  const keys = lines.map(({ name, phoneTail = '' }) => `${name} ${phoneTail}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(lines.filter(({ name }) => !/\p{L}|\p{Co}/u.test(name))).toEqual([])
  expect(lines.every(({ phoneTail = '0000' }) => /^\d{4}$/.test(phoneTail))).toBe(true)
  expect(assumedFull).toBeLessThanOrEqual(lines.length)
  expect(doubts.every((doubt) => !('lines' in doubt) || doubt.lines.length > 0)).toBe(true)
}

describe('whatever is sent', () => {
  test('as a sheet is read, and no long number is kept', () => {
    fc.assert(
      fc.property(fc.array(grid, { maxLength: 3 }), (grids) =>
        expectSound(parseRosterGrids(grids)),
      ),
      { numRuns: 1_000 },
    )
  })

  test('as text is read, and no long number is kept', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (pasted) =>
        expectSound(parseRosterLines(pasted)),
      ),
      { numRuns: 1_000 },
    )
  })
})

describe('every row', () => {
  const person = fc.record({
    name: fc.constantFrom(
      '王强',
      '李  娜',
      '=1+1',
      '',
      '/',
      '12345',
      '阿依古丽·买买提',
      '欧阳一雯',
    ),
    phone: fc.constantFrom('13812346281', '6607', '0571-88881234', '12345', ''),
    group: fc.constantFrom('一组', ''),
  })

  test('with a name or a phone is a person, a double, or named as a doubt', () => {
    fc.assert(
      fc.property(fc.array(person), (people) => {
        const rows = people.map(({ name, phone, group }, at) => [`${at + 1}`, name, phone, group])
        const header = ['序号', '姓名', '手机', '党小组']
        const read = parseRosterGrids([{ tab: '', rows: [header, ...rows], merges: [] }])
        const filled = people.filter(({ name, phone }) => !['', '/'].includes(name) || phone !== '')
        expect(countOf(read)).toBe(filled.length)
      }),
    )
  })

  /** People, the doubles among them, and rows that are none. */
  function countOf({ lines, doubts }: RosterRead): number {
    return doubts.reduce((count, doubt) => {
      if (doubt.kind === 'samePerson') return count + doubt.lines.length - 1
      if (doubt.kind === 'noName') return count + doubt.lines.length
      return doubt.kind === 'unreadable' ? count + 1 : count
    }, lines.length)
  }
})

describe('a large list', () => {
  /** Far more than it takes beside other tests, far less than anything quadratic. */
  const timeout = 10_000

  test('of 5,000 rows and 40 columns is read at once', { timeout }, () => {
    const others = Array.from({ length: 35 }, (_, at) => `栏目${at}`)
    const header = ['序号', '姓名', '手机', '身份证号', '党小组', ...others]
    const rows = Array.from({ length: 5_000 }, (_, at) => [
      `${at}`,
      `王${String.fromCodePoint(0x4e00 + at)}`,
      `138${String(10_000_000 + at)}`,
      '11010119900307123X',
      at % 10 === 0 ? `第${at}组` : '',
      ...others.map((_title, column) => `内容${column} 转`),
    ])
    const merges = rows.flatMap((_, at) =>
      at % 10 === 0 ? [{ top: at + 1, bottom: at + 10, left: 4, right: 4 }] : [],
    )
    const read = parseRosterGrids([{ tab: '', rows: [header, ...rows], merges }])
    expect(read.lines).toHaveLength(5_000)
    expect(read.lines[19]?.partyGroup).toBe('第10组')
    expect(read.ignored).toEqual(['身份证号'])
  })

  test('of cells made to be slow is read at once', { timeout }, () => {
    const long = 100_000
    const units = [
      '1',
      '1 ',
      '1-',
      '王',
      '王 ',
      '王·',
      '(',
      '（王',
      '"',
      '""',
      '\t',
      ' ',
      '、',
      '组',
      '例',
    ]
    const nasty = units.map((unit) => unit.repeat(long / unit.length))
    const rows = [['姓名', '手机', '党小组', '类别'], ...nasty.map((one) => [one, one, one, one])]
    parseRosterGrids([{ tab: '', rows, merges: [] }])
    for (const one of nasty) {
      parseRosterLines(one)
      parseRosterLines(`姓名,手机\n${one},`)
      parseRosterLines(`第一党小组：${one}`)
      parseRosterLines(`#接龙\n1. ${one}`)
    }
  })

  test('of merged cells on merged cells is read at once', { timeout }, () => {
    const rows = Array.from({ length: 1_000 }, (_, at) => [
      at ? '王强' : '姓名',
      ...Array(39).fill(''),
    ])
    const merges = Array.from({ length: 20_000 }, () => ({
      top: 1,
      left: 1,
      bottom: 999,
      right: 39,
    }))
    expect(parseRosterGrids([{ tab: '', rows, merges }]).lines).toHaveLength(1)
  })
})
