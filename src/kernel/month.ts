// Months as keys like '2026-12': what they contain and how they are read and said.

import { addDays, type Day, dayFrom, dayOn, type Zone } from './time.ts'

/** A month, '2026-12'. Sorts as text. */
export type MonthKey = string

/** What can be a month of ours: keys from outside are held to it. */
export const monthPattern = /^20\d\d-(?:0[1-9]|1[0-2])$/

/** The month a day belongs to. */
export function monthOf(day: Day): MonthKey {
  return day.slice(0, 7)
}

/** The month at that instant. */
export function monthAt(at: Date, zone: Zone): MonthKey {
  return monthOf(dayOn(at, zone))
}

export function nextMonth(month: MonthKey): MonthKey {
  return monthOf(addDays(firstDayOf(month), 31))
}

export function previousMonth(month: MonthKey): MonthKey {
  return monthOf(addDays(firstDayOf(month), -1))
}

export function firstDayOf(month: MonthKey): Day {
  return `${month}-01`
}

export function lastDayOf(month: MonthKey): Day {
  return addDays(firstDayOf(nextMonth(month)), -1)
}

/** Every day of the month, in order. */
export function daysOf(month: MonthKey): Day[] {
  const days = Number(lastDayOf(month).slice(8))
  return Array.from({ length: days }, (_, index) => addDays(firstDayOf(month), index))
}

/**
 * Reads `2026-12`, `2026年12月` or `12月`; undefined for anything else. Without a year it is the one
 * from ten months before `reference` to one after: months are asked about once they have been, or
 * while the next is being planned.
 */
export function parseMonth(text: string, reference: MonthKey): MonthKey | undefined {
  const said = /^(?:(\d{4})(?:-|年))?(\d{1,2})(月?)$/.exec(
    text.normalize('NFKC').replace(/\s/g, ''),
  )
  if (!said) return undefined
  const [, year, number, unit] = said
  if (year) return monthIn(Number(year), Number(number))
  return unit ? around(Number(number), reference) : undefined
}

/** 12月, or 2027年1月 when that is not the year of `reference`. */
export function spokenMonth(month: MonthKey, reference: MonthKey = month): string {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))]
  return year === reference.slice(0, 4) ? `${number}月` : `${year}年${number}月`
}

function around(number: number, reference: MonthKey): MonthKey | undefined {
  const latest = nextMonth(reference)
  const year = Number(latest.slice(0, 4))
  return [year, year - 1].map((each) => monthIn(each, number)).find((key) => key && key <= latest)
}

function monthIn(year: number, number: number): MonthKey | undefined {
  const first = dayFrom(year, number, 1)
  return first && monthPattern.test(monthOf(first)) ? monthOf(first) : undefined
}
