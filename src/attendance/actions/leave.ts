// Asking for leave, adding a sentence, taking it back.

import type { LeaveId, SessionId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Session } from '../../sessions/rules.ts'
import { sessionById } from '../../sessions/store.ts'
import type { Leave, LeaveRefusal, OwnLeaveRefusal } from '../rules/leave.ts'
import { answerRefusal } from '../rules/rsvp.ts'
import { isHere } from '../rules/tally.ts'
import type { LeaveCode } from '../rules/words.ts'
import { changeLeave, currentLeave, leaveById, saveLeave, saveNote } from '../store/leaves.ts'
import { markOf } from '../store/marks.ts'
import { isGoing, saveAnswer } from '../store/rsvps.ts'
import { mayAnswer, type Part } from './access.ts'
import { refreshCard } from './card.ts'
import { digestIfDue } from './digest.ts'

/** The person's place in the session, when they may ask for leave now. */
export function mayAskLeave(w: Work, who: Who, id: SessionId): Outcome<Part, LeaveRefusal> {
  const part = mayAnswer(w, who, id)
  if (!part.ok) return part
  const { session, person } = part
  const mark = markOf(w, id, person)
  if (mark && isHere(mark.state)) return refused({ reason: 'alreadyHere', session, at: mark.at })
  const leave = currentLeave(w, id, person)
  if (leave && leave.state !== 'declined') {
    return refused({ reason: 'alreadyAsked', session, leave })
  }
  return part
}

/** Asks for leave; an earlier 参加 is taken back. */
export function requestLeave(
  w: Work,
  who: Who,
  id: SessionId,
  reason: { code: LeaveCode; note?: string | undefined },
): Outcome<{ session: Session; leave: Leave }, LeaveRefusal> {
  const part = mayAskLeave(w, who, id)
  if (!part.ok) return part
  const { session, person } = part
  const leave = leaveById(w, saveLeave(w, { session, person, ...reason }))
  if (!leave) throw new Error('a leave just saved is gone')
  if (isGoing(w, id, person)) {
    saveAnswer(w, { session, person, answer: 'withdrawn' })
    refreshCard(w, id)
  }
  noteDeed(w, who, leave, 'leave.request')
  digestIfDue(w, session)
  return done({ session, leave })
}

type OwnLeave = Outcome<{ session: Session; leave: Leave }, OwnLeaveRefusal>

/** Adds a sentence to one's own leave. */
export function addNote(w: Work, who: Who, id: LeaveId, note: string): OwnLeave {
  const own = changeable(w, who, id)
  if (!own.ok) return own
  saveNote(w, id, note)
  noteDeed(w, who, own.leave, 'leave.note')
  return done({ session: own.session, leave: { ...own.leave, note } })
}

/** Takes one's own leave back, decided or not. */
export function withdrawLeave(w: Work, who: Who, id: LeaveId): OwnLeave {
  const own = changeable(w, who, id)
  if (!own.ok) return own
  if (changeLeave(w, id, { from: ['pending', 'approved', 'declined'], to: 'withdrawn' })) {
    noteDeed(w, who, own.leave, 'leave.withdraw')
  }
  return done({ session: own.session, leave: { ...own.leave, state: 'withdrawn' } })
}

/** A leave of the person's own and its session. */
export function ownLeave(w: Work, who: Who, id: LeaveId): OwnLeave {
  const leave = leaveById(w, id)
  const session = leave && sessionById(w, leave.session)
  if (!session || leave.person !== who.person) return refused({ reason: 'gone' })
  return done({ session, leave })
}

/** A leave of the person's own that can still be changed. */
export function changeable(w: Work, who: Who, id: LeaveId): OwnLeave {
  const own = ownLeave(w, who, id)
  if (!own.ok) return own
  const { session, leave } = own
  return answerRefusal(session, w.now) ? refused({ reason: 'over', session, leave }) : own
}

function noteDeed(w: Work, who: Who, leave: Leave, action: string): void {
  audit(w, who, { branch: leave.branch, action, subject: `leave:${leave.id}` })
}
