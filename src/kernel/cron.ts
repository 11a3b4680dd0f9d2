// Cron rules as data: when they occur. Nothing is scheduled here.

import { createTask, type ParsedFields, parse, validate } from 'node-cron'
import {
  addDays,
  clockOf,
  type Day,
  dayOn,
  instant,
  type WallClock,
  wallClock,
  weekdayOf,
  type Zone,
} from './time.ts'

// A rule may name only 29 February, which can stay away for eight years.
const lookAheadDays = 366 * 9

/** Whether it is a rule of five fields: minute, hour, day of month, month, weekday (`5#1`, `5L`, `L`). */
export function isCron(expression: string): boolean {
  return expression.trim().split(/\s+/).length === 5 && validate(expression)
}

/**
 * The instants of a rule in (from, to], in order. A wall-clock time that a change of the clocks
 * skips does not occur; one that comes twice occurs the first time. Day of month and weekday must
 * both fit (node-cron's reading). Throws when `cron` is no rule.
 */
export function occurrencesBetween(cron: string, zone: Zone, from: Date, to: Date): Date[] {
  return [...occurrences(cron, zone, from, dayOn(to, zone))].filter((at) => at <= to)
}

/** The next `count` instants after `after`; fewer when nine years hold no more. */
export function nextOccurrences(cron: string, zone: Zone, after: Date, count: number): Date[] {
  if (count < 1) return []
  const next: Date[] = []
  for (const at of occurrences(cron, zone, after, addDays(dayOn(after, zone), lookAheadDays))) {
    if (next.push(at) >= count) break
  }
  return next
}

function* occurrences(cron: string, zone: Zone, after: Date, lastDay: Day): Generator<Date> {
  const fields = parse(cron)
  const clocks = clocksOf(fields)
  const task = createTask(cron, () => undefined, { timezone: zone })
  try {
    for (let day = dayOn(after, zone); day <= lastDay; day = addDays(day, 1)) {
      if (!mayFit(day, fields)) continue
      yield* clocks.flatMap((clock) => {
        const at = instant(day, clock, zone)
        const skipped = wallClock(at, zone) !== clock
        return at > after && !skipped && task.match(at) ? [at] : []
      })
    }
  } finally {
    // A task made is a task registered, for the life of the process.
    void task.destroy()
  }
}

/** The times of day a rule names, each once and in order. */
function clocksOf({ hour, minute }: ParsedFields): WallClock[] {
  const minutes = hour.flatMap((each) => minute.map((past) => each * 60 + past))
  return [...new Set(minutes)].sort((a, b) => a - b).map(clockOf)
}

/** Spares the days that cannot fit; tokens such as `5#1`, `L` and `15W` are left to node-cron. */
function mayFit(day: Day, { month, dayOfMonth, dayOfWeek }: ParsedFields): boolean {
  const [date, weekday] = [Number(day.slice(8)), weekdayOf(day) % 7]
  return (
    month.includes(Number(day.slice(5, 7))) &&
    dayOfMonth.some((said) => typeof said === 'string' || said === date) &&
    dayOfWeek.some((said) => Number.parseInt(String(said), 10) === weekday)
  )
}
