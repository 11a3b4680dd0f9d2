// Lists as people paste them out of other programs: a 接龙, a table, names in one line.

import { describe, expect, test } from 'vitest'
import { parseRosterLines } from '../../src/members/rules/roster-lines.ts'
import { told } from './roster-told.ts'

const read = (...lines: string[]) => parseRosterLines(lines.join('\n'))

describe('a 接龙', () => {
  test('has a title, an example, and people who write behind their names what they like', () => {
    const { lines, doubts } = read(
      '#接龙',
      '12月4日集中培训报名，请大家填姓名',
      '地点：二楼会议室',
      '例 张三 参加',
      '',
      '1. 冯丽俊（晚到10分钟）',
      '2. 司马杰 ✅',
      '3. 杨 博 参加',
      '4. 钱航+1',
      '5、蒋欣雨 我可能晚一点到',
      '6. 沈航燕-设计组',
      '7) 王梓👍🏻已到',
      '8. 郑桐一(请假，出差',
      '9.@沈萱',
      '10. 阿依古丽·买买提 1234',
      '11. 13812346281',
    )
    expect(told({ lines })).toEqual([
      '冯丽俊 - full?',
      '司马杰 - full?',
      '杨博 - full?',
      '钱航 - full?',
      '蒋欣雨 - full?',
      '沈航燕 - full? 设计组',
      '王梓 - full?',
      '郑桐一 - full?',
      '沈萱 - full?',
      '阿依古丽·买买提 1234 full?',
    ])
    expect(doubts).toEqual([
      { kind: 'noTail', lines: [6, 7, 8, 9, 10, 11, 12, 13, 14] },
      { kind: 'unreadable', line: 16, text: '11. …' },
    ])
  })

  test('with a line that nobody numbered: it is left out and named', () => {
    const { lines, doubts } = read('#接龙', '报名', '1. 冯丽俊', '记得带党章', '2. 司马杰')
    expect(told({ lines })).toEqual(['冯丽俊 - full?', '司马杰 - full?'])
    expect(doubts).toContainEqual({ kind: 'leftOut', lines: [4], text: '记得带党章' })
  })

  test('in which nobody is numbered is a list like any other', () => {
    expect(told(read('#接龙', '冯丽俊', '司马杰'))).toEqual(['冯丽俊 - full?', '司马杰 - full?'])
  })

  test('in which somebody entered twice has them once', () => {
    const { lines, doubts } = read('#接龙', '1. 冯丽俊', '2. 司马杰', '3. 冯丽俊')
    expect(lines).toHaveLength(2)
    expect(doubts).toContainEqual({ kind: 'samePerson', lines: [2, 4], name: '冯丽俊' })
  })
})

describe('names', () => {
  test.each([
    '张三、李四、王五',
    '张三；李四；王五',
    '1、张三、李四、王五',
    '1.张三 2.李四 3.王五',
    '张三 1、李四 2、王五',
  ])('in one line, %j, are three people', (line) => {
    expect(read(line).lines.map(({ name }) => name)).toEqual(['张三', '李四', '王五'])
  })

  test('in one line may have their digits', () => {
    expect(told(read('张三1234、李四 2345、王五（3456）'))).toEqual([
      '张三 1234 full?',
      '李四 2345 full?',
      '王五 3456 full?',
    ])
  })

  test('by commas or spaces are several people when there are many', () => {
    const names = ['张三', '李四', '王五', '赵六']
    for (const sign of ['，', ',', ' ', '  ']) {
      expect(read(names.join(sign)).lines.map(({ name }) => name)).toEqual(names)
    }
  })

  test('below headings, or behind them, belong there', () => {
    const { lines, doubts } = read(
      '青砖里文创园联合党支部党员名册',
      '第一党小组（2人）',
      '李晓雯 6281',
      '孙悦 3307',
      '第二党小组：林涛、冯丽',
      '预备党员：',
      '赵一鸣 1109',
      '合计5人',
    )
    expect(told({ lines })).toEqual([
      '李晓雯 6281 full? 第一党小组',
      '孙悦 3307 full? 第一党小组',
      '林涛 - full? 第二党小组',
      '冯丽 - full? 第二党小组',
      '赵一鸣 1109 probationary',
    ])
    expect(doubts).toEqual([{ kind: 'noTail', lines: [5] }])
  })

  test('behind an office have it', () => {
    const { lines, doubts } = read(
      '支部书记：陈敏 6601',
      '组织委员：周航 7702',
      '负责人：王建国 1109',
    )
    expect(told({ lines })).toEqual([
      '陈敏 6601 full? - secretary',
      '周航 7702 full? - organiser',
      '王建国 1109 full?',
    ])
    expect(doubts).toEqual([])
  })

  test('with more beside them are read, and the rest is named', () => {
    const { lines, doubts } = read('张三 技术部 1234', '李四 2345（已转出）')
    expect(told({ lines })).toEqual(['张三 1234 full?', '李四 2345 full?'])
    expect(doubts).toEqual([
      { kind: 'maybeLeft', lines: [2], text: '转出' },
      { kind: 'unusedWords', lines: [1], text: '技术部' },
    ])
  })
})

describe('a table', () => {
  test('out of a workbook is read like the workbook', () => {
    const { lines, ...looked } = read(
      '青砖里支部党员花名册',
      '序号\t党小组\t姓 名\t"手机\n号码"\t身份证号\t政治面貌',
      '1\t一组\t李晓雯\t13812346281\t11010119900307123X\t中共党员',
      '2\t一组\t孙悦\t13912343307\t110101199003071234\t预备党员',
      '3\t二组\t\t13912343308\t\t',
    )
    expect(told({ lines })).toEqual(['李晓雯 6281 full 一组', '孙悦 3307 probationary 一组'])
    expect(looked).toEqual({
      doubts: [{ kind: 'noName', lines: [6] }],
      assumedFull: 0,
      ignored: ['身份证号'],
    })
  })

  test('out of a workbook may have lost its header', () => {
    const { lines, doubts } = read(
      '1\t设计部\t李晓雯\t女\t13812346281',
      '2\t设计部\t孙悦\t女\t13912343307',
      '3\t综合部\t林涛\t男\t13712346607',
    )
    expect(told({ lines })).toEqual(['李晓雯 6281 full?', '孙悦 3307 full?', '林涛 6607 full?'])
    expect(doubts).toEqual([{ kind: 'noHeader' }])
  })

  test('with commas may have quotes, and commas and line breaks in them', () => {
    const { lines, doubts } = read(
      '姓名,备注,手机后四位',
      '李晓雯,"住址：文三路1号,\n二楼","6281"',
      '孙悦,"说""是""",33',
    )
    expect(told({ lines })).toEqual(['李晓雯 6281 full?', '孙悦 0033 full?'])
    expect(doubts).toEqual([{ kind: 'paddedTail', lines: [4] }])
  })

  test('whose lines have nothing between the columns but spaces is read line by line', () => {
    expect(told(read('姓名 手机 党小组 类别', '李晓雯 13812346281 一组 预备'))).toEqual([
      '李晓雯 6281 probationary 一组',
    ])
  })
})
