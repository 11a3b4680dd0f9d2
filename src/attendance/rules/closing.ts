// Ending the check-in, recording by hand, locking: what may still happen.

import type { Session } from '../../sessions/rules.ts'
import type { OfficeRefusal } from './part.ts'

type Past = { reason: 'locked'; session: Session } | { reason: 'cancelled'; session: Session }
type NotYet = { reason: 'tooEarly'; session: Session; opensAt: Date }

export type RollCallRefusal = OfficeRefusal | Past | NotYet
export type CloseRefusal = OfficeRefusal | Past | NotYet
export type LockRefusal = OfficeRefusal | Past | { reason: 'notClosed'; session: Session }

/** Why nobody can change what is recorded; undefined when they can. */
export function recordRefusal(
  session: Session,
  opensAt: Date,
  now: Date,
): Past | NotYet | undefined {
  if (session.state === 'locked') return { reason: 'locked', session }
  if (session.state === 'cancelled') return { reason: 'cancelled', session }
  if (session.state === 'draft' || now < opensAt) return { reason: 'tooEarly', session, opensAt }
  return undefined
}
