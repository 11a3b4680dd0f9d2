// Reads when something happens from a Chinese sentence. Nothing is guessed: what is not understood
// comes back as a question.

import { done, type Outcome, refused } from './result.ts'
import {
  addDays,
  clockOf,
  type Day,
  dayOn,
  instant,
  type Weekday,
  weekdayOf,
  type Zone,
} from './time.ts'
import { type DateSaid, dateAt, nearestWeekday } from './when/date.ts'
import type { DayDoubt } from './when/days.ts'
import { type HoursDoubt, type HoursSaid, hoursAt } from './when/hours.ts'
import { afterFillers, evened, firstWord, restAfter } from './when/text.ts'

export interface WhenContext {
  now: Date
  zone: Zone
  /** The day already known, when only the time is asked for. */
  day?: Day
}

/** What was not said and had to be filled in; the echo should show it. */
export type Doubt = DayDoubt | HoursDoubt

interface DayRead {
  day: Day
  /** What follows the time, as it was typed. */
  rest: string
  doubts: readonly Doubt[]
}

export type Reading =
  | (DayRead & { timeMissing: true })
  | (DayRead & { timeMissing: false; start: Date; end?: Date })

export type WhenRefusal =
  /** `piece` was not understood. */
  | { reason: 'unreadable'; piece: string }
  /** `piece` means more than one day (周六日). */
  | { reason: 'ambiguous'; piece: string; options: readonly Reading[] }
  /** `day` was said to be a `weekday`, and is not; both possible days, in order. */
  | { reason: 'weekdayMismatch'; day: Day; weekday: Weekday; options: readonly Reading[] }
  | { reason: 'past'; reading: Reading }

export type When = Outcome<Reading, WhenRefusal>

interface Sentence {
  date: DateSaid
  /** The words of the date. */
  dateText: string
  hours: HoursSaid | undefined
  rest: string
}

/** Reads a time and nothing else: 12月5日下午2点到4点, 下周五19:00, 月底. */
export function parseWhen(text: string, context: WhenContext): When {
  return understood(sentenceOf(text, context, false), context)
}

/** Reads the time a sentence begins with; the rest follows after a blank, a comma or 在. */
export function parseWhenFirst(text: string, context: WhenContext): When {
  return understood(sentenceOf(text, context, true), context)
}

function sentenceOf(
  text: string,
  context: WhenContext,
  mayFollow: boolean,
): Sentence | { piece: string } {
  const even = evened(text)
  const from = afterFillers(even, 0)
  const dated = dateAt(even, from, dayOn(context.now, context.zone))
  const dateStop = dated?.stop ?? from
  const timed = hoursAt(even, afterFillers(even, dateStop))
  if (!dated && !timed) return { piece: mayFollow ? firstWord(text) : text.trim() }
  const tail = restAfter(text, timed?.stop ?? dateStop, mayFollow)
  if ('piece' in tail) return tail
  const date = dated?.date ?? unsaidDate(context)
  return { date, dateText: text.slice(from, dateStop), hours: timed?.hours, rest: tail.rest }
}

function unsaidDate({ day, now, zone }: WhenContext): DateSaid {
  if (day) return { kind: 'date', days: [day] }
  const today = dayOn(now, zone)
  return { kind: 'date', days: [today, addDays(today, 1)], doubt: 'dayAssumed' }
}

function understood(sentence: Sentence | { piece: string }, context: WhenContext): When {
  if ('piece' in sentence) return refused({ reason: 'unreadable', piece: sentence.piece })
  const { date, dateText: piece } = sentence
  const readings = date.days.map((day) => readingOf(day, sentence, context.zone))
  const [first] = readings
  if (!first) return refused({ reason: 'unreadable', piece })
  const ahead = readings.filter((each) => isAhead(each, context))
  const [reading] = ahead
  if (!reading) return refused({ reason: 'past', reading: first })
  if (date.kind === 'either') return refused({ reason: 'ambiguous', piece, options: ahead })
  return withItsWeekday(reading, sentence, context)
}

/** The reading, if the weekday said beside it is its own. */
function withItsWeekday(reading: Reading, sentence: Sentence, context: WhenContext): When {
  const { now, zone } = context
  const { day } = reading
  const { weekday = weekdayOf(day), weekdayOn } = sentence.date
  const other = weekdayOn ?? nearestWeekday(day, weekday, dayOn(now, zone))
  if (other === day) return done(reading)
  const both = [day, other].sort().map((each) => readingOf(each, sentence, zone))
  const options = both.filter((each) => isAhead(each, context))
  if (weekday !== weekdayOf(day))
    return refused({ reason: 'weekdayMismatch', day, weekday, options })
  return refused({ reason: 'ambiguous', piece: sentence.dateText, options })
}

function readingOf(day: Day, { date, hours, rest }: Sentence, zone: Zone): Reading {
  const doubts = [date.doubt, hours?.doubt].filter((doubt) => doubt !== undefined)
  if (!hours) return { timeMissing: true, day, rest, doubts }
  const start = instant(day, clockOf(hours.start), zone)
  const end = hours.end === undefined ? {} : { end: instant(day, clockOf(hours.end), zone) }
  return { timeMissing: false, day, start, ...end, rest, doubts }
}

function isAhead(reading: Reading, { now, zone }: WhenContext): boolean {
  return reading.timeMissing ? reading.day >= dayOn(now, zone) : reading.start > now
}
