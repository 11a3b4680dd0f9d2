// Offices by date: who may be asked to take one, from when it counts, how long an offer stands.

import type { Office } from '../../kernel/roles.ts'
import {
  addDays,
  addMinutes,
  type Day,
  dayFrom,
  dayOn,
  instant,
  type Zone,
} from '../../kernel/time.ts'
import type { OfferState } from '../rules.ts'

/** Offices the secretary asks others to take; their own is handed over instead. */
export const offeredOffices: readonly Office[] = [
  'deputySecretary',
  'organiser',
  'publicist',
  'disciplineOfficer',
  'groupLeader',
]

const offerMinutes = 14 * 24 * 60
const furthestDays = 366

/** The instant from which an unanswered offer counts no more. */
export function offerEndsAt({ offeredAt }: { offeredAt: Date }): Date {
  return addMinutes(offeredAt, offerMinutes)
}

/** Offers made until then have lapsed by `now`. */
export function lapsedFrom(now: Date): Date {
  return addMinutes(now, -offerMinutes)
}

/** Whether the other may still say yes. */
export function isOpen(offer: { state: OfferState; offeredAt: Date }, now: Date): boolean {
  return offer.state === 'open' && now < offerEndsAt(offer)
}

/** When an office begins that was accepted now: at midnight of its day, at once if that is past. */
export function beginsAt(fromOn: Day, { now, zone }: { now: Date; zone: Zone }): Date {
  const midnight = instant(fromOn, '00:00', zone)
  return midnight > now ? midnight : now
}

/** Whether an office may be offered from that day: today, or a day of the next year or so. */
export function isDayToBegin(day: Day, { now, zone }: { now: Date; zone: Zone }): boolean {
  const today = dayOn(now, zone)
  return isDay(day) && day >= today && day <= addDays(today, furthestDays)
}

function isDay(text: string): boolean {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  return dayFrom(year, month, date) === text
}

export type OfferRefusal =
  | { reason: 'notAllowed' }
  | { reason: 'notOnRoster' }
  /** The day is past, or is none. */
  | { reason: 'badDay' }
  /** Oneself, or an office that nobody is asked to take. */
  | { reason: 'notOffered' }
  /** A leader without a party group of this branch. */
  | { reason: 'noPartyGroup' }
  | { reason: 'holdsAlready' }
  | { reason: 'waitsAlready' }
  /** A secretary has to be somebody who can act: with an account. */
  | { reason: 'notLinked' }

export type AnswerRefusal =
  /** Answered, withdrawn or too old. */
  { reason: 'over' } | { reason: 'notTheirs' } | { reason: 'notOnRoster' }

export type EndRefusal =
  | { reason: 'notAllowed' }
  | { reason: 'over' }
  /** A branch is handed over, never left without a secretary. */
  | { reason: 'lastSecretary' }
