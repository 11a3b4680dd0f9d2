// Days and wall clocks: in every zone, over changes of the clocks and ends of years.

import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  addDays,
  addMinutes,
  clockOf,
  dayFrom,
  dayOn,
  instant,
  isZone,
  minutesOf,
  spokenDay,
  spokenSpan,
  spokenTime,
  stamp,
  wallClock,
  weekdayOf,
} from '../../src/kernel/time.ts'

const shanghai = 'Asia/Shanghai'
const newYork = 'America/New_York'
const lordHowe = 'Australia/Lord_Howe'

afterEach(() => vi.unstubAllEnvs())

describe('a wall clock and its instant', () => {
  test.each([
    ['an ordinary evening', shanghai, '2026-12-04 19:00', '2026-12-04T11:00Z'],
    ['the end of a day', shanghai, '2026-12-31 24:00', '2026-12-31T16:00Z'],
    ['the first minute of a year', shanghai, '2027-01-01 00:00', '2026-12-31T16:00Z'],
    ['a time New York skips moves on by an hour', newYork, '2027-03-14 02:30', '2027-03-14T07:30Z'],
    ['just after that gap', newYork, '2027-03-14 03:00', '2027-03-14T07:00Z'],
    ['the evening after it', newYork, '2027-03-14 19:00', '2027-03-14T23:00Z'],
    ['a time New York has twice is the first', newYork, '2026-11-01 01:30', '2026-11-01T05:30Z'],
    ['just after that hour', newYork, '2026-11-01 02:00', '2026-11-01T07:00Z'],
    ['half an hour skipped on Lord Howe', lordHowe, '2026-10-04 02:15', '2026-10-03T15:45Z'],
    ['half an hour twice on Lord Howe', lordHowe, '2027-04-04 01:45', '2027-04-03T14:45Z'],
    ['a zone without whole hours', 'Asia/Kathmandu', '2026-12-04 19:00', '2026-12-04T13:15Z'],
  ])('%s', (_, zone, wall, expected) => {
    const [day = '', clock = ''] = wall.split(' ')
    expect(instant(day, clock, zone)).toEqual(new Date(expected))
  })

  test('what the clock shows leads back to the minute, everywhere and always', () => {
    const minutes = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2032, 0) / 60_000 })
    const zones = fc.constantFrom(shanghai, newYork, lordHowe, 'Europe/London', 'UTC')
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const at = new Date(minute * 60_000)
        const again = instant(dayOn(at, zone), wallClock(at, zone), zone)
        expect(stamp(again, zone)).toBe(asIntlSays(at, zone))
        // A time that comes twice leads back to the first.
        expect(at.getTime() - again.getTime()).toBeOneOf([0, 30 * 60_000, 60 * 60_000])
      }),
    )
  })

  test('a moment that is no moment is a fault, not a silent NaN', () => {
    expect(() => instant('soon', '19:00', shanghai)).toThrow(RangeError)
  })

  test("the machine's own zone plays no part", () => {
    vi.stubEnv('TZ', newYork)
    // 02:30 in Shanghai, while New York is about to skip its own 02:30.
    const at = new Date('2027-03-13T18:30:00Z')
    expect(at.getHours()).toBe(13)
    expect(stamp(at, shanghai)).toBe('2027-03-14 02:30')
  })
})

describe('days', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-03-01', -1, '2027-02-28'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-03-13', 1, '2027-03-14'],
    ['2026-11-25', 400, '2027-12-30'],
  ])('%s and %i days is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected)
  })

  test('Monday is 1 and Sunday is 7', () => {
    expect(['2026-11-30', '2026-12-04', '2026-12-06'].map(weekdayOf)).toEqual([1, 5, 7])
  })

  test('a date the calendar does not have is no day', () => {
    expect(dayFrom(2026, 12, 4)).toBe('2026-12-04')
    expect(dayFrom(2028, 2, 29)).toBe('2028-02-29')
    expect([dayFrom(2026, 2, 29), dayFrom(2026, 13, 1), dayFrom(2026, 4, 31)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('minutes and wall clocks are two ways to say the same', () => {
    expect([minutesOf('00:05'), minutesOf('19:30'), minutesOf('24:00')]).toEqual([5, 1170, 1440])
    expect([clockOf(5), clockOf(1170), clockOf(1440)]).toEqual(['00:05', '19:30', '24:00'])
    expect(addMinutes(new Date('2026-12-31T23:45:00Z'), 30)).toEqual(
      new Date('2027-01-01T00:15:00Z'),
    )
  })

  test('zones are those the machine knows', () => {
    expect(isZone('Asia/Shanghai')).toBe(true)
    expect([isZone('Asia/Qingzhuanli'), isZone('')]).toEqual([false, false])
  })
})

describe('what is said', () => {
  const now = new Date('2026-11-25T02:00:00Z')
  const start = instant('2026-12-04', '19:00', shanghai)
  const until = (day: string, clock: string) =>
    spokenSpan(start, instant(day, clock, shanghai), shanghai, now)

  test('a day has its weekday, and its year only when it is another', () => {
    expect(spokenDay('2026-12-04')).toBe('12月4日（周五）')
    expect(spokenDay('2026-12-06', '2026-11-25')).toBe('12月6日（周日）')
    expect(spokenDay('2027-01-05', '2026-11-25')).toBe('2027年1月5日（周二）')
  })

  test('a time is said in the zone of the branch', () => {
    expect(spokenTime(start, shanghai, now)).toBe('12月4日（周五）19:00')
    expect(spokenTime(start, newYork)).toBe('12月4日（周五）06:00')
    expect(spokenTime(instant('2027-01-05', '14:00', shanghai), shanghai, now)).toBe(
      '2027年1月5日（周二）14:00',
    )
  })

  test('a span says its day once', () => {
    expect(until('2026-12-04', '20:30')).toBe('12月4日（周五）19:00–20:30')
    expect(until('2026-12-04', '24:00')).toBe('12月4日（周五）19:00–24:00')
    expect(until('2026-12-05', '08:00')).toBe('12月4日（周五）19:00–12月5日（周六）08:00')
  })

  test('an export has the full date', () => {
    expect(stamp(start, shanghai)).toBe('2026-12-04 19:00')
  })
})

const formats = new Map<string, Intl.DateTimeFormat>()

function asIntlSays(at: Date, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(zone, format)
  return format.format(at)
}
