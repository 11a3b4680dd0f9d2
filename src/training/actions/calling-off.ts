// Calling a training off: everybody who answered is told, the group once.

import { refreshCard } from '../../attendance/actions/card.ts'
import { attendanceOf } from '../../attendance/store/lines.ts'
import { goingOf } from '../../attendance/store/rsvps.ts'
import type { PersonId, SessionId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { may, type Who } from '../../kernel/who.ts'
import { tell } from '../../members/actions.ts'
import { groupOfBranch } from '../../organisation/store.ts'
import { cancelLetters, enqueue, withdrawLetter } from '../../platform/outbox/outbox.ts'
import type { Work } from '../../platform/store/work.ts'
import { cancel } from '../../sessions/actions.ts'
import { type Session, sessionAbout } from '../../sessions/rules.ts'
import { sessionById, zoneOf } from '../../sessions/store.ts'
import { cancellation } from '../messages/announcing.ts'
import type { CallOffRefusal } from '../rules/announcing.ts'
import { cardKey } from './announcing.ts'

/** The session, while somebody who may can still call it off. */
export function cancellable(
  w: Work,
  who: Who,
  id: SessionId,
): Outcome<{ session: Session }, CallOffRefusal> {
  const session = sessionById(w, id)
  if (!session) return refused({ reason: 'gone' })
  if (!may(who, 'session.manage', session.branch)) return refused({ reason: 'notAllowed' })
  if (session.state !== 'published' && session.state !== 'open') return refused({ reason: 'over' })
  return done({ session })
}

/** Calls it off and tells those who answered; a card that was not sent yet never is. */
export function callOff(
  w: Work,
  who: Who,
  id: SessionId,
): Outcome<{ session: Session; told: number }, CallOffRefusal> {
  const found = cancellable(w, who, id)
  if (!found.ok) return found
  const { session } = found
  cancel(w, who, session)
  const unheard = withdrawLetter(w, cardKey(session))
  cancelLetters(w, sessionAbout(session))
  if (unheard) return done({ session, told: 0 })
  refreshCard(w, id)
  tellGroup(w, session)
  const told = answered(w, session).filter((person) => person !== who.person)
  for (const person of told) tellPerson(w, session, person)
  return done({ session, told: told.length })
}

/** Who said they come or asked for leave. */
function answered(w: Work, session: Session): PersonId[] {
  const going = new Set(goingOf(w, session.id))
  return attendanceOf(w, session)
    .filter(({ person, leave }) => going.has(person) || leave)
    .map(({ person }) => person)
}

function tellPerson(w: Work, session: Session, person: PersonId): void {
  const message = cancellation(session, zoneOf(w, session.branch))
  tell(w, {
    branch: session.branch,
    person,
    message,
    key: `off:${sessionAbout(session)}:${person}`,
  })
}

function tellGroup(w: Work, session: Session): void {
  const group = groupOfBranch(w, session.branch)
  if (!group) return
  const message = cancellation(session, zoneOf(w, session.branch))
  const { chat, thread } = group
  enqueue(w, { chat, branch: session.branch, message, ...(thread !== undefined && { thread }) })
}
