// When nothing may ring, and where reminders move instead.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stamp } from '../../src/kernel/time.ts'
import {
  dayBeforeReminderAt,
  isQuiet,
  nextPermitted,
  sameDayReminderAt,
} from '../../src/organisation/rules.ts'
import { at, zone } from '../support/clock.ts'

const said = (instant: Date | undefined) => instant && stamp(instant, zone)
const anyInstant = fc.date({
  min: at('2026-01-01 00:00'),
  max: at('2028-12-31 00:00'),
  noInvalidDate: true,
})

describe('it is quiet', () => {
  test.each([
    ['2026-12-03 08:29', true, 'before half past eight'],
    ['2026-12-03 08:30', false, 'from half past eight'],
    ['2026-12-03 20:59', false, 'until nine in the evening'],
    ['2026-12-03 21:00', true, 'from nine in the evening'],
    ['2026-12-05 10:00', true, 'on a Saturday'],
    ['2026-12-06 18:30', true, 'on a Sunday'],
    ['2027-01-01 10:00', true, 'on New Year’s Day'],
    ['2026-12-07 10:00', false, 'not on a Monday'],
  ])('%s: %s, %s', (when, quiet) => {
    expect(isQuiet(at(when), zone)).toBe(quiet)
  })
})

describe('what may come later waits for', () => {
  test.each([
    ['2026-12-03 10:00', '2026-12-03 10:00', 'nothing, by day'],
    ['2026-12-03 07:00', '2026-12-03 08:30', 'the same morning'],
    ['2026-12-03 21:00', '2026-12-04 08:30', 'the next morning'],
    ['2026-12-04 22:00', '2026-12-07 08:30', 'Monday, on a Friday night'],
    ['2026-12-05 07:00', '2026-12-07 08:30', 'Monday, on a Saturday morning'],
    ['2026-12-31 23:00', '2027-01-04 08:30', 'the Monday after New Year and a weekend'],
  ])('%s → %s: %s', (when, later) => {
    expect(said(nextPermitted(at(when), zone))).toBe(later)
  })

  test('whatever the instant: never earlier, never quiet, and once is enough', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const later = nextPermitted(instant, zone)
        expect(later >= instant).toBe(true)
        expect(isQuiet(later, zone)).toBe(false)
        expect(nextPermitted(later, zone)).toEqual(later)
      }),
    )
  })
})

describe('the day before, at 18:30', () => {
  test.each([
    ['2026-12-04 19:00', '2026-12-03 18:30', 'a Friday evening'],
    ['2026-12-07 19:00', '2026-12-04 18:30', 'a Monday: on the Friday'],
    ['2026-12-06 09:00', '2026-12-04 18:30', 'a Sunday: on the Friday'],
    ['2027-01-04 19:00', '2026-12-31 18:30', 'after New Year and a weekend'],
    ['2026-12-04 00:30', '2026-12-03 18:30', 'just after midnight'],
  ])('for %s: %s, %s', (starts, reminded) => {
    expect(said(dayBeforeReminderAt(at(starts), zone))).toBe(reminded)
  })

  test('whatever the start: before it, on an earlier day, not quiet', () => {
    fc.assert(
      fc.property(anyInstant, (starts) => {
        const reminded = dayBeforeReminderAt(starts, zone)
        expect(reminded < starts).toBe(true)
        expect(isQuiet(reminded, zone)).toBe(false)
      }),
    )
  })
})

describe('two hours before', () => {
  test.each<[string, string | undefined, string]>([
    ['2026-12-04 19:00', '2026-12-04 17:00', 'in the afternoon'],
    ['2026-12-05 14:00', '2026-12-05 12:00', 'also on a Saturday: it is the day itself'],
    ['2026-12-04 10:30', '2026-12-04 08:30', 'exactly at half past eight'],
    ['2026-12-04 09:00', '2026-12-04 08:30', 'too early: at half past eight'],
    ['2026-12-04 08:30', undefined, 'when it has begun by then: not at all'],
    ['2026-12-04 01:00', undefined, 'in the night before: not at all'],
    ['2026-12-04 23:30', undefined, 'late in the evening: not at all'],
    ['2026-12-04 22:59', '2026-12-04 20:59', 'just before nine in the evening'],
  ])('for %s: %s, %s', (starts, reminded) => {
    expect(said(sameDayReminderAt(at(starts), zone))).toBe(reminded)
  })
})
