// Days, wall clocks and how they are said. The only place that knows time zones, and dayjs.

import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat.js'
import utc from 'dayjs/plugin/utc.js'

// dayjs's timezone plugin is left out: it reads 02:30 in Shanghai as 03:30 on a machine whose own
// zone skips that hour. Offsets come from Intl instead; dayjs keeps calendars, formats and parsing.
dayjs.extend(utc)
dayjs.extend(customParseFormat)

/** An IANA name such as 'Asia/Shanghai'. */
export type Zone = string
/** A local day, '2026-12-04'. Sorts as text. */
export type Day = string
/** A wall clock, 'HH:mm'; '24:00' is the end of the day. */
export type WallClock = string
/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const dayFormat = 'YYYY-MM-DD'
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const offsetFormats = new Map<Zone, Intl.DateTimeFormat>()

/** Whether this machine knows the zone. */
export function isZone(text: string): boolean {
  try {
    offsetFormat(text)
    return true
  } catch {
    return false
  }
}

/** The local day at that instant. */
export function dayOn(at: Date, zone: Zone): Day {
  return local(at, zone).format(dayFormat)
}

/** What the clock on the wall shows at that instant. */
export function wallClock(at: Date, zone: Zone): WallClock {
  return local(at, zone).format('HH:mm')
}

/**
 * The instant at which the clock on the wall shows `clock`. Of an hour that comes twice the first;
 * a time that is skipped moves on by the length of the gap (as in RFC 5545 and Temporal).
 */
export function instant(day: Day, clock: WallClock, zone: Zone): Date {
  const wall = Date.parse(`${day}T00:00Z`) + minutesOf(clock) * minuteMs
  const before = offset(wall - dayMs, zone)
  const after = offset(wall + dayMs, zone)
  const fits = [before, after].find((by) => offset(wall - by, zone) === by)
  return new Date(wall - (fits ?? before))
}

/** The day of that date, or undefined when the calendar has no such day. */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  const day = `${year}-${twoDigits(month)}-${twoDigits(date)}`
  return dayjs.utc(day, dayFormat, true).isValid() ? day : undefined
}

/** Which day of the week it is. */
export function weekdayOf(day: Day): Weekday {
  return (dayjs.utc(day).day() || 7) as Weekday
}

/** The day `count` days later; negative goes back. */
export function addDays(day: Day, count: number): Day {
  return dayjs.utc(day).add(count, 'day').format(dayFormat)
}

/** The same day `count` months later; the last of the month when it is shorter. Negative goes back. */
export function addMonths(day: Day, count: number): Day {
  return dayjs.utc(day).add(count, 'month').format(dayFormat)
}

/** The instant `count` minutes later; negative goes back. */
export function addMinutes(at: Date, count: number): Date {
  return new Date(at.getTime() + count * minuteMs)
}

/** Minutes since midnight of a wall clock. */
export function minutesOf(clock: WallClock): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

/** The wall clock that many minutes after midnight, 0 to 1440. */
export function clockOf(minutes: number): WallClock {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

/** 周五 */
export function spokenWeekday(weekday: Weekday): string {
  return `周${'一二三四五六日'[weekday - 1]}`
}

/** 12月4日（周五）; with the year when it is not the year of `today`. */
export function spokenDay(day: Day, today: Day = day): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? 'M月D日' : 'YYYY年M月D日'
  return `${dayjs.utc(day).format(format)}（${spokenWeekday(weekdayOf(day))}）`
}

/** 12月4日（周五）19:00; with the year when it is not the year of `now`. */
export function spokenTime(at: Date, zone: Zone, now: Date = at): string {
  return `${spokenDay(dayOn(at, zone), dayOn(now, zone))}${wallClock(at, zone)}`
}

/** 12月4日（周五）19:00–20:30; an end at midnight is 24:00, a later one is said with its day. */
export function spokenSpan(start: Date, end: Date, zone: Zone, now: Date = start): string {
  const lastMinute = dayOn(addMinutes(end, -1), zone)
  const oneDay = dayOn(start, zone) === lastMinute
  return `${spokenTime(start, zone, now)}–${oneDay ? endClock(end, zone) : spokenTime(end, zone, now)}`
}

/** 2026-12-04 19:00, for exports. */
export function stamp(at: Date, zone: Zone): string {
  return `${dayOn(at, zone)} ${wallClock(at, zone)}`
}

function endClock(end: Date, zone: Zone): WallClock {
  const clock = wallClock(end, zone)
  return clock === '00:00' ? '24:00' : clock
}

function local(at: Date, zone: Zone): dayjs.Dayjs {
  return dayjs.utc(at.getTime() + offset(at.getTime(), zone))
}

/** How far, in milliseconds, the zone is ahead of UTC at that instant. */
function offset(at: number, zone: Zone): number {
  const name = offsetFormat(zone).formatToParts(at).at(-1)?.value ?? ''
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? []
  if (!sign) return 0
  return (Number(hours) * 60 + Number(minutes)) * minuteMs * (sign === '-' ? -1 : 1)
}

function offsetFormat(zone: Zone): Intl.DateTimeFormat {
  const known = offsetFormats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  offsetFormats.set(zone, made)
  return made
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
