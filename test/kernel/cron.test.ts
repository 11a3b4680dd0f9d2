// Cron rules: when they occur, compared with looking at every single minute.

import fc from 'fast-check'
import { getTasks } from 'node-cron'
import { describe, expect, test } from 'vitest'
import { isCron, nextOccurrences, occurrencesBetween } from '../../src/kernel/cron.ts'
import { stamp } from '../../src/kernel/time.ts'
import { anyRule, anyWindow, minuteByMinute } from './any-rule.ts'

const shanghai = 'Asia/Shanghai'
const newYork = 'America/New_York'
const lordHowe = 'Australia/Lord_Howe'
const autumn2026 = new Date('2026-11-25T02:00:00Z')

test('a rule has five fields that mean something', () => {
  const rules = ['0 19 * * 5#1', '0 15 5 * *', '0 19 * * 5L', '30 9 L * *', '*/5 8-18 * * 1-5']
  expect(rules.filter((rule) => !isCron(rule))).toEqual([])
  const others = ['', '每月', '0 19 * *', '0 0 19 * * 5', '60 * * * *', '0 0 30 2 *', '@monthly']
  expect(others.filter(isCron)).toEqual([])
})

test('what is no rule has no occurrences but a fault', () => {
  expect(() => occurrencesBetween('60 * * * *', shanghai, autumn2026, autumn2026)).toThrow()
})

describe('the next occurrences', () => {
  test.each([
    ['0 19 * * 5#1', '2026-12-04 19:00, 2027-01-01 19:00, 2027-02-05 19:00'],
    ['0 15 5 * *', '2026-12-05 15:00, 2027-01-05 15:00, 2027-02-05 15:00'],
    ['0 19 * * 5L', '2026-11-27 19:00, 2026-12-25 19:00, 2027-01-29 19:00'],
    ['0 9 L * *', '2026-11-30 09:00, 2026-12-31 09:00, 2027-01-31 09:00'],
    ['0 9 * * 7#1', '2026-12-06 09:00, 2027-01-03 09:00, 2027-02-07 09:00'],
    // The day of the month and the weekday must both fit.
    ['0 9 15 * 1', '2027-02-15 09:00, 2027-03-15 09:00, 2027-11-15 09:00'],
    ['0 20,8 5 * *', '2026-12-05 08:00, 2026-12-05 20:00, 2027-01-05 08:00'],
    ['0 8,8 5 * *', '2026-12-05 08:00, 2027-01-05 08:00, 2027-02-05 08:00'],
    // Nine years hold no third one.
    ['0 9 29 2 *', '2028-02-29 09:00, 2032-02-29 09:00'],
  ])('%s: %s', (cron, expected) => {
    for (const zone of [shanghai, newYork]) {
      const next = nextOccurrences(cron, zone, autumn2026, 3)
      expect(next.map((at) => stamp(at, zone)).join(', ')).toBe(expected)
    }
  })

  test('none asked for is none', () => {
    expect(nextOccurrences('* * * * *', shanghai, autumn2026, 0)).toEqual([])
  })
})

describe('changes of the clocks', () => {
  const found = (cron: string, zone: string, window: string) => {
    const [from = '', to = ''] = window.split(' – ')
    return occurrencesBetween(cron, zone, new Date(from), new Date(to)).map((at) =>
      at.toISOString().slice(0, 16),
    )
  }

  test('a skipped time does not occur, and does not double the next hour', () => {
    const night = '2027-03-13T12:00Z – 2027-03-14T12:00Z'
    expect(found('30 2 * * *', newYork, night)).toEqual([])
    expect(found('30 2,3 * * *', newYork, night)).toEqual(['2027-03-14T07:30'])
  })

  test('a time that comes twice occurs once, also for who looks in between', () => {
    const night = '2026-10-31T12:00Z – 2026-11-01T12:00Z'
    expect(found('30 1 * * *', newYork, night)).toEqual(['2026-11-01T05:30'])
    const laterThatNight = '2026-11-01T05:45Z – 2026-11-01T12:00Z'
    expect(found('30 1 * * *', newYork, laterThatNight)).toEqual([])
  })

  test('half an hour that comes twice, as on Lord Howe', () => {
    const night = '2027-04-03T00:00Z – 2027-04-04T00:00Z'
    expect(found('45 1 * * *', lordHowe, night)).toEqual(['2027-04-03T14:45'])
  })
})

test('a window begins after its first moment and holds its last', () => {
  const first = new Date('2026-12-04T11:00:00Z')
  const second = new Date('2027-01-01T11:00:00Z')
  expect(occurrencesBetween('0 19 * * 5#1', shanghai, first, second)).toEqual([second])
  expect(occurrencesBetween('0 19 * * 5#1', shanghai, second, first)).toEqual([])
})

test('any rule, zone and window: the same as looking at every minute', () => {
  const zones = fc.constantFrom(shanghai, newYork, lordHowe)
  fc.assert(
    fc.property(anyRule(), zones, anyWindow(), (rule, zone, window) => {
      const found = occurrencesBetween(rule.cron, zone, window.from, window.to)
      expect(found).toEqual(minuteByMinute(rule.fits, zone, window))
    }),
    { numRuns: 150 },
  )
})

test('nothing stays registered with node-cron', () => {
  nextOccurrences('1 2 3 4 *', shanghai, autumn2026, 1)
  const patterns = [...getTasks().values()].map((task) => task.getPattern())
  expect(patterns).not.toContain('1 2 3 4 *')
})
