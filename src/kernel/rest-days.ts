// Which days nobody works. Only weekends and 1 January are known: public holidays and the working
// weekends that make up for them are announced year by year, and nothing here has read them.

import { lastDayOf, type MonthKey, monthOf } from './month.ts'
import { addDays, type Day, weekdayOf } from './time.ts'

/** A weekend or 1 January. A public holiday on another weekday is not recognised. */
export function isRestDay(day: Day): boolean {
  return weekdayOf(day) >= 6 || day.endsWith('-01-01')
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

function workdayFrom(day: Day, step: 1 | -1): Day {
  let found = day
  while (isRestDay(found)) found = addDays(found, step)
  return found
}
