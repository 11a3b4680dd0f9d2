// From when an office counts, which days may be chosen, how long an offer waits.

import { describe, expect, test } from 'vitest'
import { beginsAt, isDayToBegin, isOpen, offerEndsAt } from '../../src/members/rules/offices.ts'
import { at, zone } from '../support/clock.ts'

const now = at('2026-11-25 10:00')

describe('an office begins', () => {
  test.each([
    ['for today, when the other says yes', '2026-11-25', '2026-11-25 10:00'],
    ['for a day to come, at its midnight', '2026-12-01', '2026-12-01 00:00'],
    ['for a day that passed meanwhile, when the other says yes', '2026-11-20', '2026-11-25 10:00'],
  ])('%s', (_, fromOn, expected) => {
    expect(beginsAt(fromOn, { now, zone })).toEqual(at(expected))
  })

  test('at midnight where the branch is, not where the machine is', () => {
    expect(beginsAt('2026-12-01', { now, zone: 'Asia/Urumqi' })).toEqual(at('2026-12-01 02:00'))
  })
})

test.each([
  ['2026-11-24', false],
  ['2026-11-25', true],
  ['2026-12-01', true],
  ['2027-11-26', true],
  ['2027-11-27', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-99-99', false],
  ['', false],
])('%s may be chosen: %s', (day, expected) => {
  expect(isDayToBegin(day, { now, zone })).toBe(expected)
})

describe('an offer', () => {
  const offeredAt = now

  test.each([
    ['2026-12-09 09:59', true],
    ['2026-12-09 10:00', false],
  ])('made on 25 November at 10:00 waits at %s: %s', (then, expected) => {
    expect(isOpen({ state: 'open', offeredAt }, at(then))).toBe(expected)
  })

  test.each(['accepted', 'declined', 'withdrawn'] as const)('%s waits no more', (state) => {
    expect(isOpen({ state, offeredAt }, now)).toBe(false)
  })

  test('lapses after fourteen days', () => {
    expect(offerEndsAt({ offeredAt })).toEqual(at('2026-12-09 10:00'))
  })
})
