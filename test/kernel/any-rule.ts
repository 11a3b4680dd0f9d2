// Any cron rule with the same as a predicate, any window, and the slow but certain way to compare.

import fc from 'fast-check'
import { isCron } from '../../src/kernel/cron.ts'

interface Wall {
  minute: number
  hour: number
  date: number
  month: number
  weekday: number
  daysInMonth: number
}
interface Window {
  from: Date
  to: Date
}
type Fits = (wall: Wall) => boolean

const formats = new Map<string, Intl.DateTimeFormat>()

/** A rule as text, and the same as a predicate. */
export function anyRule(): fc.Arbitrary<{ cron: string; fits: Fits }> {
  const fields = [
    numbers('minute', 0, 59),
    fc.oneof(numbers('hour', 0, 3), numbers('hour', 0, 23)),
    fc.oneof({ weight: 5, arbitrary: any }, numbers('date', 1, 31), lastDay),
    fc.oneof({ weight: 9, arbitrary: any }, numbers('month', 1, 12)),
    fc.oneof({ weight: 4, arbitrary: any }, numbers('weekday', 0, 6), nthWeekday, lastWeekday),
  ]
  return fc
    .tuple(...fields)
    .map((chosen) => ({
      cron: chosen.map(({ text }) => text).join(' '),
      fits: (wall: Wall) => chosen.every(({ fits }) => fits(wall)),
    }))
    .filter(({ cron }) => isCron(cron))
}

const any = fc.constant({ text: '*', fits: (() => true) as Fits })
const lastDay = fc.constant({
  text: 'L',
  fits: ((wall) => wall.date === wall.daysInMonth) as Fits,
})
const nthWeekday = fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 5 })).map(([weekday, nth]) => ({
  text: `${weekday}#${nth}`,
  fits: ((wall) => wall.weekday === weekday && Math.ceil(wall.date / 7) === nth) as Fits,
}))
const lastWeekday = fc.nat(6).map((weekday) => ({
  text: `${weekday}L`,
  fits: ((wall) => wall.weekday === weekday && wall.date > wall.daysInMonth - 7) as Fits,
}))

function numbers(field: keyof Wall, min: number, max: number) {
  return fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: 4 }).map((chosen) => ({
    text: chosen.join(','),
    fits: ((wall) => chosen.includes(wall[field])) as Fits,
  }))
}

/** A few days around changes of the clocks, ends of months and years, and any other day. */
export function anyWindow(): fc.Arbitrary<Window> {
  const moments = [
    '2026-10-03',
    '2026-10-31',
    '2026-12-30',
    '2027-03-13',
    '2027-04-03',
    '2028-02-28',
  ]
  const hours = fc.integer({ min: -30, max: 30 })
  return fc
    .tuple(fc.constantFrom(...moments), hours, fc.nat(60))
    .map(([moment, before, length]) => {
      const from = Date.parse(moment) + before * 3_600_000
      return { from: new Date(from), to: new Date(from + length * 3_600_000) }
    })
}

/** Every instant of the window at which the rule fits, a time that comes twice counted once. */
export function minuteByMinute(fits: Fits, zone: string, { from, to }: Window): Date[] {
  const shown = new Set<string>()
  const found: Date[] = []
  const format = shownBy(zone)
  // Two hours earlier, so that a time that comes twice has been seen.
  for (let at = from.getTime() - 7_200_000; at <= to.getTime(); at += 60_000) {
    const text = format.format(at)
    if (at > from.getTime() && !shown.has(text) && fits(wallOf(text))) found.push(new Date(at))
    shown.add(text)
  }
  return found
}

function shownBy(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(zone, format)
  return format
}

function wallOf(text: string): Wall {
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number)
  const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay()
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { minute, hour, date, month, weekday, daysInMonth }
}
