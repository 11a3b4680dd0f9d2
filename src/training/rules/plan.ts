// When the monthly rule puts a training, when its draft is due, and what a sentence says of one.

import { occurrencesBetween } from '../../kernel/cron.ts'
import type { OrganisationId, PlanId } from '../../kernel/ids.ts'
import {
  firstDayOf,
  type MonthKey,
  monthAt,
  monthOf,
  nextMonth,
  previousMonth,
} from '../../kernel/month.ts'
import {
  holidayOn,
  isRestDay,
  lastWorkdayOf,
  nearestWorkday,
  nextWorkday,
} from '../../kernel/rest-days.ts'
import {
  addDays,
  addMinutes,
  type Day,
  dayOn,
  instant,
  type WallClock,
  wallClock,
  type Zone,
} from '../../kernel/time.ts'

/** The monthly rule of a branch. */
export interface Plan {
  id: PlanId
  branch: OrganisationId
  cron: string
  zone: Zone
  place?: string
  lengthMinutes: number
  /** Nothing before this instant is ever filled in. */
  knownSince: Date
}

type Rule = Pick<Plan, 'cron' | 'zone'>

/** Where a training goes, and the rest day it had to leave. */
export interface Slot {
  startsAt: Date
  movedFrom?: Day
}

const draftDate = '20'
const draftClock: WallClock = '10:00'
/** By then the notice of next year is usually out. */
const holidayCheckDate = '11-20'

/** The training of a month: the rule's first occurrence, moved off a rest day within the month. */
export function slotIn(rule: Rule, month: MonthKey): Slot | undefined {
  const from = addMinutes(instant(firstDayOf(month), '00:00', rule.zone), -1)
  const until = addMinutes(instant(firstDayOf(nextMonth(month)), '00:00', rule.zone), -1)
  const [said] = occurrencesBetween(rule.cron, rule.zone, from, until)
  return said && movedOffRest(said, rule)
}

/** The next `count` trainings after an instant, one a month; fewer when a year is not enough. */
export function upcomingStarts({ after, count, ...rule }: Rule & { after: Date; count: number }) {
  const starts: Date[] = []
  const last = addDays(dayOn(after, rule.zone), 366)
  for (let month = monthAt(after, rule.zone); month <= monthOf(last); month = nextMonth(month)) {
    const slot = slotIn(rule, month)
    if (slot && slot.startsAt > after && starts.push(slot.startsAt) >= count) break
  }
  return starts
}

/** When the draft of a month is due: the 20th of the month before, or the next workday, at ten. */
export function draftDueAt(month: MonthKey, zone: Zone): Date {
  const date: Day = `${previousMonth(month)}-${draftDate}`
  return instant(isRestDay(date) ? nextWorkday(date) : date, draftClock, zone)
}

/** In [since, now]: when a branch is told that next year's holidays are missing, and which year it is. */
export function holidayCheckIn(
  since: Date,
  now: Date,
  zone: Zone,
): { at: Date; year: number } | undefined {
  const year = Number(dayOn(now, zone).slice(0, 4))
  const at = instant(`${year}-${holidayCheckDate}`, draftClock, zone)
  return at > since && at <= now ? { at, year: year + 1 } : undefined
}

/** The months whose draft should exist by now: this one and, late in it, the next. Never a past one. */
export function monthsToDraft(now: Date, zone: Zone): MonthKey[] {
  const month = monthAt(now, zone)
  return [month, nextMonth(month)].filter((each) => draftDueAt(each, zone) <= now)
}

/**
 * A rule that names a weekend wants it, but nobody wants a public holiday. The last workday is the last
 * that is really worked, which cron cannot know.
 */
function movedOffRest(said: Date, { cron, zone }: Rule): Slot {
  const day = dayOn(said, zone)
  const [, , date, , weekday] = cron.trim().split(/\s+/)
  const isLastWorkday = date === 'LW'
  const suits = weekday === '*' ? !isRestDay(day) : holidayOn(day) === undefined
  const nearest = suits ? day : (nearestWorkday(day) ?? day)
  const moved = isLastWorkday ? lastWorkdayOf(monthOf(day)) : nearest
  if (moved === day) return { startsAt: said }
  const startsAt = instant(moved, wallClock(said, zone), zone)
  return isRestDay(day) ? { startsAt, movedFrom: day } : { startsAt }
}
