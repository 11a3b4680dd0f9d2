// Ends the check-in, sums up for the organiser, confirms the absent, locks.

import type { SessionId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { close, lock } from '../../sessions/actions.ts'
import { type Session, sessionAbout } from '../../sessions/rules.ts'
import { sessionById } from '../../sessions/store.ts'
import { closingSummary } from '../messages/closing.ts'
import type { CloseRefusal, LockRefusal } from '../rules/closing.ts'
import { type Tally, tallyOf } from '../rules/tally.ts'
import { closingFacts } from '../store/closing.ts'
import { attendanceOf } from '../store/lines.ts'
import { marksOf, saveMark } from '../store/marks.ts'
import { officeOver } from './access.ts'
import { refreshCard } from './card.ts'
import { tellFirst } from './office.ts'
import { opened } from './opening.ts'
import { recordable, unrecorded } from './roll-call.ts'

/** By the clock: ends the check-in and sums up in private. Nothing when it was ended by hand. */
export function endCheckIn(w: Work, id: SessionId): void {
  const known = sessionById(w, id)
  if (!known) return
  const session = opened(w, known)
  if (!shut(w, session)) return
  tellFirst(w, {
    branch: session.branch,
    permission: 'attendance.manage',
    message: closingSummary(closingFacts(w, sessionById(w, id) ?? session)),
    key: `summary:${sessionAbout(session)}`,
  })
}

/** By the organiser: ends the check-in if it still runs, and confirms who was absent. */
export function closeRoll(
  w: Work,
  who: Who,
  id: SessionId,
): Outcome<{ session: Session; absent: number }, CloseRefusal> {
  const open = recordable(w, who, id)
  if (!open.ok) return open
  const { session } = open
  if (w.now < session.startsAt) {
    return refused({ reason: 'tooEarly', session, opensAt: session.startsAt })
  }
  const ended = shut(w, session)
  const absent = confirmAbsent(w, who, session)
  if (ended || absent > 0) {
    const subject = sessionAbout(session)
    audit(w, who, {
      branch: session.branch,
      action: 'attendance.close',
      subject,
      detail: { absent },
    })
  }
  return done({ session, absent })
}

/** Fixes the record: after this nothing changes any more. */
export function lockRoll(w: Work, who: Who, id: SessionId): Outcome<{ tally: Tally }, LockRefusal> {
  const office = officeOver(w, who, { session: id, permission: 'attendance.manage' })
  if (!office.ok) return office
  const { session } = office
  if (session.state === 'locked') return refused({ reason: 'locked', session })
  if (session.state === 'cancelled') return refused({ reason: 'cancelled', session })
  if (session.state !== 'closed') return refused({ reason: 'notClosed', session })
  recordLeaves(w, session)
  confirmAbsent(w, who, session)
  lock(w, who, session)
  refreshCard(w, id)
  return done({ tally: tallyOf(attendanceOf(w, session)) })
}

/** Ends the check-in and lets marks stand in for leaves; false when it had ended. */
function shut(w: Work, session: Session): boolean {
  if (!close(w, session)) return false
  recordLeaves(w, session)
  refreshCard(w, session.id)
  return true
}

function recordLeaves(w: Work, session: Session): void {
  const marks = marksOf(w, session.id)
  for (const { person, place, state, leave } of attendanceOf(w, session)) {
    if (place !== 'expected' || state !== 'excused' || marks.has(person) || !leave) continue
    saveMark(w, { session, person, state, source: 'leave', at: leave.requestedAt })
  }
}

function confirmAbsent(w: Work, who: Who, session: Session): number {
  const missing = unrecorded(attendanceOf(w, session))
  for (const { person } of missing) {
    const mark = { session, person, state: 'absent', source: 'closing', at: w.now } as const
    saveMark(w, { ...mark, by: who.person })
  }
  return missing.length
}
