// Monthly rules in Chinese: read into cron, and said again from it.

import { done, type Outcome, refused } from '../result.ts'
import { clockOf, spokenWeekday, type Weekday } from '../time.ts'
import { type HoursDoubt, type HoursSaid, hoursAt } from './hours.ts'
import {
  afterFillers,
  evened,
  firstWord,
  form,
  matchAt,
  numberOf,
  type Piece,
  restAfter,
  weekdayNamed,
} from './text.ts'

export type MonthlyRule = Outcome<
  {
    cron: string
    /** The rule said back: 每月第一个周五 19:00. */
    spoken: string
    /** Known when an end was said. */
    durationMinutes?: number
    /** What follows the rule, as it was typed. */
    rest: string
    doubts: readonly HoursDoubt[]
  },
  | { reason: 'unreadable'; piece: string }
  /** 每月第一个周五 without a time. */
  | { reason: 'timeMissing' }
  /** 31日, 第五个周五: not every month has one. */
  | { reason: 'notEveryMonth'; piece: string }
>

/** The day fields of a cron: day of month, month, weekday. */
type DayFields = string | 'notEveryMonth'

const everyMonth = '每 个? 月 的?'
const week = '个? (?:周|星期|礼拜) (?<weekday>[一二三四五六日天])'
const forms: readonly (readonly [RegExp, (said: Piece['said']) => DayFields])[] = [
  [form(`${everyMonth} 第 (?<nth>N) ${week}`), nthWeekday],
  [form(`${everyMonth} 最后 一? ${week}`), lastWeekday],
  [form(`${everyMonth} (?<date>N) [日号]`), dayOfMonth],
]
const ordinals = '一二三四'
const storedForm =
  /^(?<minute>\d+) (?<hour>\d+) (?:(?<date>\d+) \* \*|\* \* (?<weekday>[0-7])(?:#(?<nth>[1-4])|L))$/

/** Reads 每月第一个周五 19:00, 每月5号下午3点, 每月最后一个周五19:00; a rest may follow. */
export function parseMonthlyRule(text: string): MonthlyRule {
  const even = evened(text)
  const from = afterFillers(even, 0)
  const days = daysAt(even, from)
  if (!days) return refused({ reason: 'unreadable', piece: firstWord(text) })
  if (days.fields === 'notEveryMonth') {
    return refused({ reason: 'notEveryMonth', piece: text.slice(from, days.stop) })
  }
  const timed = hoursAt(even, afterFillers(even, days.stop))
  const tail = restAfter(text, timed?.stop ?? days.stop, true)
  if ('piece' in tail) return refused({ reason: 'unreadable', piece: tail.piece })
  if (!timed) return refused({ reason: 'timeMissing' })
  return ruleOf(days.fields, timed.hours, tail.rest)
}

/** 每月第一个周五 19:00; a rule that is not one of ours is shown as it is. */
export function spokenRule(cron: string): string {
  const said = storedForm.exec(cron)?.groups
  if (!said) return cron
  return `每月${spokenDays(said)} ${clockOf(Number(said.hour) * 60 + Number(said.minute))}`
}

function ruleOf(fields: string, { start, end, doubt }: HoursSaid, rest: string): MonthlyRule {
  const clock = clockOf(start)
  if (clock === '24:00') return refused({ reason: 'unreadable', piece: clock })
  const cron = `${start % 60} ${Math.floor(start / 60)} ${fields}`
  const lasting = end === undefined ? {} : { durationMinutes: end - start }
  return done({ cron, spoken: spokenRule(cron), ...lasting, rest, doubts: doubt ? [doubt] : [] })
}

function daysAt(text: string, at: number): { fields: DayFields; stop: number } | undefined {
  for (const [pattern, read] of forms) {
    const piece = matchAt(pattern, text, at)
    if (piece) return { fields: read(piece.said), stop: piece.stop }
  }
  return undefined
}

function nthWeekday({ nth = '', weekday = '' }: Piece['said']): DayFields {
  const number = numberOf(nth)
  const inEveryMonth = number >= 1 && number <= 4
  return inEveryMonth ? `* * ${weekdayNamed(weekday) % 7}#${number}` : 'notEveryMonth'
}

function lastWeekday({ weekday = '' }: Piece['said']): DayFields {
  return `* * ${weekdayNamed(weekday) % 7}L`
}

function dayOfMonth({ date = '' }: Piece['said']): DayFields {
  const number = numberOf(date)
  return number >= 1 && number <= 28 ? `${number} * *` : 'notEveryMonth'
}

function spokenDays({ date, weekday, nth }: Piece['said']): string {
  if (date) return `${date}日`
  const name = spokenWeekday((Number(weekday) || 7) as Weekday)
  return nth ? `第${ordinals[Number(nth) - 1]}个${name}` : `最后一个${name}`
}
