// The ways to say a day in Chinese, one row each.

import { lastDayOf, monthOf, nextMonth } from '../month.ts'
import { addDays, type Day, dayFrom, weekdayOf } from '../time.ts'
import { form, matchAt, numberOf, type Piece, weekdayNamed } from './text.ts'

/** What was not said and had to be filled in. */
export type DayDoubt = 'dayAssumed' | 'monthAssumed' | 'yearAssumed'

/** A day as said. */
export interface DaySaid {
  /** 12月4日 · 下周五 · 周五, which may stand beside a date · 周六日, which is two. */
  kind: 'date' | 'dayOfWeek' | 'weekday' | 'either'
  /** The first that is still ahead is meant; none when the calendar has no such day. */
  days: readonly Day[]
  doubt?: DayDoubt
}

type Reader = (said: Piece['said'], today: Day) => DaySaid

const week = '(?:周|星期|礼拜)'
const ahead = '(?<ahead>下下|下|本|这)'
const aheadBy: Partial<Record<string, number>> = { 下下: 2, 下: 1, 本: 0, 这: 0 }
// 5号楼 and 八一广场 are places.
const dayMark = '(?:日|号)(?![楼院厅门馆会教线])'
const feastMark = '(?![路街广大公社村馆])'
const feasts: Record<string, readonly [number, number]> = {
  元旦: [1, 1],
  劳动节: [5, 1],
  五一: [5, 1],
  建党节: [7, 1],
  七一: [7, 1],
  建军节: [8, 1],
  八一: [8, 1],
  国庆节: [10, 1],
  国庆: [10, 1],
}

const readers: readonly (readonly [RegExp, Reader])[] = [
  [form(`(?<year>\\d{4}|今|明) 年 (?<month>N) 月 (?<date>N) ${dayMark}`), dateWithYear],
  [form('(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<date>\\d{1,2})(?!\\d)'), dateWithYear],
  [form(`(?<month>N) 月 (?<date>N) ${dayMark}`), date],
  // Not 9-11点 and not 9-11:30: those are hours.
  [form('(?<month>\\d{1,2})[-/.](?<date>\\d{1,2})(?!\\d)(?! [:点时])'), date],
  [form(`${ahead} 个? 月 (?<date>N) ${dayMark}`), dateInMonthAhead],
  [form(`(?<date>N) ${dayMark}`), dateAlone],
  [form(`(?:${ahead} 个? )?月 底`), endOfMonthAhead],
  [form('(?<month>N) 月 底'), endOfMonth],
  [form(`${ahead}? 个? ${week} (?:末|六 [,、/和或-]? ${week}? [日天])`), weekend],
  [form(`${ahead} 个? ${week} (?<weekday>[一二三四五六日天])`), dayOfWeekAhead],
  [form(`${week} (?<weekday>[一二三四五六日天])`), weekday],
  [form('今天|今日|今(?=[早晚])'), (_, today) => theDay(today)],
  [form('明天|明日|明(?=[早晚])'), (_, today) => theDay(addDays(today, 1))],
  [form('后天'), (_, today) => theDay(addDays(today, 2))],
  [form('大后天'), (_, today) => theDay(addDays(today, 3))],
  [form('(?<count>\\d{3}|N) 天 [之以]?后'), daysLater],
  [form(`(?<count>N) 个? ${week} [之以]?后`), weeksLater],
  [form(`(?<feast>${Object.keys(feasts).join('|')})${feastMark}`), feast],
]

/** The day said at that position. */
export function dayAt(
  text: string,
  at: number,
  today: Day,
): { day: DaySaid; stop: number } | undefined {
  for (const [pattern, read] of readers) {
    const piece = matchAt(pattern, text, at)
    if (piece) return { day: read(piece.said, today), stop: piece.stop }
  }
  return undefined
}

function dateWithYear({ year = '', month = '', date = '' }: Piece['said'], today: Day): DaySaid {
  const thisYear = Number(today.slice(0, 4))
  const number = { 今: thisYear, 明: thisYear + 1 }[year] ?? Number(year)
  return theDay(dayFrom(number, numberOf(month), numberOf(date)))
}

