// Months: what they contain, how they are read and said.

import { describe, expect, test } from 'vitest'
import {
  daysOf,
  firstDayOf,
  lastDayOf,
  monthAt,
  monthOf,
  nextMonth,
  parseMonth,
  previousMonth,
  spokenMonth,
} from '../../src/kernel/month.ts'

test('a day and an instant belong to the month of the branch', () => {
  expect(monthOf('2026-12-04')).toBe('2026-12')
  const newYear = new Date('2026-12-31T16:00:00Z')
  expect(monthAt(newYear, 'Asia/Shanghai')).toBe('2027-01')
  expect(monthAt(newYear, 'America/New_York')).toBe('2026-12')
})

test('months follow one another over the end of the year', () => {
  expect([nextMonth('2026-12'), nextMonth('2027-01'), nextMonth('2027-02')]).toEqual([
    '2027-01',
    '2027-02',
    '2027-03',
  ])
  expect([previousMonth('2027-01'), previousMonth('2027-03')]).toEqual(['2026-12', '2027-02'])
})

test('a month has its days, February too', () => {
  expect([firstDayOf('2026-12'), lastDayOf('2026-12')]).toEqual(['2026-12-01', '2026-12-31'])
  expect([lastDayOf('2027-02'), lastDayOf('2028-02')]).toEqual(['2027-02-28', '2028-02-29'])
  const april = daysOf('2027-04')
  expect([april.length, april.at(0), april.at(-1)]).toEqual([30, '2027-04-01', '2027-04-30'])
})

describe('a month as typed', () => {
  test.each([
    ['2026-12', '2026-11', '2026-12'],
    ['2026-1', '2026-11', '2026-01'],
    ['2026年12月', '2030-05', '2026-12'],
    ['２０２６年１２月', '2026-11', '2026-12'],
    [' 12 月 ', '2026-11', '2026-12'],
    ['11月', '2026-11', '2026-11'],
    ['3月', '2026-11', '2026-03'],
    ['12月', '2027-01', '2026-12'],
    ['1月', '2026-12', '2027-01'],
    ['2月', '2026-12', '2026-02'],
  ])('“%s” said in %s is %s', (text, reference, expected) => {
    expect(parseMonth(text, reference)).toBe(expected)
  })

  test.each([
    '',
    '13月',
    '0月',
    '2026-13',
    '12',
    '2026',
    '十二月份',
    '2026-12-04',
    '上个月',
    '9999-12',
  ])('“%s” is no month', (text) => {
    expect(parseMonth(text, '2026-11')).toBeUndefined()
  })
})

test('a month is said with its year only when that is another', () => {
  expect(spokenMonth('2026-12')).toBe('12月')
  expect(spokenMonth('2026-03', '2026-11')).toBe('3月')
  expect(spokenMonth('2027-01', '2026-12')).toBe('2027年1月')
})
