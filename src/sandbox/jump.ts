// Moving the clock on: to each instant at which something is due, one after the other.

import { systemClock } from '../kernel/clock.ts'
import { monthAt, nextMonth } from '../kernel/month.ts'
import { lastWorkdayOf } from '../kernel/rest-days.ts'
import {
  addDays,
  addMinutes,
  type Day,
  dayOn,
  instant,
  type WallClock,
  wallClock,
  type Zone,
} from '../kernel/time.ts'
import { type Program, type Stage, settle } from './stage.ts'

/**
 * How far ahead is looked at once: what is due depends on the hour and on what came before. What is
 * of use for less than this would be passed over; only what waited for the morning is so short-lived.
 */
const lookAheadMinutes = 60
const morning = { until: '09:00', lookAheadMinutes: 5 }
/** At night nobody is reminded of anything: one look is enough. */
const night = { from: '21:00', until: '08:30' }
/** Looks between which others get their turn. */
const looksAtOnce = 50
const monthEndClock = '16:05'
const longestMinutes = 31 * 24 * 60

/** Where `to` lies, as the page says it; undefined when it says nothing of the kind. */
export function targetOf({ clock, zone, program }: Stage, to: string): Date | undefined {
  const now = clock.now()
  const minutes = Number(/^minutes:(\d{1,5})$/.exec(to)?.[1])
  if (minutes > 0 && minutes <= longestMinutes) return addMinutes(now, minutes)
  if (to === 'hour') return addMinutes(now, 60)
  if (to === 'day') return addMinutes(now, 24 * 60)
  if (to === 'session') return program.nextOpeningAt()
  return to === 'monthEnd' ? nextMonthEnd(now, zone) : undefined
}

/** Moves on to `target`; whatever is due on the way happens at its time, and `passed` hears when. */
export async function jump(stage: Stage, target: Date, passed: (at: Date) => void): Promise<void> {
  const { clock, zone, program } = stage
  let after = clock.now()
  for (let looks = 1; after < target; looks += 1) {
    const until = new Date(Math.min(target.getTime(), lookUntil(after, zone).getTime()))
    const due = nextDueAt(program, { after, until })
    if (due) await play(stage, due, passed)
    else if (looks % looksAtOnce === 0) await systemClock.sleep(0)
    after = due ?? until
  }
  await play(stage, target, passed)
}

/**
 * When something happens first. The end of a stretch may stand for something held up that could run
 * before it: then minute by minute, as the program's own clock beats.
 */
function nextDueAt(program: Program, { after, until }: { after: Date; until: Date }) {
  const due = program.nextDueAt({ after, until })
  if (due?.getTime() !== until.getTime()) return due
  for (let minute = nextMultiple(after, 1); minute < until; minute = addMinutes(minute, 1)) {
    const found = program.nextDueAt({ after, until: minute })
    if (found) return found
  }
  return due
}

async function play(stage: Stage, at: Date, passed: (at: Date) => void): Promise<void> {
  stage.clock.moveTo(at)
  stage.program.beat()
  await settle(stage)
  passed(at)
}

/** Just before the next full step: what may happen until it strikes may still happen. */
function lookUntil(from: Date, zone: Zone): Date {
  const begin = new Date(from.getTime() + 1)
  const [day, clock] = [dayOn(begin, zone), wallClock(begin, zone)]
  return new Date(nextLook(begin, { day, clock, zone }).getTime() - 1)
}

function nextLook(from: Date, local: { day: Day; clock: WallClock; zone: Zone }): Date {
  const { day, clock, zone } = local
  if (clock >= night.from) return instant(addDays(day, 1), night.until, zone)
  if (clock < night.until) return instant(day, night.until, zone)
  return nextMultiple(from, clock < morning.until ? morning.lookAheadMinutes : lookAheadMinutes)
}

function nextMultiple(from: Date, minutes: number): Date {
  const stepMs = minutes * 60_000
  return new Date((Math.floor(from.getTime() / stepMs) + 1) * stepMs)
}

/** The last workday of the month in the afternoon; once past, of the next. */
function nextMonthEnd(now: Date, zone: string): Date {
  const month = monthAt(now, zone)
  const [end, later] = [month, nextMonth(month)].map((each) =>
    instant(lastWorkdayOf(each), monthEndClock, zone),
  )
  return end && end > now ? end : (later ?? now)
}
