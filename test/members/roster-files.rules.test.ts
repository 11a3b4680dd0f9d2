// The four lists as branches have them, each read as a person would read it.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseRosterGrids } from '../../src/members/rules/roster-grid.ts'
import { parseRosterLines } from '../../src/members/rules/roster-lines.ts'
import { readSent } from '../../src/platform/documents/table-kinds.ts'
import { told } from './roster-told.ts'

function bytesOf(name: string): Buffer {
  return readFileSync(new URL(`rosters/${name}`, import.meta.url))
}

async function readFile(name: string) {
  const table = await readSent({ name, bytes: bytesOf(name) })
  if (!table.ok) expect.fail(table.reason)
  return parseRosterGrids(table.grids)
}

test('a workbook with a merged title, merged groups, ID numbers and a note at the bottom', async () => {
  const { lines, ...looked } = await readFile('花名册-标题合并-小组合并.xlsx')
  expect(told({ lines })).toEqual([
    '冯丽俊 5847 full 设计一组',
    '司马杰 2548 full 设计一组',
    '杨博 1986 full 设计一组',
    '钱航 5329 full 设计一组',
    '蒋欣雨 9287 probationary 设计一组',
    '沈航燕 5217 full 设计一组',
    '王梓 4744 full 设计一组',
    '郑桐一 5545 probationary 设计一组',
    '沈萱 4162 activist 设计一组',
    '孙文 9792 full 动漫组',
    '杨悦 7380 probationary 动漫组',
    '赵鸣 4618 full 动漫组',
    '郑欣 2669 activist 动漫组',
    '吴国远 5061 full 动漫组',
    '郑怡子 4766 full 动漫组',
    '郑远 2701 activist 动漫组',
    '郑建晓 4370 full 动漫组',
    '蒋一思 2448 full 综合组',
    '周敏国 4871 activist 综合组',
    '陈燕晓 3471 full 综合组',
    '卫建 5826 activist 综合组',
    '蒋秀涵 6701 full 综合组',
    '卫秀 2193 full 综合组',
    '欧阳一雯 0615 activist 综合组',
    '冯远 8893 full 综合组',
    '蒋晓海 6220 full 综合组',
    '韩华燕 5180 activist 综合组',
    '赵雯涵 9653 full 综合组',
  ])
  expect(looked).toEqual({ doubts: [], assumedFull: 0, ignored: ['身份证号码'] })
})

test('a csv in GB18030 with other words in its header', async () => {
  const { lines, ...looked } = await readFile('名单-gbk.csv')
  expect(told({ lines })).toEqual([
    '沈悦梓 5500 probationary 第二党小组',
    '蒋建俊 7320 full 第一党小组',
    '韩英雯 6542 probationary 第二党小组',
    '郑一华 3230 probationary 第二党小组',
    '孙雯 6200 full 第二党小组',
    '钱鸣 7030 probationary 第二党小组',
    '郑秀 7400 full 第一党小组',
    '欧阳萱丽 3151 full 第一党小组',
    '赵秀建 0785 probationary 第二党小组',
    '韩强航 0473 full 第一党小组',
    '郑博 6522 probationary 第一党小组',
    '吴丽 3407 full 第一党小组',
    '沈悦海 1656 probationary 第一党小组',
    '冯桐 2006 full 第二党小组',
    '吴子雨 1422 probationary 第二党小组',
  ])
  expect(looked).toEqual({ doubts: [], assumedFull: 0, ignored: [] })
})

test('a csv with namesakes, missing digits, a missing name, a formula and rare signs', async () => {
  const { lines, ...looked } = await readFile('名单-后四位-有问题的行.csv')
  expect(told({ lines })).toEqual([
    '王建国 0123 full? 一组',
    '王建国 4567 full? 二组',
    '李娜 8899 full? 一组',
    '张伟 - full?',
    '阿依古丽·买买提 0007 full? 二组',
    '䶮𬭎 2468 full? 一组',
  ])
  expect(looked).toEqual({
    doubts: [
      { kind: 'sameName', lines: [2, 3], name: '王建国' },
      { kind: 'noTail', lines: [5] },
      { kind: 'unreadable', line: 7, text: "=cmd|' /C calc'!A1" },
      { kind: 'noName', lines: [6] },
    ],
    assumedFull: 6,
    ignored: [],
  })
})

const chained = [
  ...['冯丽俊', '司马杰', '杨博', '钱航', '蒋欣雨', '沈航燕'],
  ...['王梓', '郑桐一', '沈萱', '孙文', '杨悦', '赵鸣'],
].map((name) => `${name} - full?`)

test('a 接龙: the title and the example left out, and what people wrote behind their names', () => {
  const { lines, ...looked } = parseRosterLines(bytesOf('接龙.txt').toString())
  expect(told({ lines })).toEqual(chained)
  expect(looked).toEqual({
    doubts: [{ kind: 'noTail', lines: [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16] }],
    assumedFull: 12,
    ignored: [],
  })
})

test('a 接龙 sent as a file is the same list', async () => {
  expect(told(await readFile('接龙.txt'))).toEqual(chained)
})
