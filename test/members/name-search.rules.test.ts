// Finding a name as people type it.

import { describe, expect, test } from 'vitest'
import { pageOf, toldApart } from '../../src/members/rules/name-pages.ts'
import { isMeant, soundsLike } from '../../src/members/rules/name-search.ts'

const roster = [
  { name: '李晓雯', phoneTail: '6281' },
  { name: '单雄信', phoneTail: '0007' },
  { name: '曾国强', phoneTail: '1234' },
  { name: '王建国', phoneTail: '4405' },
  { name: '王建国', phoneTail: '5506' },
  { name: '欧阳萱丽' },
  { name: '阿依古丽·买买提', phoneTail: '2468' },
  { name: 'John Smith', phoneTail: '9999' },
]

const meant = (typed: string) => roster.filter((one) => isMeant(typed, one)).map(({ name }) => name)

describe('a name is found by', () => {
  test.each([
    ['its characters', '李晓雯', ['李晓雯']],
    ['some of its characters', '晓雯', ['李晓雯']],
    ['its pinyin', 'lixiaowen', ['李晓雯']],
    ['its pinyin with spaces', 'li xiao wen', ['李晓雯']],
    ['its first letters', 'lxw', ['李晓雯']],
    ['its first letters, in capitals', 'LXW', ['李晓雯']],
    ['a surname said as a surname', 'sxx', ['单雄信']],
    ['a character with two readings', 'zgq', ['曾国强']],
    ['letters of a double surname', 'oyxl', ['欧阳萱丽']],
    ['the beginning of the pinyin', 'wangj', ['王建国', '王建国']],
    ['the last four digits', '5506', ['王建国']],
    ['a part of a long name', '买买提', ['阿依古丽·买买提']],
    ['a name in letters', 'smith', ['John Smith']],
    ['full-width letters', 'ｌｘｗ', ['李晓雯']],
  ])('%s', (_, typed, names) => expect(meant(typed)).toEqual(names))

  test.each([
    ['nothing', ''],
    ['spaces', '  '],
    ['three of the digits', '628'],
    ['digits of nobody', '0000'],
    ['a name that is on no roster', '赵一鸣'],
    ['signs', '.*'],
  ])('%s finds nobody', (_, typed) => expect(meant(typed)).toEqual([]))
})

test('names that are said alike are taken for alike, whatever the characters', () => {
  expect(soundsLike('李小雯', '李晓雯')).toBe(true)
  expect(soundsLike('张玮', '章伟')).toBe(true)
  expect(soundsLike('李晓雯', '李晓文静')).toBe(false)
  expect(soundsLike('李晓雯', '李晓英')).toBe(false)
})

test('the digits stand behind a name only where it comes twice', () => {
  expect(roster.map(toldApart(roster, ({ phoneTail }) => phoneTail)).slice(2, 6)).toEqual([
    '曾国强',
    '王建国（··05）',
    '王建国（··06）',
    '欧阳萱丽',
  ])
})

test('a page that is no more is the last one', () => {
  const all = Array.from({ length: 17 }, (_, at) => at)
  expect(pageOf(all, 0)).toEqual({ items: [0, 1, 2, 3, 4, 5, 6, 7], page: 0, pages: 3 })
  expect(pageOf(all, 9)).toEqual({ items: [16], page: 2, pages: 3 })
  expect(pageOf([], 3)).toEqual({ items: [], page: 0, pages: 1 })
})
