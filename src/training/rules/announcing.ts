// How long an announcement can be taken back, and why something about one is refused.

import { addMinutes } from '../../kernel/time.ts'

const holdMinutes = 0.5

/** Until when an announcement made at that instant can be taken back: half a minute. */
export function heldUntil(publishedAt: Date): Date {
  return addMinutes(publishedAt, holdMinutes)
}

export type AnnounceRefusal = { reason: 'notAllowed' | 'past' | 'noGroup' }
export type HoldRefusal = { reason: 'gone' | 'notAllowed' | 'sent' }
export type CallOffRefusal = { reason: 'gone' | 'notAllowed' | 'over' }
