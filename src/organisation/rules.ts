// What kinds of organisation there are, a branch's first settings, and when nothing may ring.

import { isRestDay, nextWorkday } from '../kernel/rest-days.ts'
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

export const organisationKinds = ['committee', 'generalBranch', 'jointGroup', 'branch'] as const

/** What a branch may decide for itself; each is kept with its date. */
export const settingKeys = ['reflectionMonths', 'attendanceMonths'] as const
export type SettingKey = (typeof settingKeys)[number]
export type BranchSettings = Record<SettingKey, number>

/** How long things are kept until the branch decides otherwise (PIPL: no longer than needed). */
export const settingDefaults: BranchSettings = { reflectionMonths: 24, attendanceMonths: 36 }

/** What holds for every branch until it decides otherwise (design defaults). */
export const branchDefaults = {
  timeZone: 'Asia/Shanghai',
  /** Nothing automatic between these local times, on weekends or public holidays. */
  quietFrom: '21:00',
  quietUntil: '08:30',
  opensMinutesBefore: 30,
  lateAfterMinutes: 10,
  closesMinutesAfter: 30,
  trainingMinutes: 90,
} as const

const { quietFrom, quietUntil } = branchDefaults
const dayBeforeClock = '18:30'
const sameDayLeadMinutes = 120

/** Whether nothing automatic may arrive at that instant. */
export function isQuiet(at: Date, zone: Zone): boolean {
  return isRestDay(dayOn(at, zone)) || isQuietHour(wallClock(at, zone))
}

/** `at` itself, or the first instant after it at which something may arrive. */
export function nextPermitted(at: Date, zone: Zone): Date {
  if (!isQuiet(at, zone)) return at
  const day = dayOn(at, zone)
  const later = isRestDay(day) || wallClock(at, zone) >= quietFrom
  return instant(later ? nextWorkday(day) : day, quietUntil, zone)
}

/** When those who have not answered are reminded: 18:30 of the last permitted day before. */
export function dayBeforeReminderAt(startsAt: Date, zone: Zone): Date {
  return instant(lastPermittedBefore(dayOn(startsAt, zone)), dayBeforeClock, zone)
}

/**
 * When those who come are reminded: two hours before. Too early in the morning it waits for 08:30,
 * if the session has not begun by then; otherwise it is dropped. A rest day does not matter on the
 * day of the session itself.
 */
export function sameDayReminderAt(startsAt: Date, zone: Zone): Date | undefined {
  const day = dayOn(startsAt, zone)
  const wanted = addMinutes(startsAt, -sameDayLeadMinutes)
  if (dayOn(wanted, zone) === day && !isQuietHour(wallClock(wanted, zone))) return wanted
  const morning = instant(day, quietUntil, zone)
  return wanted < morning && morning < startsAt ? morning : undefined
}

function isQuietHour(clock: WallClock): boolean {
  return clock >= quietFrom || clock < quietUntil
}

function lastPermittedBefore(day: Day): Day {
  let found = addDays(day, -1)
  while (isRestDay(found)) found = addDays(found, -1)
  return found
}

/** Without 0 O 1 I, which look alike on paper. */
export const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const codeLength = 8
export const codeValidDays = 7
export const codeTriesAllowed = 5
export const codePauseMinutes = 60

/** A claim code as it was made, from however it was typed. */
export function evenedCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
}

/** After the bot was away: how long nothing is said again, and how often the card may be asked for. */
export const silentAfterReturnMinutes = 24 * 60
export const cardAgainMinutes = 10