function date({ month = '', date: day = '' }: Piece['said'], today: Day): DaySaid {
  return inNearestYear(today, (year) => dayFrom(year, numberOf(month), numberOf(day)))
}

function feast({ feast: name = '' }: Piece['said'], today: Day): DaySaid {
  return inNearestYear(today, (year) => dayFrom(year, ...(feasts[name] ?? [0, 0])))
}

function endOfMonth({ month = '' }: Piece['said'], today: Day): DaySaid {
  return inNearestYear(today, (year) => {
    const first = dayFrom(year, numberOf(month), 1)
    return first && lastDayOf(monthOf(first))
  })
}

function endOfMonthAhead({ ahead: by = '本' }: Piece['said'], today: Day): DaySaid {
  return theDay(lastDayOf(monthAhead(by, today)))
}

function dateInMonthAhead({ ahead: by = '', date: day = '' }: Piece['said'], today: Day): DaySaid {
  return theDay(dayIn(monthAhead(by, today), numberOf(day)))
}

/** 5号: of this month if still ahead, else of the next month that has such a day. */
function dateAlone({ date: day = '' }: Piece['said'], today: Day): DaySaid {
  const months = [0, 1, 2, 3].map((by) => monthLater(today, by))
  const days = months
    .map((month) => dayIn(month, numberOf(day)))
    .filter((each) => each !== undefined)
  return { kind: 'date', days: days.filter((each) => each >= today), doubt: 'monthAssumed' }
}

function dayOfWeekAhead(
  { ahead: by = '', weekday: name = '' }: Piece['said'],
  today: Day,
): DaySaid {
  return { kind: 'dayOfWeek', days: [inWeekAhead(by, weekdayNamed(name), today)] }
}

function weekday({ weekday: name = '' }: Piece['said'], today: Day): DaySaid {
  const next = nextWeekday(weekdayNamed(name), today)
  return { kind: 'weekday', days: [next, addDays(next, 7)] }
}

function weekend({ ahead: by }: Piece['said'], today: Day): DaySaid {
  const both = [6, 7].map((each) => (by ? inWeekAhead(by, each, today) : nextWeekday(each, today)))
  return { kind: 'either', days: both.sort() }
}

function daysLater({ count = '' }: Piece['said'], today: Day): DaySaid {
  return theDay(addDays(today, numberOf(count)))
}

function weeksLater({ count = '' }: Piece['said'], today: Day): DaySaid {
  return theDay(addDays(today, 7 * numberOf(count)))
}

function theDay(day: Day | undefined): DaySaid {
  return { kind: 'date', days: day ? [day] : [] }
}

/** Without a year the nearest in future; 29 February may be eight years away. */
function inNearestYear(today: Day, dayOf: (year: number) => Day | undefined): DaySaid {
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from({ length: 9 }, (_, later) => thisYear + later)
  const day = years.map(dayOf).find((each) => each !== undefined && each >= today)
  const assumed = day !== undefined && !day.startsWith(String(thisYear))
  return { ...theDay(day), ...(assumed && { doubt: 'yearAssumed' as const }) }
}

function monthAhead(by: string, today: Day): string {
  return monthLater(today, aheadBy[by] ?? 0)
}

function monthLater(today: Day, by: number): string {
  return by === 0 ? monthOf(today) : nextMonth(monthLater(today, by - 1))
}

function dayIn(month: string, date: number): Day | undefined {
  return dayFrom(Number(month.slice(0, 4)), Number(month.slice(5)), date)
}

/** Weeks begin on Monday. */
function inWeekAhead(by: string, weekdayMeant: number, today: Day): Day {
  return addDays(today, 7 * (aheadBy[by] ?? 0) + weekdayMeant - weekdayOf(today))
}

function nextWeekday(weekdayMeant: number, today: Day): Day {
  return addDays(today, (weekdayMeant - weekdayOf(today) + 7) % 7)
}
