// What stands in single cells and rows of a roster: names, phones, ID numbers, totals and notes.

import { describe, expect, test } from 'vitest'
import { parseRosterGrids } from '../../src/members/rules/roster-grid.ts'
import { sheet, told } from './roster-told.ts'

describe('a name', () => {
  test.each([
    ['王 强', '王强'],
    ['李  娜', '李娜'],
    ['李　娜', '李娜'],
    ['王␤强', '王强'],
    ['欧 阳 娜', '欧阳娜'],
    ['欧阳 一雯', '欧阳一雯'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
    ['阿依古丽 • 买买提', '阿依古丽·买买提'],
    ['John Smith', 'John Smith'],
    ['Jean-Luc O’Neill', 'Jean-Luc O’Neill'],
    ['䶮𬭎', '䶮𬭎'],
    ['𠮷田', '𠮷田'],
    ['张伟（大）', '张伟(大)'],
    ['张伟（预备）', '张伟'],
    ['王强同志', '王强'],
    ['1、王强', '王强'],
    ['  王强* ', '王强'],
  ])('%j is %s', (cell, name) => {
    const { lines } = parseRosterGrids([sheet(`姓名|尾号\n${cell}|6281`)])
    expect(lines).toMatchObject([{ name, phoneTail: '6281' }])
  })

  test.each(["=cmd|' /C calc'!A1", '=1+1', '+A1', '12345', '13812346281', '？？', '#REF!'])(
    '%s is none',
    (cell) => {
      const grid = {
        tab: '',
        rows: [
          ['姓名', '尾号'],
          [cell, '6281'],
        ],
        merges: [],
      }
      const { lines, doubts } = parseRosterGrids([grid])
      expect(lines).toEqual([])
      expect(doubts).toMatchObject([{ kind: 'unreadable', line: 2 }])
    },
  )

  test('with more beside it is read, and the rest is named', () => {
    const { lines, doubts } = parseRosterGrids([sheet('姓名|尾号\n张三 技术部|1234')])
    expect(lines).toMatchObject([{ name: '张三' }])
    expect(doubts).toEqual([{ kind: 'unusedWords', lines: [2], text: '技术部' }])
  })

  test('comes twice: told apart by the digits; with the same digits one person', () => {
    const { lines, doubts } = parseRosterGrids([
      sheet('姓名|尾号\n王建国|0123\n王 建国|4567\n李娜|8899\n李娜|8899'),
    ])
    expect(told({ lines })).toEqual(['王建国 0123 full?', '王建国 4567 full?', '李娜 8899 full?'])
    expect(doubts).toEqual([
      { kind: 'samePerson', lines: [4, 5], name: '李娜' },
      { kind: 'sameName', lines: [2, 3], name: '王建国' },
    ])
  })

  test('over two rows is one person', () => {
    const grid = sheet('姓名|电话\n李晓雯|13812346281\n|0571-88881234', [[1, 0, 2, 0]])
    const { lines, doubts } = parseRosterGrids([grid])
    expect(told({ lines })).toEqual(['李晓雯 6281 full?'])
    expect(doubts).toEqual([])
  })
})

describe('a phone', () => {
  test.each([
    ['13812346281', '6281'],
    ['１３８１２３４６２８１', '6281'],
    ['+86 138 1234 6281', '6281'],
    ['0086-13812346281', '6281'],
    ['138-1234-6281', '6281'],
    ['13812346281.0', '6281'],
    ['1.3812346281E+10', '6281'],
    ['手机：13812346281', '6281'],
    ['13812346281（妻子）', '6281'],
    ['0571-88881234/13812346281', '6281'],
    ['+852 9123 4567', '4567'],
    ['6281', '6281'],
    ['138****6281', '6281'],
    ['***6281', '6281'],
  ])('%s ends in %s', (cell, phoneTail) => {
    const { lines, doubts } = parseRosterGrids([sheet(`姓名|电话\n王强|${cell}\n李娜|13800000000`)])
    expect(lines[0]).toMatchObject({ phoneTail })
    expect(doubts).toEqual([])
  })

  test.each(['0571-88881234', '(0571)88881234', '88881234', '8888123', '无', '/', '', '同上'])(
    'is not in %j: no tail',
    (cell) => {
      const { doubts } = parseRosterGrids([sheet(`姓名|电话\n王强|${cell}\n李娜|13800000000`)])
      expect(doubts).toEqual([{ kind: 'noTail', lines: [2] }])
    },
  )

  test.each(['1381234628', '138123462811', '123', '1.38E+10'])('%s is none, and named', (cell) => {
    const { doubts } = parseRosterGrids([sheet(`姓名|电话\n王强|${cell}\n李娜|13800000000`)])
    expect(doubts).toEqual([{ kind: 'oddPhone', lines: [2] }])
  })

  test.each([
    '13812346281/13912343307',
    '13812346281、13912343307',
    '13812346281␤13912343307',
    '138 1234 6281 139 1234 3307',
  ])('beside another in %j counts, and both are named', (cell) => {
    const { lines, doubts } = parseRosterGrids([sheet(`姓名|电话\n王强|${cell}`)])
    expect(lines).toMatchObject([{ phoneTail: '6281' }])
    expect(doubts).toEqual([{ kind: 'twoPhones', lines: [2] }])
  })

  test('may stand in one of several columns: tails first, then mobiles', () => {
    const grid = sheet(
      '姓名|联系电话|手机号码|手机后四位\n王强|13900001111|13900002222|3333\n李娜|13900001111|13900002222|\n林涛|13900001111||',
    )
    expect(told(parseRosterGrids([grid]))).toEqual([
      '王强 3333 full?',
      '李娜 2222 full?',
      '林涛 1111 full?',
    ])
  })
})

describe('an ID number', () => {
  test.each(['身份证号', '公民身份号码', '证件号码', '身份证␤号码', '银行卡号', '身份证后四位'])(
    'in a column %s is not kept, and the column is named',
    (title) => {
      const read = parseRosterGrids([sheet(`姓名|${title}|尾号\n王强|11010119900307123X|6281`)])
      expect(read.ignored).toEqual([title.replace('␤', ' ')])
      expect(read.doubts).toEqual([])
      expect(JSON.stringify(read)).not.toMatch(/1990|0307/)
    },
  )

  test.each([
    '110101199003071234',
    '11010119900307123X',
    '110101900307123',
    '1.10101199003071E+17',
  ])('%s is known by its look, whatever the column is called', (cell) => {
    const read = parseRosterGrids([sheet(`姓名|档案|手机\n王强|${cell}|13812346281`)])
    expect(read.ignored).toEqual(['档案'])
    expect(told(read)).toEqual(['王强 6281 full?'])
  })

  test('is not kept in part', () => {
    const read = parseRosterGrids([sheet('姓名|身份证后四位\n王强|1234')])
    expect(told(read)).toEqual(['王强 - full?'])
    expect(read.ignored).toEqual(['身份证后四位'])
  })

  test('beside a name or a phone is not kept either', () => {
    const read = parseRosterGrids([
      sheet('姓名|电话\n王强 110101199003071234|13812346281\n李娜|110101199003071234\n林涛|6607'),
    ])
    expect(told(read)).toEqual(['王强 6281 full?', '李娜 - full?', '林涛 6607 full?'])
    expect(read.doubts).toEqual([{ kind: 'noTail', lines: [3] }, { kind: 'idIgnored' }])
    expect(read.ignored).toEqual([])
  })

  test('other columns are not kept and not named', () => {
    const grid = sheet(
      '姓名|性别|出生年月|入党时间|学历|家庭住址|尾号\n王强|男|1990.3|2012.7|本科|文三路1号|6281',
    )
    expect(parseRosterGrids([grid])).toEqual({
      lines: [{ name: '王强', phoneTail: '6281', standing: 'full', standingAssumed: true }],
      doubts: [],
      assumedFull: 1,
      ignored: [],
    })
  })
})

describe('what is nobody', () => {
  test.each([
    '合计|28人',
    '总计||28',
    '小 计|28',
    '|合计：28人',
    '共28人',
    '备注：1.本表由支部填写；2.流动党员请在备注栏注明。',
    '说明：流动党员请注明',
    '注：本表一式两份',
    '填表人：陈敏||审核人：周航',
    '制表日期：2026年11月3日',
    '填报时间：2026年11月',
    '|支部书记（签字）：|陈敏',
    '支部书记：|陈敏|',
    '负责人签字：',
    '3||',
  ])('%j is left out and needs no look', (row) => {
    const read = parseRosterGrids([sheet(`序号|姓名|尾号\n1|王强|6281\n2|李娜|8899\n${row}`)])
    expect(told(read)).toEqual(['王强 6281 full?', '李娜 8899 full?'])
    expect(read.doubts).toEqual([])
  })

  test('a line of prose is left out and named', () => {
    const grid = sheet('姓名|尾号\n王强|6281\n以上同志均已按时交纳党费|', [[2, 0, 2, 1]])
    const read = parseRosterGrids([grid])
    expect(told(read)).toEqual(['王强 6281 full?'])
    expect(read.doubts).toEqual([{ kind: 'leftOut', lines: [3], text: '以上同志均已按时交纳党费' }])
  })

  test('text below the numbers is left out and named', () => {
    const { doubts } = parseRosterGrids([sheet('序号|姓名\n1|王强\n正式20人，预备8人|')])
    expect(doubts).toEqual([
      { kind: 'noTail', lines: [2] },
      { kind: 'leftOut', lines: [3], text: '正式20人,预备8人' },
    ])
  })

  test('a row with digits and no name is named', () => {
    const grid = sheet('序号|姓名|尾号\n1|王强|6281\n2||3333\n3|/|4444')
    expect(parseRosterGrids([grid]).doubts).toEqual([{ kind: 'noName', lines: [3, 4] }])
  })
})
