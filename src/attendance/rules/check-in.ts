// Whether somebody may check in at an instant, and whether they are late.

import { done, type Outcome, refused } from '../../kernel/result.ts'
import { closesAt, lateAfter, opensAt, type Session } from '../../sessions/rules.ts'
import type { PartRefusal } from './part.ts'

type WindowRefusal =
  | { reason: 'gone' }
  | { reason: 'cancelled' }
  | { reason: 'already'; at: Date }
  | { reason: 'tooEarly'; opensAt: Date }
  | { reason: 'closed' }

export type CheckInRefusal = PartRefusal | (WindowRefusal & { session: Session })

export interface CheckedIn {
  session: Session
  name: string
  at: Date
  late: boolean
  /** The how-manieth to arrive. */
  place: number
}

export type UndoRefusal =
  | { reason: 'gone' }
  | { reason: 'nothingToUndo' }
  | { reason: 'locked'; session: Session }
  | { reason: 'notYours'; session: Session }

export interface CheckInFacts {
  session: Session
  /** When the person acted, not when we heard of it. */
  at: Date
  /** Since when they count as here; undefined: they do not. */
  hereAt: Date | undefined
}

/** Judges by when the person acted, so that a message held up on its way still counts. */
export function decideCheckIn({
  session,
  at,
  hereAt,
}: CheckInFacts): Outcome<{ late: boolean }, WindowRefusal> {
  if (session.state === 'draft') return refused({ reason: 'gone' })
  if (session.state === 'cancelled') return refused({ reason: 'cancelled' })
  if (hereAt) return refused({ reason: 'already', at: hereAt })
  if (at < opensAt(session)) return refused({ reason: 'tooEarly', opensAt: opensAt(session) })
  if (session.state === 'locked' || at > windowEndsAt(session)) return refused({ reason: 'closed' })
  return done({ late: at > lateAfter(session) })
}

/** Whether the session takes check-ins made at that instant. */
export function takesCheckIns(session: Session, at: Date): boolean {
  return decideCheckIn({ session, at, hereAt: undefined }).ok
}

/** By the plan, or earlier when it was ended by hand; a late clock does not lengthen it. */
function windowEndsAt(session: Session): Date {
  const planned = closesAt(session)
  return session.closedAt && session.closedAt < planned ? session.closedAt : planned
}
