// Who is meant by a name and four digits.

import { describe, expect, test } from 'vitest'
import {
  type ClaimReading,
  isSamePerson,
  readClaim,
  readNumber,
} from '../../src/members/rules/claim.ts'

const roster = [
  { name: '李晓雯', phoneTail: '6281', isClaimed: false },
  { name: '孙悦', phoneTail: '3304', isClaimed: true },
  { name: '王建国', phoneTail: '0123', isClaimed: true },
  { name: '王建国', phoneTail: '0456', isClaimed: false },
  { name: '林涛', isClaimed: false },
  { name: '冯丽', isClaimed: true },
  { name: '李伟', phoneTail: '6281', isClaimed: false },
]

describe('on the roster', () => {
  test.each<[string, string | undefined, string, string]>([
    ['李晓雯', '6281', 'found 李晓雯', 'name and digits fit'],
    [' 李 晓雯', '6281', 'found 李晓雯', 'blanks do not matter'],
    ['王建国', '0456', 'found 王建国0456', 'the digits tell two of a name apart'],
    ['王建国', '0123', 'taken 王建国0123', 'another account was there before'],
    ['孙悦', '3304', 'taken 孙悦', 'another account was there before'],
    ['林涛', '9999', 'unproven 林涛', 'the roster has no digits'],
    ['林涛', undefined, 'unproven 林涛', 'the roster has no digits, none were said'],
    ['冯丽', '9999', 'notFound', 'claimed without digits: nothing is shown'],
    ['李晓雯', undefined, 'tailMissing', 'the name alone proves nothing'],
    ['张三', undefined, 'tailMissing', 'nor does it show whether the name is there'],
    ['李晓雯', '9999', 'notFound', 'wrong digits show nothing'],
    ['李小雯', '6281', 'notFound 李晓雯 李伟', 'right digits and nearly the name'],
    ['黎小文', '6281', 'notFound 李晓雯', 'right digits and a name that sounds alike'],
    ['张三', '6281', 'notFound', 'right digits and quite another name'],
    ['孙月', '3304', 'notFound', 'nearly the name of somebody who has claimed'],
  ])('%s %s: %s (%s)', (name, phoneTail, reading) => {
    expect(spoken(readClaim({ name, ...(phoneTail && { phoneTail }) }, roster))).toBe(reading)
  })
})

test('at most three are offered', () => {
  const alike = ['一', '二', '三', '四'].map((end) => ({
    name: `李${end}`,
    phoneTail: '6281',
    isClaimed: false,
  }))
  const reading = readClaim({ name: '李五', phoneTail: '6281' }, alike)
  expect(reading).toMatchObject({ kind: 'notFound', near: { length: 3 } })
})

describe('by one’s own number', () => {
  test.each<[string, object, string]>([
    ['3304', { kind: 'taken', one: { name: '孙悦' } }, 'another account was there before'],
    ['0456', { kind: 'found', one: { name: '王建国' } }, 'one line has these digits'],
    ['6281', { kind: 'several', people: [{ name: '李晓雯' }, { name: '李伟' }] }, 'two lines'],
    ['9999', { kind: 'nameMissing', isKnown: false }, 'no line'],
    ['', { kind: 'nameMissing', isKnown: false }, 'no digits, and lines that have none'],
  ])('%s: %j (%s)', (lastFour, reading) => {
    expect(readNumber(lastFour, roster)).toMatchObject(reading)
  })

  test('of more than three the name has to be said', () => {
    const alike = ['一', '二', '三', '四'].map((end) => ({
      name: `李${end}`,
      phoneTail: '6281',
      isClaimed: false,
    }))
    expect(readNumber('6281', alike)).toEqual({ kind: 'nameMissing', isKnown: true })
    expect(readNumber('6281', alike.slice(1))).toMatchObject({ people: { length: 3 } })
  })
})

test.each<[string, object, object, boolean]>([
  ['one name, one tail', { name: '何雨桐', phoneTail: '5506' }, { phoneTail: '5506' }, true],
  ['other digits', { name: '何雨桐', phoneTail: '5506' }, { phoneTail: '2003' }, false],
  ['another name', { name: '何雨彤', phoneTail: '5506' }, { phoneTail: '5506' }, false],
  ['no digits on either', { name: '何雨桐' }, {}, false],
  ['empty digits on both', { name: '何雨桐', phoneTail: '' }, { phoneTail: '' }, false],
])('one human on two rosters: %s', (_, line, own, same) => {
  const one = { name: '', ...line }
  expect(isSamePerson(one, { name: '何 雨桐', ...own })).toBe(same)
})

type One = (typeof roster)[number]

function spoken(reading: ClaimReading<One>): string {
  const isTwice = (one: One) => roster.filter(({ name }) => name === one.name).length > 1
  const named = (one: One) => one.name + (isTwice(one) ? one.phoneTail : '')
  if ('one' in reading) return `${reading.kind} ${named(reading.one)}`
  const near = 'near' in reading ? reading.near.map(named) : []
  return [reading.kind, ...near].join(' ')
}
