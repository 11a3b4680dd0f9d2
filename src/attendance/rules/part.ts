// Who has no part in a session, and why.

import type { Session } from '../../sessions/rules.ts'

/** Somebody who would take part. */
export type PartRefusal =
  | { reason: 'gone' }
  /** Pressed in the group of another branch. */
  | { reason: 'foreign' }
  | { reason: 'unclaimed'; session: Session }
  | { reason: 'notOnRoll'; session: Session }

/** Somebody who would do what an office does. */
export type OfficeRefusal = { reason: 'gone' } | { reason: 'notAllowed'; session: Session }
