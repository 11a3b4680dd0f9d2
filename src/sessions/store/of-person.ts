// The sessions on whose frozen roll a person stands.

import { asc, eq, max } from 'drizzle-orm'
import type { PersonId, SessionId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import type { RollPlace } from '../rules.ts'
import { rolls, sessions } from '../schema.ts'

/** In the order in which they were held, over all branches. */
export function rollPlacesOf(
  w: Work,
  person: PersonId,
): { session: SessionId; place: RollPlace }[] {
  return w.tx
    .select({ session: rolls.sessionId, place: rolls.place })
    .from(rolls)
    .innerJoin(sessions, eq(sessions.id, rolls.sessionId))
    .where(eq(rolls.personId, person))
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .all()
}

/** When the last of them began, by branch. */
export function lastSessionsOf(w: Work, person: PersonId) {
  return w.tx
    .select({ branch: rolls.branchId, at: max(sessions.startsAt) })
    .from(rolls)
    .innerJoin(sessions, eq(sessions.id, rolls.sessionId))
    .where(eq(rolls.personId, person))
    .groupBy(rolls.branchId)
    .all()
    .flatMap(({ branch, at }) => (at === null ? [] : [{ branch, at }]))
}
