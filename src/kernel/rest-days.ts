// Which days nobody works: weekends, public holidays, and the weekends that are worked for them. Public
// holidays are announced year by year; of a year nobody has announced only 1 January is known.

import chineseDays from 'chinese-days'
import type { HolidayYear } from './holiday-notice.ts'
import { lastDayOf, type MonthKey, monthOf } from './month.ts'
import { addDays, type Day, weekdayOf } from './time.ts'

/**
 * The years whose notice chinese-days holds, and when the notice came out. It takes every other year
 * for one without holidays, so a year must not be asked of it before it stands here.
 */
const announced: Readonly<Record<number, Day>> = {
  2024: '2023-10-25',
  2025: '2024-11-12',
  2026: '2025-11-04',
}

/** Notices that were imported here; they go before what the package knows. */
const imported = new Map<number, HolidayYear>()

/** From now on these imported years are known, and no other imported ones. */
export function useHolidayYears(years: readonly HolidayYear[]): void {
  imported.clear()
  for (const each of years) imported.set(each.year, each)
}

/** Whether the public holidays of that day's year are known. */
export function isYearKnown(day: Day): boolean {
  const year = yearOf(day)
  return imported.has(year) || year in announced
}

/** A weekend that is not worked, or a public holiday. */
export function isRestDay(day: Day): boolean {
  const own = imported.get(yearOf(day))
  if (own) return day in own.rest || (weekdayOf(day) >= 6 && !own.work.includes(day))
  if (isYearKnown(day)) return !chineseDays.isWorkday(day)
  return weekdayOf(day) >= 6 || day.endsWith('-01-01')
}

/** The name of the public holiday that day belongs to: 国庆节. Undefined on other days. */
export function holidayOn(day: Day): string | undefined {
  const own = imported.get(yearOf(day))
  if (own) return own.rest[day]
  if (!isYearKnown(day)) return day.endsWith('-01-01') ? '元旦' : undefined
  const { work, name } = chineseDays.getDayDetail(day)
  return work ? undefined : name.split(',')[1]
}

/** The last day of the month that is no rest day. */
export function lastWorkdayOf(month: MonthKey): Day {
  return workdayFrom(lastDayOf(month), -1)
}

/** The first workday after `day`. */
export function nextWorkday(day: Day): Day {
  return workdayFrom(addDays(day, 1), 1)
}

/**
 * The workday nearest to `day` (itself, if it is one; the earlier of two), at most seven days away
 * and in the same month, because what is due monthly must stay in its month.
 */
export function nearestWorkday(day: Day): Day | undefined {
  const distances = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7]
  return distances
    .map((distance) => addDays(day, distance))
    .find((near) => monthOf(near) === monthOf(day) && !isRestDay(near))
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

function workdayFrom(day: Day, step: 1 | -1): Day {
  let found = day
  while (isRestDay(found)) found = addDays(found, step)
  return found
}
