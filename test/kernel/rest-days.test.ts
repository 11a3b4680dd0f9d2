// Rest days: weekends, public holidays, and the weekends that are worked for them.

import chineseDays from 'chinese-days'
import { afterEach, expect, test } from 'vitest'
import {
  holidayOn,
  isRestDay,
  isYearKnown,
  lastWorkdayOf,
  nearestWorkday,
  nextWorkday,
  useHolidayYears,
} from '../../src/kernel/rest-days.ts'

afterEach(() => useHolidayYears([]))

test.each([
  ['a weekend', '2026-12-05', true, undefined],
  ['a weekday', '2026-12-04', false, undefined],
  ['a holiday on a weekday', '2026-10-05', true, '国庆节'],
  ['a weekend that is worked for it', '2026-10-10', false, undefined],
  ['a Sunday that is worked for it', '2026-09-20', false, undefined],
  ['the weekend after it', '2026-10-11', true, undefined],
  ['Mid-Autumn on a Friday', '2026-09-25', true, '中秋'],
  ['New Year of a year nobody announced', '2027-01-01', true, '元旦'],
  ['National Day of a year nobody announced', '2027-10-01', false, undefined],
])('%s: %s', (_, day, isRest, name) => {
  expect(isRestDay(day)).toBe(isRest)
  expect(holidayOn(day)).toBe(name)
})

test('a year is known when its notice is there, and not before', () => {
  expect(['2025-06-01', '2026-01-01'].map(isYearKnown)).toEqual([true, true])
  expect(['2023-06-01', '2027-01-01', '2099-01-01'].map(isYearKnown)).toEqual([false, false, false])
})

test('chinese-days holds every year that is called known', () => {
  const holidays = (year: number) =>
    chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length
  expect([2024, 2025, 2026].map(holidays)).toEqual([28, 28, 33])
  expect(holidays(2027)).toBe(0)
})

test('an imported notice counts, before what is known otherwise', () => {
  useHolidayYears([{ year: 2027, rest: { '2027-02-08': '春节' }, work: ['2027-02-13'] }])
  expect(isYearKnown('2027-02-08')).toBe(true)
  expect(['2027-02-08', '2027-02-13', '2027-02-14'].map(isRestDay)).toEqual([true, false, true])
  expect(holidayOn('2027-02-08')).toBe('春节')
  useHolidayYears([])
  expect(isYearKnown('2027-02-08')).toBe(false)
})

test.each([
  ['2026-11', '2026-11-30'],
  ['2027-01', '2027-01-29'],
  ['2027-02', '2027-02-26'],
])('the last workday of %s is %s', (month, expected) => {
  expect(lastWorkdayOf(month)).toBe(expected)
})

test.each([
  ['2026-12-03', '2026-12-04'],
  ['2026-12-04', '2026-12-07'],
  ['2026-12-31', '2027-01-04'],
])('the workday after %s is %s', (day, expected) => {
  expect(nextWorkday(day)).toBe(expected)
})

test.each([
  ['a workday is its own', '2026-12-04', '2026-12-04'],
  ['Saturday goes to Friday', '2026-12-05', '2026-12-04'],
  ['Sunday goes to Monday', '2026-12-06', '2026-12-07'],
  ['Saturday the first stays in its month', '2026-08-01', '2026-08-03'],
  ['Sunday the last stays in its month', '2027-01-31', '2027-01-29'],
  ['New Year on a Friday stays in January', '2027-01-01', '2027-01-04'],
])('the nearest workday: %s', (_, day, expected) => {
  expect(nearestWorkday(day)).toBe(expected)
})
