// What stands in which column of a roster: blocks side by side, offices, standings, remarks.

import { describe, expect, test } from 'vitest'
import { parseRosterGrids } from '../../src/members/rules/roster-grid.ts'
import { sheet, told } from './roster-told.ts'

function peopleIn(...sheets: Parameters<typeof parseRosterGrids>[0]): string[] {
  return told(parseRosterGrids(sheets))
}

function doubtsIn(...sheets: Parameters<typeof parseRosterGrids>[0]) {
  return parseRosterGrids(sheets).doubts
}

describe('two blocks side by side', () => {
  test('are read row by row', () => {
    const read = sheet(
      [
        '青砖里支部通讯录',
        '序号|姓名|电话||序号|姓 名|电话',
        '1|李晓雯|13812346281||3|林涛|13712346607',
        '2|孙悦|13912343307||4|冯丽|',
        '合计|4人',
      ].join('\n'),
      [[0, 0, 0, 6]],
    )
    expect(peopleIn(read)).toEqual([
      '李晓雯 6281 full?',
      '林涛 6607 full?',
      '孙悦 3307 full?',
      '冯丽 - full?',
    ])
    expect(doubtsIn(read)).toEqual([{ kind: 'noTail', lines: [4] }])
  })

  test('end where each of them ends', () => {
    const read = sheet('姓名|尾号|姓名|尾号\n李晓雯|6281|林涛|6607\n合计|2人|冯丽|1109')
    expect(peopleIn(read)).toEqual(['李晓雯 6281 full?', '林涛 6607 full?', '冯丽 1109 full?'])
  })

  test('share the party group that stands left of both', () => {
    const read = sheet('党小组|姓名|尾号|姓名|尾号\n一组|李晓雯|6281|孙悦|3307\n二组|林涛|6607||')
    expect(peopleIn(read)).toEqual([
      '李晓雯 6281 full? 一组',
      '孙悦 3307 full? 一组',
      '林涛 6607 full? 二组',
    ])
  })

  test('may each have their own', () => {
    const read = sheet('党小组|姓名|党小组|姓名\n一组|李晓雯|二组|孙悦\n一组|林涛|二组|冯丽')
    expect(peopleIn(read)).toEqual([
      '李晓雯 - full? 一组',
      '孙悦 - full? 二组',
      '林涛 - full? 一组',
      '冯丽 - full? 二组',
    ])
  })
})

describe('offices and standings', () => {
  test.each([
    ['书记', 'secretary'],
    ['党支部书记', 'secretary'],
    ['支部副书记', 'deputySecretary'],
    ['组织委员', 'organiser'],
    ['宣传委员', 'publicist'],
    ['纪检委员', 'disciplineOfficer'],
    ['党小组长', 'groupLeader'],
    ['第一党小组组长', 'groupLeader'],
    ['组长', 'groupLeader'],
    ['副书记、组织委员', 'deputySecretary'],
    ['副书记兼纪检委员', 'deputySecretary'],
    ['研发组长', undefined],
    ['部门经理', undefined],
    ['', undefined],
  ])('支部职务 %j is %s', (duty, office) => {
    const { lines, doubts } = parseRosterGrids([sheet(`姓名|支部职务|尾号\n李晓雯|${duty}|6281`)])
    expect(lines[0]?.office).toBe(office)
    expect(doubts).toEqual([])
  })

  test('a duty in the branch comes before one at work', () => {
    const read = sheet('姓名|职务|党内职务\n李晓雯|书记|组织委员\n孙悦|组长|')
    expect(peopleIn(read)).toEqual(['李晓雯 - full? - organiser', '孙悦 - full?'])
  })

  test.each([
    ['正式', 'full'],
    ['中共党员', 'full'],
    ['党员', 'full'],
    ['中共党员（正式）', 'full'],
    ['预备', 'probationary'],
    ['中共预备党员', 'probationary'],
    ['中共党员（预备）', 'probationary'],
    ['发展对象', 'candidate'],
    ['入党积极分子', 'activist'],
    ['积 极 分 子', 'activist'],
    ['入党申请人', 'applicant'],
    ['群众', 'nonMember'],
    ['共青团员', 'nonMember'],
    ['团员', 'nonMember'],
    ['民主党派', 'nonMember'],
  ])('政治面貌 %s is %s', (word, standing) => {
    const { lines, doubts } = parseRosterGrids([sheet(`姓名|政治面貌|尾号\n李晓雯|${word}|6281`)])
    expect(lines).toEqual([{ name: '李晓雯', phoneTail: '6281', standing }])
    expect(doubts).toEqual([])
  })

  test('in unknown words are 正式 until somebody says otherwise, and named', () => {
    const read = parseRosterGrids([
      sheet('姓名|类别|尾号\n李晓雯|在职|6281\n孙悦|流动党员|3307\n林涛|在职|6607\n冯丽||1109'),
    ])
    expect(told(read)).toEqual([
      '李晓雯 6281 full?',
      '孙悦 3307 full?',
      '林涛 6607 full?',
      '冯丽 1109 full?',
    ])
    expect(read.doubts).toEqual([
      { kind: 'unknownStanding', lines: [2, 4], text: '在职' },
      { kind: 'unknownStanding', lines: [3], text: '流动党员' },
    ])
    expect(read.assumedFull).toBe(1)
  })

  test('of two such columns the one with known words counts', () => {
    const read = sheet('姓名|身份|政治面貌\n李晓雯|职工|预备党员\n孙悦|学生|中共党员')
    expect(peopleIn(read)).toEqual(['李晓雯 - probationary', '孙悦 - full'])
    expect(doubtsIn(read)).toEqual([{ kind: 'noTail', lines: [2, 3] }])
  })

  test('a remark that says somebody is gone changes nothing, and is named', () => {
    const read = sheet(
      '姓名|尾号|备注\n李晓雯|6281|2025年6月转出\n孙悦|3307|退休\n林涛|6607|已去世\n冯丽|1109|预备党员',
    )
    expect(peopleIn(read)).toEqual([
      '李晓雯 6281 full?',
      '孙悦 3307 full?',
      '林涛 6607 full?',
      '冯丽 1109 probationary',
    ])
    expect(doubtsIn(read)).toEqual([
      { kind: 'maybeLeft', lines: [2], text: '转出' },
      { kind: 'maybeLeft', lines: [4], text: '去世' },
    ])
  })
})
