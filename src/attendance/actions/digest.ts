// Tells those who decide which leaves wait for them: together, not one by one.

import type { LeaveId, OrganisationId, PersonId, SessionId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { tell } from '../../members/actions.ts'
import { branchById } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Session } from '../../sessions/rules.ts'
import { rollOf, sessionById } from '../../sessions/store.ts'
import * as say from '../messages/deciding.ts'
import { digestDueAt, type Leave } from '../rules/leave.ts'
import { firstUntold, lastToldAt, noteTold, pendingLeaves } from '../store/leaves.ts'
import { namesApart } from '../store/names.ts'
import { occasionOf } from '../store/occasion.ts'
import { officers } from './office.ts'

/** When the next digest for a session is due, and which leave it is due for. */
export function nextDigest(w: Work, session: Session): { at: Date; first: LeaveId } | undefined {
  const first = firstUntold(w, session.id)
  const branch = first && branchById(w, session.branch)
  if (!first || !branch) return undefined
  const at = digestDueAt({
    waitingSince: first.requestedAt,
    lastToldAt: lastToldAt(w, session.id),
    startsAt: session.startsAt,
    zone: branch.zone,
  })
  return { at, first: first.id }
}

/** Sends the digest if it need not wait for more. */
export function digestIfDue(w: Work, session: Session): void {
  const next = nextDigest(w, session)
  if (next && next.at <= w.now) sendDigest(w, session.id)
}

/** Each leave goes to the first who can be reached and is not the one asking. */
export function sendDigest(w: Work, id: SessionId): void {
  const session = sessionById(w, id)
  if (!session) return
  let waiting = pendingOf(w, session)
  noteTold(w, waiting)
  for (const person of officers(w, session.branch, 'leave.decide')) {
    const theirs = waiting.filter((leave) => leave.person !== person)
    if (theirs.length === 0) continue
    const message = digest(w, session, theirs)
    if (tell(w, { branch: session.branch, person, message }) === 'unreachable') continue
    waiting = waiting.filter((leave) => !theirs.includes(leave))
  }
}

/** What waits for this person's decision in a session; whoever sees it need not be told again. */
export function showPending(w: Work, session: Session, person: PersonId | undefined): Message {
  const leaves = pendingOf(w, session).filter((leave) => leave.person !== person)
  noteTold(w, leaves)
  return digest(w, session, leaves)
}

/** What waits for this person's decision in a branch, by session. */
export function waitingFor(
  w: Work,
  { person, branch }: { person: PersonId; branch: OrganisationId },
): Map<SessionId, number> {
  const counts = new Map<SessionId, number>()
  for (const leave of pendingLeaves(w, branch)) {
    if (leave.person === person) continue
    counts.set(leave.session, (counts.get(leave.session) ?? 0) + 1)
  }
  return counts
}

function pendingOf(w: Work, session: Session): Leave[] {
  return pendingLeaves(w, session.branch).filter((leave) => leave.session === session.id)
}

function digest(w: Work, session: Session, leaves: readonly Leave[]): Message {
  const names = namesApart(w, rollOf(w, session))
  const lines = leaves.map((leave) => ({ leave, name: names.get(leave.person) ?? '—' }))
  return say.digest(occasionOf(w, session), lines)
}
