// When the secretary learns of the day's claims: at 18:00 on workdays, each with what came since.

import { isRestDay } from '../../kernel/rest-days.ts'
import { addDays, type Day, dayOn, instant, type Zone } from '../../kernel/time.ts'

const digestClock = '18:00'

export interface Digest {
  /** Claims after this instant … */
  from: Date
  /** … up to this one, at which they are told. */
  at: Date
}

/** The digests due in (since, now]. */
export function digestsBetween(since: Date, now: Date, zone: Zone): Digest[] {
  const due: Digest[] = []
  for (let day = dayOn(since, zone); day <= dayOn(now, zone); day = addDays(day, 1)) {
    const at = instant(day, digestClock, zone)
    if (isRestDay(day) || at <= since || at > now) continue
    due.push(digestAt(at, zone))
  }
  return due
}

/** The digest of that instant. */
export function digestAt(at: Date, zone: Zone): Digest {
  return { at, from: instant(workdayBefore(dayOn(at, zone)), digestClock, zone) }
}

function workdayBefore(day: Day): Day {
  let found = addDays(day, -1)
  while (isRestDay(found)) found = addDays(found, -1)
  return found
}
