// A date as people write it: a day, often with its weekday beside it.

import { addDays, type Day, type Weekday, weekdayOf } from '../time.ts'
import { type DaySaid, dayAt } from './days.ts'
import { afterFillers, form, matchAt } from './text.ts'

export interface DateSaid extends DaySaid {
  /** The weekday said beside the day. */
  weekday?: Weekday
  /** The day which that weekday means, when it was said in full (下周五). */
  weekdayOn?: Day
}

const opening = form(' \\( ')
const closing = form(' \\)')

/** The date said at that position: 12月4日, 12月4日（周五）, 周五12月4日, 下周五（12月4日）. */
export function dateAt(
  text: string,
  at: number,
  today: Day,
): { date: DateSaid; stop: number } | undefined {
  const first = dayAt(text, at, today)
  if (!first) return undefined
  const second = besideAt(text, first.stop, today)
  const date = second && paired(first.day, second.day)
  return date ? { date, stop: second.stop } : { date: first.day, stop: first.stop }
}

/** The day nearest to `day` that is such a weekday and not before `today`. */
export function nearestWeekday(day: Day, weekday: Weekday, today: Day): Day {
  const distance = ((weekday - weekdayOf(day) + 10) % 7) - 3
  const near = addDays(day, distance)
  return near < today ? addDays(near, 7) : near
}

/** A second day, set apart by nothing, a blank, a comma or brackets. */
function besideAt(text: string, at: number, today: Day) {
  const open = matchAt(opening, text, at)
  const second = dayAt(text, open?.stop ?? afterFillers(text, at), today)
  if (!second || !open) return second
  const close = matchAt(closing, text, second.stop)
  return close && { day: second.day, stop: close.stop }
}

function paired(first: DaySaid, second: DaySaid): DateSaid | undefined {
  const [date, week] = first.kind === 'date' ? [first, second] : [second, first]
  const [day] = week.days
  if (date.kind !== 'date' || !day) return undefined
  if (week.kind === 'weekday') return { ...date, weekday: weekdayOf(day) }
  if (week.kind === 'dayOfWeek') return { ...date, weekday: weekdayOf(day), weekdayOn: day }
  return undefined
}
