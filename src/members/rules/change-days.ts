// The days from which a change of the roster usually counts.

import { firstDayOf, lastDayOf, monthOf, nextMonth } from '../../kernel/month.ts'
import { type Day, dayFrom } from '../../kernel/time.ts'

export interface DayChoice {
  words: 'today' | 'thisMonth' | 'nextMonth'
  day: Day
}

/** 今天, 本月1日, 下月1日; each day once. */
export function usualDays(today: Day): DayChoice[] {
  const month = monthOf(today)
  const first = firstDayOf(month)
  return [
    { words: 'today', day: today },
    ...(first === today ? [] : [{ words: 'thisMonth', day: first } as const]),
    { words: 'nextMonth', day: firstDayOf(nextMonth(month)) },
  ]
}

/** The same date that many months later; the last of the month when it has no such date. */
export function monthsLater(day: Day, count: number): Day {
  let month = monthOf(day)
  for (let passed = 0; passed < count; passed++) month = nextMonth(month)
  const same = month + day.slice(7)
  return isDay(same) ? same : lastDayOf(month)
}

/** The same date a year before; for a date said without its year. */
export function yearBefore(day: Day): Day {
  const same = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return isDay(same) ? same : `${same.slice(0, 8)}28`
}

/** Whether the calendar has the day: what a button brings may be forged. */
export function isDay(text: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  return dayFrom(Number(year), Number(month), Number(date)) !== undefined
}
