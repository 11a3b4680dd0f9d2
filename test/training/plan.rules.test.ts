// Where the monthly rule puts a training, and when its draft is due.

import { describe, expect, test } from 'vitest'
import { stamp } from '../../src/kernel/time.ts'
import { draftDueAt, monthsToDraft, slotIn, upcomingStarts } from '../../src/training/rules/plan.ts'
import { at, zone } from '../support/clock.ts'

const firstFriday = '0 19 * * 5#1'
const theFifth = '0 15 5 * *'
const firstSaturday = '0 9 * * 6#1'

describe('the training of a month', () => {
  test.each([
    ['the first Friday', firstFriday, '2026-12', '2026-12-04 19:00'],
    ['a Friday that is New Year', firstFriday, '2027-01', '2027-01-04 19:00, not 2027-01-01'],
    ['the 5th on a workday', theFifth, '2027-01', '2027-01-05 15:00'],
    ['the 5th on a Saturday', theFifth, '2026-12', '2026-12-04 15:00, not 2026-12-05'],
    ['Sunday the 1st', '0 9 1 * *', '2026-11', '2026-11-02 09:00, not 2026-11-01'],
    ['a Saturday that the rule names', firstSaturday, '2026-12', '2026-12-05 09:00'],
    [
      'a Thursday in National Day week',
      '0 19 * * 4#1',
      '2026-10',
      '2026-10-08 19:00, not 2026-10-01',
    ],
    ['a Saturday that is a holiday', '0 9 * * 6#1', '2026-10', '2026-10-08 09:00, not 2026-10-03'],
    ['the 10th on a Saturday that is worked', '0 15 10 * *', '2026-10', '2026-10-10 15:00'],
    ['the last workday', '30 14 LW * *', '2026-11', '2026-11-30 14:30'],
    ['the last workday before a holiday', '30 14 LW * *', '2027-01', '2027-01-29 14:30'],
    ['the last workday, a Saturday that is worked', '30 14 LW * *', '2026-02', '2026-02-28 14:30'],
    ['every second month', '0 19 * 2-12/2 3#2', '2026-12', '2026-12-09 19:00'],
    ['the end of a quarter', '0 15 20 3,6,9,12 *', '2026-12', '2026-12-21 15:00, not 2026-12-20'],
    ['the first of several', '0 19 * * 5', '2026-12', '2026-12-04 19:00'],
  ])('%s', (_case, cron, month, expected) => {
    const slot = slotIn({ cron, zone }, month)
    if (!slot) throw new Error('the month has none')
    const moved = slot.movedFrom ? `, not ${slot.movedFrom}` : ''
    expect(stamp(slot.startsAt, zone) + moved).toBe(expected)
  })

  test('a rule may leave a month without one', () => {
    expect(slotIn({ cron: '0 9 31 * *', zone }, '2026-11')).toBeUndefined()
    expect(slotIn({ cron: '0 19 * 2-12/2 3#2', zone }, '2026-11')).toBeUndefined()
  })
})

describe('the next trainings', () => {
  test('are one a month, the rest days left', () => {
    const starts = upcomingStarts({
      cron: firstFriday,
      zone,
      after: at('2026-11-25 10:00'),
      count: 3,
    })
    expect(starts.map((start) => stamp(start, zone))).toEqual([
      '2026-12-04 19:00',
      '2027-01-04 19:00',
      '2027-02-05 19:00',
    ])
  })

  test('begin after the instant asked about, not at it', () => {
    const next = (text: string) =>
      upcomingStarts({ cron: firstFriday, zone, after: at(text), count: 1 }).map((start) =>
        stamp(start, zone),
      )
    expect(next('2026-12-04 18:59')).toEqual(['2026-12-04 19:00'])
    expect(next('2026-12-04 19:00')).toEqual(['2027-01-04 19:00'])
  })

  test('are none when a year has none', () => {
    expect(
      upcomingStarts({ cron: '0 9 29 2 *', zone, after: at('2026-11-25 10:00'), count: 1 }),
    ).toEqual([])
  })
})

describe('a draft is due', () => {
  test.each([
    ['on the 20th of the month before at ten', '2026-12', '2026-11-20 10:00'],
    ['on the Monday when the 20th is a Sunday', '2027-01', '2026-12-21 10:00'],
    ['on the Monday when the 20th is a Saturday', '2027-03', '2027-02-22 10:00'],
  ])('%s', (_case, month, due) => {
    expect(stamp(draftDueAt(month, zone), zone)).toBe(due)
  })

  test.each([
    ['2026-12-21 09:59', ['2026-12']],
    ['2026-12-21 10:00', ['2026-12', '2027-01']],
    ['2027-01-02 08:00', ['2027-01']],
  ])('at %s for %j, never for a month that is over', (now, months) => {
    expect(monthsToDraft(at(now), zone)).toEqual(months)
  })
})
