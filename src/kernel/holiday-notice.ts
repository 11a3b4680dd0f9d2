// The yearly notice on public holidays (国务院办公厅关于部分节假日安排的通知), read as it is published.

import { done, type Outcome, refused } from './result.ts'
import { addDays, type Day, dayFrom, spokenWeekday, weekdayOf } from './time.ts'

/** What a notice says of a year: who rests when, and which weekends are worked for it. */
export interface HolidayYear {
  year: number
  /** Every day of a holiday with its name, weekends inside it too. */
  rest: Readonly<Record<Day, string>>
  work: readonly Day[]
}

export type NoticeRefusal =
  | { reason: 'yearMissing' }
  | { reason: 'nothingFound' }
  /** There is no such day, or the weekday or the number of days beside it is another. */
  | { reason: 'wrong'; sentence: string }

interface Holiday {
  name: string
  rest: readonly Day[]
  work: readonly Day[]
}

const titleYear = /(\d{4})\s*年/
/** 二、春节：… up to the next of its kind. */
const holidayLine =
  /^\s*(?:[一二三四五六七八九十]+\s*[、.．])?\s*(\p{Script=Han}{2,6})\s*[:：](.+)$/u
const aDay =
  /(?:(?<year>\d{4})年)?(?:(?<month>\d{1,2})月)?(?<date>\d{1,2})日(?:[（(](?<aside>[^）)]*)[）)])?/gu
const span = /日(?:[（(][^）)]*[）)])?\s*至/u
const longestHoliday = 15

/** Reads the notice of one year; a sentence that contradicts itself is named, nothing is guessed. */
export function readHolidayNotice(text: string): Outcome<{ notice: HolidayYear }, NoticeRefusal> {
  const even = text.normalize('NFKC')
  const year = Number(titleYear.exec(even)?.[1])
  if (!year) return refused({ reason: 'yearMissing' })
  const holidays: Holiday[] = []
  for (const line of even.split(/\r?\n/)) {
    const [, name, said] = holidayLine.exec(line) ?? []
    if (!name || !said || !/\d日/.test(said)) continue
    const holiday = holidayIn(name, said, year)
    if (typeof holiday === 'string') return refused({ reason: 'wrong', sentence: holiday })
    holidays.push(holiday)
  }
  if (holidays.length === 0) return refused({ reason: 'nothingFound' })
  const rest = holidays.flatMap((each) => each.rest.map((day) => [day, each.name] as const))
  const work = holidays.flatMap((each) => each.work)
  return done({ notice: { year, rest: Object.fromEntries(rest.sort()), work: work.sort() } })
}

/** One holiday, or the sentence that cannot be. */
function holidayIn(name: string, said: string, year: number): Holiday | string {
  const rest: Day[] = []
  const work: Day[] = []
  for (const sentence of said.split('。').filter((each) => /\d日/.test(each))) {
    const days = daysIn(sentence, year)
    const isWork = sentence.includes('上班')
    const meant = isWork ? days : restIn(sentence, days)
    if (!meant || meant.length === 0) return sentence.trim()
    for (const day of meant) (isWork ? work : rest).push(day)
  }
  return { name, rest, work }
}

/** 1月1日至3日: all of them; otherwise those that are named. The count beside them must be theirs. */
function restIn(sentence: string, days: readonly Day[] | undefined): Day[] | undefined {
  if (!days) return undefined
  const [first, last] = days
  const meant = span.test(sentence) && first && last ? fromTo(first, last) : [...days]
  const count = /共(\d{1,2})天/.exec(sentence)?.[1]
  return count && Number(count) !== meant.length ? undefined : meant
}

/** The days named in a sentence; undefined when one is no day or another weekday. */
function daysIn(sentence: string, year: number): Day[] | undefined {
  const days: Day[] = []
  let month = 0
  for (const { groups = {} } of sentence.matchAll(aDay)) {
    month = Number(groups.month ?? month)
    const day = dayFrom(Number(groups.year ?? year), month, Number(groups.date))
    const weekday = /(?:周|星期)[一二三四五六日天]/.exec(groups.aside ?? '')?.[0]
    if (!day || (weekday && !isSame(weekday, day))) return undefined
    days.push(day)
  }
  return days
}

function isSame(weekday: string, day: Day): boolean {
  const spoken = weekday.replace('星期', '周').replace('天', '日')
  return spoken === spokenWeekday(weekdayOf(day))
}

function fromTo(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last && days.length <= longestHoliday; day = addDays(day, 1)) {
    days.push(day)
  }
  return days
}
