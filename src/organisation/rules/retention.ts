// How long things may be kept, and the nights in which what is too old is cleared.

import { addDays, addMonths, type Day, dayOn, instant, type Zone } from '../../kernel/time.ts'
import { branchDefaults, type SettingKey } from '../rules.ts'

/** The months a branch may choose from; one of them is the default. */
export const keepableMonths: Record<SettingKey, readonly number[]> = {
  reflectionMonths: [12, 24, 36, 60],
  attendanceMonths: [24, 36, 60, 120],
}

/** Whether a branch may keep things that long. */
export function isKeepable(key: SettingKey, months: number): boolean {
  return keepableMonths[key].includes(months)
}

/** What happened before the beginning of that day is older than so many months. */
export function keptSince(now: Date, months: number, zone: Zone): Date {
  return instant(addMonths(dayOn(now, zone), -months), '00:00', zone)
}

/** The last night in which clearing was due: once for all branches, at 3:40. */
export function lastClearing(now: Date): { day: Day; at: Date } {
  const { timeZone } = branchDefaults
  const today = dayOn(now, timeZone)
  const at = instant(today, clearsAt, timeZone)
  if (at <= now) return { day: today, at }
  const day = addDays(today, -1)
  return { day, at: instant(day, clearsAt, timeZone) }
}

const clearsAt = '03:40'

/** How much one slice clears in one night; the rest waits for the next. */
export const clearedPerNight = 500
