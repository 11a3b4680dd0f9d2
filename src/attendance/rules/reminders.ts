// The reminder budget, and when something automatic may ring.

import { dayOn, minutesOf, wallClock, type Zone } from '../../kernel/time.ts'
import {
  branchDefaults,
  dayBeforeReminderAt,
  isQuiet,
  sameDayReminderAt,
} from '../../organisation/rules.ts'
import { opensAt, type Session } from '../../sessions/rules.ts'

/** Automatic reminders a person gets about one thing; then a human takes over. */
export const automaticReminders = 2

interface RingFacts {
  startsAt: Date
  now: Date
  zone: Zone
}

/** Quiet times hold, but a session on a weekend may ring on its own day, at day. */
export function mayRing({ startsAt, now, zone }: RingFacts): boolean {
  if (!isQuiet(now, zone)) return true
  return dayOn(startsAt, zone) === dayOn(now, zone) && isDaytime(now, zone)
}

export type ReminderKind = 'dayBefore' | 'sameDay' | 'silent'

export interface ReminderTime {
  kind: ReminderKind
  at: Date
  /** One held up (the program was not running) is of use until here. */
  until: Date
}

/** When people are reminded of a session, and when the organiser hears who stays silent. */
export function reminderTimes(session: Session, zone: Zone): ReminderTime[] {
  const { startsAt } = session
  const sameDay = sameDayReminderAt(startsAt, zone)
  const opens = opensAt(session)
  const last = sameDay ?? opens
  return [
    { kind: 'dayBefore', at: dayBeforeReminderAt(startsAt, zone), until: last },
    ...(sameDay ? [{ kind: 'sameDay', at: sameDay, until: opens } as const] : []),
    { kind: 'silent', at: last, until: startsAt },
  ]
}

function isDaytime(at: Date, zone: Zone): boolean {
  const minute = minutesOf(wallClock(at, zone))
  return (
    minutesOf(branchDefaults.quietUntil) <= minute && minute < minutesOf(branchDefaults.quietFrom)
  )
}
