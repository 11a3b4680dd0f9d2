// Until when reminders are paused, chosen or said.

import { lastDayOf, monthOf } from '../kernel/month.ts'
import { addDays, type Day, dayOn, weekdayOf, type Zone } from '../kernel/time.ts'
import { parseWhen } from '../kernel/when.ts'

export type PauseUntil = 'sunday' | 'month'

const longestDays = 366

/** The first day reminders come again. */
export function pauseEndOn(until: PauseUntil, today: Day): Day {
  const last = until === 'month' ? lastDayOf(monthOf(today)) : addDays(today, 7 - weekdayOf(today))
  return addDays(last, 1)
}

/** The same for a day that was typed, itself included; undefined when it is none within a year. */
export function pauseEndSaid(
  text: string,
  { now, zone }: { now: Date; zone: Zone },
): Day | undefined {
  const bare = text
    .trim()
    .replace(/^(?:暂停)?(?:直?到|至)/, '')
    .replace(/(?:为止|前|止)$/, '')
  const today = dayOn(now, zone)
  const said = parseWhen(bare, { now, zone })
  if (!said.ok || said.day > addDays(today, longestDays)) return undefined
  return addDays(said.day, 1)
}
