// Answers to invitations: until when, and what becomes of them.

import { addMinutes, type Zone } from '../../kernel/time.ts'
import { dayBeforeReminderAt } from '../../organisation/rules.ts'
import type { Session } from '../../sessions/rules.ts'
import type { PartRefusal } from './part.ts'
import type { RsvpAnswer } from './words.ts'

export type AnswerRefusal = { reason: 'gone' } | { reason: 'cancelled' } | { reason: 'over' }
export type GoingRefusal = PartRefusal | (AnswerRefusal & { session: Session })

export interface Answered {
  session: Session
  answer: RsvpAnswer
  /** It was the answer already; nothing was written. */
  unchanged: boolean
  /** After the asked-for time: as welcome as before it. */
  afterDue: boolean
  leaveWithdrawn: boolean
}

/** The asked-for time of an answer; a later one is welcome too. Half an hour before the reminder. */
export function answersDueAt(startsAt: Date, zone: Zone): Date {
  return addMinutes(dayBeforeReminderAt(startsAt, zone), -30)
}

/** Whether the occasion itself is past, not only its check-in. */
export function isOver(session: Session, now: Date): boolean {
  return session.state === 'locked' || now >= session.endsAt
}

/** Why a session takes no answers and no leave any more; undefined when it does. */
export function answerRefusal(session: Session, now: Date): AnswerRefusal | undefined {
  if (session.state === 'draft') return { reason: 'gone' }
  if (session.state === 'cancelled') return { reason: 'cancelled' }
  return session.state === 'closed' || isOver(session, now) ? { reason: 'over' } : undefined
}
