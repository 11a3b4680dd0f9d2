// Whether somebody has a part in a session: the first question of every action here.

import type { PersonId, SessionId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Permission } from '../../kernel/roles.ts'
import { may, reaches, type Who } from '../../kernel/who.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Session } from '../../sessions/rules.ts'
import { type RollEntry, rollOf, sessionById } from '../../sessions/store.ts'
import type { OfficeRefusal, PartRefusal } from '../rules/part.ts'
import { answerRefusal, type GoingRefusal } from '../rules/rsvp.ts'

export interface Part {
  session: Session
  person: PersonId
  entry: RollEntry
}

/** The session and the person's place on its roll. */
export function partIn(w: Work, who: Who, id: SessionId): Outcome<Part, PartRefusal> {
  const session = sessionById(w, id)
  if (!session) return refused({ reason: 'gone' })
  if (who.place.kind === 'group' && !reaches(who, session.branch)) {
    return refused({ reason: 'foreign' })
  }
  if (who.person === undefined) return refused({ reason: 'unclaimed', session })
  const entry = rollOf(w, session).find(({ person }) => person === who.person)
  if (!entry) return refused({ reason: 'notOnRoll', session })
  return done({ session, person: who.person, entry })
}

/** The same, while the session takes answers and leave. */
export function mayAnswer(w: Work, who: Who, id: SessionId): Outcome<Part, GoingRefusal> {
  const part = partIn(w, who, id)
  const refusal = part.ok ? answerRefusal(part.session, w.now) : undefined
  return part.ok && refusal ? refused({ ...refusal, session: part.session }) : part
}

/** The session, for somebody whose office allows this in its branch. */
export function officeOver(
  w: Work,
  who: Who,
  { session: id, permission }: { session: SessionId; permission: Permission },
): Outcome<{ session: Session }, OfficeRefusal> {
  const session = sessionById(w, id)
  if (!session) return refused({ reason: 'gone' })
  if (!may(who, permission, session.branch)) return refused({ reason: 'notAllowed', session })
  return done({ session })
}
