// Sheets as branches send them, read as a person would read them.

import { describe, expect, test } from 'vitest'
import { parseRosterGrids } from '../../src/members/rules/roster-grid.ts'
import { sheet, told } from './roster-told.ts'

function peopleIn(...sheets: Parameters<typeof parseRosterGrids>[0]): string[] {
  return told(parseRosterGrids(sheets))
}

function doubtsIn(...sheets: Parameters<typeof parseRosterGrids>[0]) {
  return parseRosterGrids(sheets).doubts
}

describe('the header', () => {
  test.each([
    '姓名|手机',
    '名字|手机号',
    '党员姓名|手机号码',
    '姓　名|联系电话',
    '姓␤名|联系␤方式',
    '姓名*|电话：',
    '同志|移动电话',
    '姓名（必填）|联系电话（手机）',
    '名字|本人电话',
  ])('%s has names and phones', (header) => {
    expect(peopleIn(sheet(`${header}\n李晓雯|13812346281`))).toEqual(['李晓雯 6281 full?'])
  })

  test.each([
    '手机后四位',
    '后四位',
    '尾号',
    '手机尾号',
    '手机号后4位',
    '联系电话（后四位）',
    '电话末四位',
  ])('%s lists tails, of which Excel dropped the zeros', (title) => {
    const read = parseRosterGrids([sheet(`姓名|${title}\n李晓雯|123\n孙悦|7\n林涛|6607`)])
    expect(told(read)).toEqual(['李晓雯 0123 full?', '孙悦 0007 full?', '林涛 6607 full?'])
    expect(read.doubts).toEqual([{ kind: 'paddedTail', lines: [2, 3] }])
  })

  test.each(['党小组', '小组', '所在小组', '组别', '所属党小组', '党小组名称'])(
    '%s is the party group',
    (title) => {
      expect(peopleIn(sheet(`姓名|${title}\n李晓雯|设计一组`))).toEqual(['李晓雯 - full? 设计一组'])
    },
  )

  test.each(['类别', '政治面貌', '身份', '党员类别', '党员类型', '人员类别'])(
    '%s is the standing',
    (title) => {
      expect(peopleIn(sheet(`姓名|${title}\n李晓雯|预备党员`))).toEqual(['李晓雯 - probationary'])
    },
  )

  test('may stand in the fourth row and be two rows high', () => {
    const read = sheet(
      [
        '青砖里文创园联合党支部',
        '党员基本信息表',
        '填报时间：2026年11月|||||||填表人：陈敏',
        '序号|姓名|联系方式|||党员信息||备注',
        '||手机|座机|微信|类别|入党时间|',
        '1|李晓雯|13812346281|0571-88881234|lxw|中共党员|2012.7|',
        '2|孙悦|13912343307|||中共预备党员|2025.12|',
      ].join('\n'),
      [
        [0, 0, 0, 7],
        [1, 0, 1, 7],
        [3, 0, 4, 0],
        [3, 1, 4, 1],
        [3, 2, 3, 4],
        [3, 5, 3, 6],
        [3, 7, 4, 7],
      ],
    )
    expect(peopleIn(read)).toEqual(['李晓雯 6281 full', '孙悦 3307 probationary'])
    expect(doubtsIn(read)).toEqual([])
    expect(peopleIn({ ...read, merges: [] })).toEqual([
      '李晓雯 6281 full',
      '孙悦 3307 probationary',
    ])
  })

  test('may have its names in the lower of two rows', () => {
    const read = sheet('序号|基本信息||党小组\n|姓名|手机|\n1|李晓雯|13812346281|一组')
    expect(peopleIn(read)).toEqual(['李晓雯 6281 full? 一组'])
  })

  test('that comes again on every printed page is nobody', () => {
    const read = sheet('姓名|尾号\n李晓雯|6281\n姓名|尾号\n孙悦|3307')
    expect(peopleIn(read)).toEqual(['李晓雯 6281 full?', '孙悦 3307 full?'])
    expect(doubtsIn(read)).toEqual([])
  })

  test('may be missing: then the contents tell, and the secretary is told', () => {
    const read = sheet(
      [
        '1|李晓雯|女|汉族|13812346281|设计一组|正式党员',
        '2|孙悦|女|回族|13912343307|设计二组|预备党员',
        '3|林涛|男|汉族|13712346607|设计二组|正式党员',
      ].join('\n'),
    )
    expect(peopleIn(read)).toEqual([
      '李晓雯 6281 full 设计一组',
      '孙悦 3307 probationary 设计二组',
      '林涛 6607 full 设计二组',
    ])
    expect(doubtsIn(read)).toEqual([{ kind: 'noHeader' }])
  })

  test('of something else is no roster', () => {
    const expenses = sheet('日期|事项|金额\n2026-01-03|购书|300\n2026-02-03|会议用水|120')
    expect(parseRosterGrids([expenses])).toEqual({
      lines: [],
      doubts: [{ kind: 'noNameColumn' }],
      assumedFull: 0,
      ignored: [],
    })
    expect(doubtsIn()).toEqual([{ kind: 'noNameColumn' }])
  })
})

