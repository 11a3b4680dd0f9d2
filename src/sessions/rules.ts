// The life of a session, when people may check in, and who is expected.

import type { OrganisationId, PersonId, SessionId } from '../kernel/ids.ts'
import type { MonthKey } from '../kernel/month.ts'
import { addMinutes } from '../kernel/time.ts'
import { isExpected, type Standing } from '../members/rules.ts'

export const sessionKinds = [
  'training',
  'partyDay',
  'themed',
  'generalMeeting',
  'committeeMeeting',
  'groupMeeting',
  'partyClass',
] as const
export type SessionKind = (typeof sessionKinds)[number]

export const sessionStates = [
  'draft',
  'published',
  'open',
  'closed',
  'locked',
  'cancelled',
] as const
export type SessionState = (typeof sessionStates)[number]

export const checkInModes = ['trust', 'code'] as const
export type CheckInMode = (typeof checkInModes)[number]

/** On the roll as expected, exempt for the time, or sitting in beside it (列席). */
export const rollPlaces = ['expected', 'exempt', 'sittingIn'] as const
export type RollPlace = (typeof rollPlaces)[number]

/** One dated occasion people are expected at. */
export interface Session {
  id: SessionId
  branch: OrganisationId
  kind: SessionKind
  /** The month whose regular training this is; absent for extra ones. */
  regularMonth?: MonthKey
  topic?: string
  place?: string
  startsAt: Date
  endsAt: Date
  state: SessionState
  checkInMode: CheckInMode
  opensMinutesBefore: number
  lateAfterMinutes: number
  closesMinutesAfter: number
  /** Who wrote in it; absent while it is the clock's own draft. */
  createdBy?: PersonId
  publishedBy?: PersonId
  publishedAt?: Date
  openedAt?: Date
  closedAt?: Date
  lockedAt?: Date
  cancelledAt?: Date
}

/** What a session may become; a state without a way on is the end. */
const ways: Record<SessionState, readonly SessionState[]> = {
  draft: ['published'],
  published: ['draft', 'open', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: ['locked'],
  locked: [],
  cancelled: [],
}

/** The states from which a session may become `to`. */
export function statesBefore(to: SessionState): readonly SessionState[] {
  return sessionStates.filter((from) => ways[from].includes(to))
}

/** The first instant of the check-in window. */
export function opensAt(session: Session): Date {
  return addMinutes(session.startsAt, -session.opensMinutesBefore)
}

/** A check-in after this instant is late. */
export function lateAfter(session: Session): Date {
  return addMinutes(session.startsAt, session.lateAfterMinutes)
}

/** The end of the check-in window, unless it is closed by hand before. */
export function closesAt(session: Session): Date {
  return addMinutes(session.startsAt, session.closesMinutesAfter)
}

/** Whether the branch knows of it and it was not called off. */
export function isAnnounced({ state }: Pick<Session, 'state'>): boolean {
  return state !== 'draft' && state !== 'cancelled'
}

interface Standed {
  standing: Standing
  exemption?: object
}

/** Who is expected, who is exempt that day, and who sits in beside the count. */
export function rollPlaceOf({ standing, exemption }: Standed): RollPlace {
  if (!isExpected(standing)) return 'sittingIn'
  return exemption === undefined ? 'expected' : 'exempt'
}

/** Its name where things are said to be about it: audit, outbox, reminders. */
export function sessionAbout({ id }: Pick<Session, 'id'>): string {
  return `session:${id}`
}
