// A pasted roster, read line by line, with what a human should look at.

import { describe, expect, test } from 'vitest'
import { parseRosterLines } from '../../src/members/rules/roster-lines.ts'
import { told } from './roster-told.ts'

describe('one line is one person', () => {
  test.each([
    ['李晓雯 6281', '李晓雯', '6281'],
    ['李晓雯6281', '李晓雯', '6281'],
    ['李晓雯，6281', '李晓雯', '6281'],
    ['李晓雯\t６２８１', '李晓雯', '6281'],
    ['6281 李晓雯', '李晓雯', '6281'],
    ['3. 李晓雯 6281', '李晓雯', '6281'],
    ['12 李晓雯 6281', '李晓雯', '6281'],
    ['（3）李晓雯 6281', '李晓雯', '6281'],
    ['李晓雯 13812346281', '李晓雯', '6281'],
    ['李晓雯 +8613812346281', '李晓雯', '6281'],
    ['王 强 0012', '王强', '0012'],
    ['买买提·艾力 0012', '买买提·艾力', '0012'],
    ['John Smith 0012', 'John Smith', '0012'],
    ['<b>林涛</b> 0012', '<b>林涛</b>', '0012'],
    ['林\u202e涛 0012', '林涛', '0012'],
    [`${'长'.repeat(80)} 0012`, '长'.repeat(64), '0012'],
    ['林涛', '林涛', undefined],
    ['①林涛 0012', '林涛', '0012'],
    ['一、林涛 0012', '林涛', '0012'],
    ['- 林涛 0012', '林涛', '0012'],
    ['林涛（0012）', '林涛', '0012'],
    ['林涛 尾号0012', '林涛', '0012'],
    ['姓名：林涛 电话：13812340012', '林涛', '0012'],
    ['林涛 男 汉族 138 1234 0012', '林涛', '0012'],
    ['林涛 0571-88881234', '林涛', undefined],
    ['欧阳 一雯 0012', '欧阳一雯', '0012'],
    ['林涛同志 ✅ 0012', '林涛', '0012'],
  ])('%j is %s with %s', (line, name, phoneTail) => {
    const { lines, doubts } = parseRosterLines(line)
    const assumed = { standing: 'full', standingAssumed: true }
    expect(lines).toEqual([{ name, ...assumed, ...(phoneTail && { phoneTail }) }])
    expect(doubts).toEqual(phoneTail ? [] : [{ kind: 'noTail', lines: [1] }])
  })

  test('and may say the party group and the office', () => {
    expect(told(parseRosterLines('林涛 0012 第一党小组 组织委员 预备党员'))).toEqual([
      '林涛 0012 probationary 第一党小组 organiser',
    ])
  })
})

describe('a standing', () => {
  test.each([
    ['孙悦 3304', 'full'],
    ['孙悦 3304 正式', 'full'],
    ['孙悦 3304 预备党员', 'probationary'],
    ['孙悦 预备 3304', 'probationary'],
    ['孙悦 3304 发展对象', 'candidate'],
    ['孙悦 3304 积极分子', 'activist'],
    ['孙悦 3304 入党申请人', 'applicant'],
  ])('in %s is %s', (line, standing) => {
    expect(parseRosterLines(line).lines).toMatchObject([
      { name: '孙悦', phoneTail: '3304', standing },
    ])
  })

  test('that is not said is 正式, and how often that was assumed is known', () => {
    const { assumedFull } = parseRosterLines('孙悦 3304\n林涛 6607 正式\n冯丽 1109')
    expect(assumedFull).toBe(2)
  })
})

describe('what a human should look at', () => {
  const pasted = [
    '姓名 手机后四位',
    '陈敏 6601',
    '王建国 0123',
    '',
    '6281',
    '林涛',
    '王建国 0456',
    '陈敏 6601',
    '孙悦 3304 110101199003071234',
    '赵一鸣 12345',
  ].join('\n')

  test('is named with the lines as they were pasted', () => {
    expect(parseRosterLines(pasted).doubts).toEqual([
      { kind: 'samePerson', lines: [2, 8], name: '陈敏' },
      { kind: 'sameName', lines: [3, 7], name: '王建国' },
      { kind: 'noTail', lines: [6] },
      { kind: 'idIgnored' },
      { kind: 'unreadable', line: 5, text: '6281' },
      { kind: 'unreadable', line: 10, text: '赵一鸣 12345' },
    ])
  })

  test('does not keep the others from being read, each once', () => {
    const names = parseRosterLines(pasted).lines.map(({ name, phoneTail }) => `${name}${phoneTail}`)
    expect(names).toEqual(['陈敏6601', '王建国0123', '林涛undefined', '王建国0456', '孙悦3304'])
  })

  test('holds no ID number and no more than four digits of a phone', () => {
    const read = parseRosterLines('孙悦 110101199003071234\n李晓雯 13812346281')
    expect(JSON.stringify(read)).not.toMatch(/\d{5}/)
  })
})

test('nothing but rubbish is nobody', () => {
  expect(parseRosterLines('\n  \n----\n12345\n。。。\n=1+1 0012').lines).toEqual([])
})
