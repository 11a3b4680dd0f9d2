// Rules that come back by the month, in Chinese: read into cron, and said again from it.

import { nextOccurrences } from '../cron.ts'
import { done, type Outcome, refused } from '../result.ts'
import { clockOf, dayOn, spokenWeekday, type Weekday, type Zone } from '../time.ts'
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

/** The day of month and the weekday of a cron. */
type DayFields = { date: string; weekday: string } | 'notEveryMonth'

const week = '个? (?:周|星期|礼拜) (?<weekday>[一二三四五六日天])'
const dayForms: readonly (readonly [RegExp, (said: Piece['said']) => DayFields])[] = [
  [form(`第 (?<nth>N) ${week}`), nthWeekday],
  [form(`最后 一? ${week}`), lastWeekday],
  [form('最后 一? 个? 工作日'), () => ({ date: 'LW', weekday: '*' })],
  [form('(?:最后 一 天|月? 底)'), () => ({ date: 'L', weekday: '*' })],
  [form('(?<date>N) [日号]'), dayOfMonth],
]
/** How often, as the month field of a cron, and how it is said. Every second month is one of two. */
const everySecond = 'everySecond'
const quarter = '每 个? 季 度? 的? '
const monthForms: readonly (readonly [RegExp, string])[] = [
  [form('每 个? 月 的?'), '*'],
  [form('每 隔? (?:两|二|2|一) 个 月 的?'), everySecond],
  [form('每 个? (?:双|偶数) 月 的?'), '2-12/2'],
  [form('每 个? (?:单|奇数) 月 的?'), '1-11/2'],
  [form(`${quarter}(?:末 个? 月|最后 一? 个? 月|第 [三3] 个? 月) 的?`), '3,6,9,12'],
  [form(`${quarter}(?:首 个? 月|第 [一1] 个? 月) 的?`), '1,4,7,10'],
  [form(`${quarter}(?:中 月|第 [二2] 个? 月) 的?`), '2,5,8,11'],
]
const spokenMonths: Record<string, string> = {
  '*': '每月',
  '2-12/2': '每双月',
  '1-11/2': '每单月',
  '3,6,9,12': '每季度末月',
  '1,4,7,10': '每季度首月',
  '2,5,8,11': '每季度中月',
}
const ordinals = '一二三四'
const storedForm =
  /^(?<minute>\d+) (?<hour>\d+) (?<date>\d+|LW?|\*) (?<months>\S+) (?:\*|(?<weekday>[0-7])(?:#(?<nth>[1-4])|L))$/

/**
 * Reads 每月第一个周五 19:00, 每月5号下午3点, 每月最后一个工作日14:30, 每两个月第二个周三, 每季度末月20日; a
 * rest may follow. Every second month begins with the next that is ahead.
 */
export function parseMonthlyRule(text: string, context: { now: Date; zone: Zone }): MonthlyRule {
  const even = evened(text)
  const from = afterFillers(even, 0)
  const often = firstOf(monthForms, even, from)
  const days = often && firstOf(dayForms, even, afterFillers(even, often.stop))
  if (!often || !days) return refused({ reason: 'unreadable', piece: firstWord(text) })
  const fields = days.value(days.said)
  if (fields === 'notEveryMonth') {
    return refused({ reason: 'notEveryMonth', piece: text.slice(from, days.stop) })
  }
  const timed = hoursAt(even, afterFillers(even, days.stop))
  const tail = restAfter(text, timed?.stop ?? days.stop, true)
  if ('piece' in tail) return refused({ reason: 'unreadable', piece: tail.piece })
  if (!timed) return refused({ reason: 'timeMissing' })
  return ruleOf({ months: often.value, ...fields }, { ...timed.hours, rest: tail.rest }, context)
}

/** 每月第一个周五 19:00; a rule that is not one of ours is shown as it is. */
export function spokenRule(cron: string): string {
  const said = storedForm.exec(cron)?.groups
  if (!said) return cron
  const often = spokenMonths[said.months ?? '']
  if (!often || (said.date === '*') !== (said.weekday !== undefined)) return cron
  return `${often}${spokenDays(said)} ${clockOf(Number(said.hour) * 60 + Number(said.minute))}`
}

interface Fields {
  months: string
  date: string
  weekday: string
}

function ruleOf(
  fields: Fields,
  { start, end, doubt, rest }: HoursSaid & { rest: string },
  context: { now: Date; zone: Zone },
): MonthlyRule {
  const clock = clockOf(start)
  if (clock === '24:00') return refused({ reason: 'unreadable', piece: clock })
  const cronIn = (months: string) =>
    `${start % 60} ${Math.floor(start / 60)} ${fields.date} ${months} ${fields.weekday}`
  const isSecond = fields.months === everySecond
  const cron = cronIn(isSecond ? secondMonthsFrom(cronIn('*'), context) : fields.months)
  const lasting = end === undefined ? {} : { durationMinutes: end - start }
  return done({ cron, spoken: spokenRule(cron), ...lasting, rest, doubts: doubt ? [doubt] : [] })
}

/** The even months or the odd ones, whichever the rule comes to first. */
function secondMonthsFrom(monthly: string, { now, zone }: { now: Date; zone: Zone }): string {
  const [next = now] = nextOccurrences(monthly, zone, now, 1)
  return Number(dayOn(next, zone).slice(5, 7)) % 2 === 0 ? '2-12/2' : '1-11/2'
}

function firstOf<Value>(
  all: readonly (readonly [RegExp, Value])[],
  text: string,
  at: number,
): (Piece & { value: Value }) | undefined {
  for (const [pattern, value] of all) {
    const piece = matchAt(pattern, text, at)
    if (piece) return { ...piece, value }
  }
  return undefined
}

function nthWeekday({ nth = '', weekday = '' }: Piece['said']): DayFields {
  const number = numberOf(nth)
  const inEveryMonth = number >= 1 && number <= 4
  if (!inEveryMonth) return 'notEveryMonth'
  return { date: '*', weekday: `${weekdayNamed(weekday) % 7}#${number}` }
}

function lastWeekday({ weekday = '' }: Piece['said']): DayFields {
  return { date: '*', weekday: `${weekdayNamed(weekday) % 7}L` }
}

function dayOfMonth({ date = '' }: Piece['said']): DayFields {
  const number = numberOf(date)
  return number >= 1 && number <= 28 ? { date: `${number}`, weekday: '*' } : 'notEveryMonth'
}

function spokenDays({ date, weekday, nth }: Piece['said']): string {
  if (date === 'LW') return '最后一个工作日'
  if (date === 'L') return '最后一天'
  if (date !== '*') return `${date}日`
  const name = spokenWeekday((Number(weekday) || 7) as Weekday)
  return nth ? `第${ordinals[Number(nth) - 1]}个${name}` : `最后一个${name}`
}
