// Rest days: weekends and 1 January, and nothing else until holidays are known.

import { expect, test } from 'vitest'
import {
  isRestDay,
  lastWorkdayOf,
  nearestWorkday,
  nextWorkday,
} from '../../src/kernel/rest-days.ts'

test('weekends and New Year are rest days; other holidays are not known', () => {
  expect(['2026-12-05', '2026-12-06', '2027-01-01'].map(isRestDay)).toEqual([true, true, true])
  expect(['2026-12-04', '2026-10-01'].map(isRestDay)).toEqual([false, false])
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
