// Answers to invitations: one row per person and session.

import { and, eq } from 'drizzle-orm'
import type { PersonId, SessionId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Session } from '../../sessions/rules.ts'
import type { RsvpAnswer } from '../rules/words.ts'
import { rsvps } from '../schema.ts'

/** Who said yes, in no particular order. */
export function goingOf(w: Work, session: SessionId): PersonId[] {
  return w.tx
    .select({ person: rsvps.personId })
    .from(rsvps)
    .where(and(eq(rsvps.sessionId, session), eq(rsvps.answer, 'going')))
    .all()
    .map(({ person }) => person)
}

/** Whether a person said yes. */
export function isGoing(w: Work, session: SessionId, person: PersonId): boolean {
  const row = w.tx
    .select({ answer: rsvps.answer })
    .from(rsvps)
    .where(and(eq(rsvps.sessionId, session), eq(rsvps.personId, person)))
    .get()
  return row?.answer === 'going'
}

export function saveAnswer(
  w: Work,
  { session, person, answer }: { session: Session; person: PersonId; answer: RsvpAnswer },
): void {
  const given = { answer, answeredAt: w.now }
  w.tx
    .insert(rsvps)
    .values({ branchId: session.branch, sessionId: session.id, personId: person, ...given })
    .onConflictDoUpdate({ target: [rsvps.sessionId, rsvps.personId], set: given })
    .run()
}
