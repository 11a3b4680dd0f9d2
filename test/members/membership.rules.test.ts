// What a place on the roster means on a day, and what the buttons that change it carry.

import { describe, expect, test } from 'vitest'
import { alterationFrom, isUndoable, minuteOf, type What } from '../../src/members/rules/change.ts'
import { isDay, monthsLater, usualDays, yearBefore } from '../../src/members/rules/change-days.ts'
import { covers, hasVote, isAwaited, overlap } from '../../src/members/rules/membership.ts'
import { readCorrection, readPerson } from '../../src/members/rules/person-line.ts'
import type { Standing } from '../../src/members/rules.ts'
import { at } from '../support/clock.ts'

test.each<[Standing, 'home' | 'receiving', boolean, boolean]>([
  ['full', 'home', true, true],
  ['full', 'receiving', true, false],
  ['probationary', 'home', true, false],
  ['probationary', 'receiving', true, false],
  ['candidate', 'home', false, false],
  ['activist', 'home', false, false],
  ['applicant', 'home', false, false],
  ['nonMember', 'receiving', false, false],
])('%s, %s: expected %s, votes %s', (standing, kind, expected, votes) => {
  expect(isAwaited({ standing, kind })).toBe(expected)
  expect(isAwaited({ standing, kind, exemption: {} })).toBe(false)
  expect(hasVote({ standing, kind })).toBe(votes)
  expect(hasVote({ standing, kind, exemption: {} })).toBe(votes)
})

test.each([
  ['the day before', '2026-11-30', false],
  ['the first day', '2026-12-01', true],
  ['the last day', '2026-12-14', true],
  ['the day it ends', '2026-12-15', false],
])('a spell from 1 to 15 December covers %s: %s', (_, day, covered) => {
  expect(covers({ fromOn: '2026-12-01', untilOn: '2026-12-15' }, day)).toBe(covered)
})

interface Spell {
  fromOn: string
  untilOn?: string
}

test.each<[string, Spell, boolean]>([
  ['one that begins as it ends', { fromOn: '2026-12-15', untilOn: '2026-12-20' }, false],
  ['one that begins the day before', { fromOn: '2026-12-14', untilOn: '2026-12-20' }, true],
  ['one that ends as it begins', { fromOn: '2026-11-01', untilOn: '2026-12-01' }, false],
  ['one without an end from before', { fromOn: '2026-11-01' }, true],
  ['one without an end from after', { fromOn: '2026-12-15' }, false],
])('a spell from 1 to 15 December and %s', (_, other, meet) => {
  const one = { fromOn: '2026-12-01', untilOn: '2026-12-15' }
  expect([overlap(one, other), overlap(other, one)]).toEqual([meet, meet])
})

describe('the days a change is usually made from', () => {
  test('within a month there are three', () => {
    expect(usualDays('2026-12-09').map(({ day }) => day)).toEqual([
      '2026-12-09',
      '2026-12-01',
      '2027-01-01',
    ])
  })
  test('on the first of a month there are two', () => {
    expect(usualDays('2026-12-01').map(({ words }) => words)).toEqual(['today', 'nextMonth'])
  })
  test.each([
    ['2026-12-09', 1, '2027-01-09'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s and %s months is %s', (day, count, later) => {
    expect(monthsLater(day, count)).toBe(later)
  })
  test('a year before a leap day is the 28th', () => {
    expect([yearBefore('2028-02-29'), yearBefore('2026-12-15')]).toEqual([
      '2027-02-28',
      '2025-12-15',
    ])
  })
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', 'open', ''])('%s is no day', (text) => {
    expect(isDay(text)).toBe(false)
  })
})

test.each<[What, string, object | undefined]>([
  ['standing', 'full', { what: 'standing', standing: 'full' }],
  ['standing', 'secretary', undefined],
  ['group', '12', { what: 'group', group: 12 }],
  ['group', 'none', { what: 'group', group: undefined }],
  ['group', '1e9', undefined],
  ['kind', 'receiving', { what: 'kind', kind: 'receiving' }],
  ['kind', 'visitor', undefined],
  ['until', 'sick.2026-12-01', { what: 'exempt', kind: 'sick', fromOn: '2026-12-01' }],
  ['until', 'sick.2026-12-32', undefined],
  ['until', 'sick', undefined],
  ['exempt', 'sick', undefined],
  ['resume', '7', { what: 'resume', exemption: 7 }],
  ['leave', '-', { what: 'leave' }],
])('a button that says %s %s means %o', (what, value, meant) => {
  expect(alterationFrom({ what, value })).toEqual(meant)
})

test('a change can be taken back for a day, and not from the future', () => {
  const minute = minuteOf(at('2026-12-01 10:00'))
  expect(isUndoable(minute, at('2026-12-02 10:00'))).toBe(true)
  expect(isUndoable(minute, at('2026-12-02 10:01'))).toBe(false)
  expect(isUndoable(minute, at('2026-12-01 09:59'))).toBe(false)
})

test.each([
  [
    '李晓雯 6281 预备',
    { name: '李晓雯', phoneTail: '6281', standing: 'probationary', kind: 'home' },
  ],
  ['李晓雯 流入 6281', { name: '李晓雯', phoneTail: '6281', standing: 'full', kind: 'receiving' }],
  ['流入党员 李晓雯', { name: '李晓雯', standing: 'full', kind: 'receiving' }],
  ['李晓雯 6281\n孙悦 3304', undefined],
  ['6281', undefined],
  ['', undefined],
])('%s is read as one person', (text, person) => {
  const read = readPerson(text)
  if (person === undefined) expect(read).toBeUndefined()
  else expect(read).toMatchObject(person)
})

test.each([
  ['6281', { phoneTail: '6281' }],
  ['６２８１', { phoneTail: '6281' }],
  ['李晓雯', { name: '李晓雯' }],
  ['李晓雯 6281', { name: '李晓雯', phoneTail: '6281' }],
  ['12', undefined],
])('%s puts right what it says', (text, correction) => {
  expect(readCorrection(text)).toEqual(correction)
})