describe('party groups', () => {
  test('fill their merged cells', () => {
    const read = sheet('党小组|姓名\n一组|李晓雯\n|孙悦\n二组|林涛\n|冯丽\n|赵一鸣', [
      [1, 0, 2, 0],
      [3, 0, 4, 0],
    ])
    expect(peopleIn(read)).toEqual([
      '李晓雯 - full? 一组',
      '孙悦 - full? 一组',
      '林涛 - full? 二组',
      '冯丽 - full? 二组',
      '赵一鸣 - full?',
    ])
  })

  test('in a csv, which knows no merged cells, go on below, and the secretary is told', () => {
    const read = sheet('党小组|姓名|尾号\n一组|李晓雯|6281\n|孙悦|3307\n二组|林涛|6607\n|冯丽|1109')
    expect(peopleIn(read)).toEqual([
      '李晓雯 6281 full? 一组',
      '孙悦 3307 full? 一组',
      '林涛 6607 full? 二组',
      '冯丽 1109 full? 二组',
    ])
    expect(doubtsIn(read)).toEqual([{ kind: 'groupFromAbove', lines: [3, 5] }])
  })

  test('that are written for each person go nowhere else', () => {
    const read = sheet('姓名|党小组\n李晓雯|一组\n孙悦|\n林涛|一组')
    expect(peopleIn(read)).toEqual(['李晓雯 - full? 一组', '孙悦 - full?', '林涛 - full? 一组'])
  })

  test('may be headings between the people', () => {
    const read = sheet(
      '序号|姓名|尾号\n第一党小组（2人）||\n1|李晓雯|6281\n2|孙悦|3307\n党小组：设计二组||\n3|林涛|6607',
      [[1, 0, 1, 2]],
    )
    expect(peopleIn(read)).toEqual([
      '李晓雯 6281 full? 第一党小组',
      '孙悦 3307 full? 第一党小组',
      '林涛 6607 full? 设计二组',
    ])
    expect(doubtsIn(read)).toEqual([])
  })

  test('end where a heading speaks of a standing', () => {
    const read = sheet('姓名\n第一党小组\n李晓雯\n二、入党积极分子：2名\n孙悦\n林涛')
    expect(peopleIn(read)).toEqual([
      '李晓雯 - full? 第一党小组',
      '孙悦 - activist',
      '林涛 - activist',
    ])
  })

  test('keep the standings that stand below them', () => {
    const read = sheet('姓名\n一组\n正式党员\n李晓雯\n预备党员\n孙悦\n二组\n正式党员\n林涛')
    expect(peopleIn(read)).toEqual([
      '李晓雯 - full 一组',
      '孙悦 - probationary 一组',
      '林涛 - full 二组',
    ])
  })
})

test('a list with one person a row and another sheet with names', () => {
  const many = sheet('姓名|尾号\n李晓雯|6281\n孙悦|3307')
  const few = sheet('姓名\n林涛', [], '积极分子')
  const none = sheet('月份|次数\n1|2', [], '统计')
  expect(peopleIn(few, none, many)).toEqual(['李晓雯 6281 full?', '孙悦 3307 full?'])
  expect(doubtsIn(few, none, many)).toEqual([{ kind: 'otherSheets', tabs: ['积极分子'] }])
})
