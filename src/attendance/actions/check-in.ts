// Checking in, and taking it back when it was a mistake.

import type { SessionId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { type Session, sessionAbout } from '../../sessions/rules.ts'
import { sessionById } from '../../sessions/store.ts'
import {
  type CheckedIn,
  type CheckInRefusal,
  decideCheckIn,
  type UndoRefusal,
} from '../rules/check-in.ts'
import { isOver } from '../rules/rsvp.ts'
import { isHere } from '../rules/tally.ts'
import { endPendingLeave } from '../store/leaves.ts'
import { markOf, marksOf, saveMark } from '../store/marks.ts'
import { partIn } from './access.ts'
import { refreshCard } from './card.ts'
import { opened } from './opening.ts'

/** Checks the person in as of `at`, when they said so. A second time writes nothing. */
export function checkIn(
  w: Work,
  who: Who,
  id: SessionId,
  at: Date,
): Outcome<CheckedIn, CheckInRefusal> {
  const part = partIn(w, who, id)
  if (!part.ok) return part
  const { person, entry } = part
  const mark = markOf(w, id, person)
  const hereAt = mark && isHere(mark.state) ? mark.at : undefined
  const decision = decideCheckIn({ session: part.session, at, hereAt })
  if (!decision.ok) return refused({ ...decision, session: part.session })
  const session = opened(w, part.session)
  const { late } = decision
  saveMark(w, { session, person, state: 'present', source: 'selfReported', at, late, by: person })
  endPendingLeave(w, id, person)
  audit(w, who, {
    branch: session.branch,
    action: 'attendance.checkIn',
    subject: sessionAbout(session),
  })
  if (isOver(session, w.now)) refreshCard(w, id)
  return done({ session, name: entry.name, at, late, place: hereCount(w, session) })
}

/** Takes one's own check-in back; one that the organiser wrote stays. */
export function undoCheckIn(
  w: Work,
  who: Who,
  id: SessionId,
): Outcome<{ session: Session }, UndoRefusal> {
  const session = sessionById(w, id)
  if (!session || who.person === undefined) return refused({ reason: 'gone' })
  const mark = markOf(w, id, who.person)
  if (mark?.state !== 'present') return refused({ reason: 'nothingToUndo' })
  if (session.state === 'locked') return refused({ reason: 'locked', session })
  if (mark.source !== 'selfReported') return refused({ reason: 'notYours', session })
  const taken = { session, person: who.person, state: 'none', source: 'selfReported' } as const
  saveMark(w, { ...taken, at: w.now, by: who.person })
  audit(w, who, {
    branch: session.branch,
    action: 'attendance.undo',
    subject: sessionAbout(session),
  })
  if (isOver(session, w.now)) refreshCard(w, id)
  return done({ session })
}

function hereCount(w: Work, session: Session): number {
  return [...marksOf(w, session.id).values()].filter(({ state }) => isHere(state)).length
}
