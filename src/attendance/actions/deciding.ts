// Deciding on leave: agreed in one tap, declined with a sentence.

import type { LeaveId, PersonId, SessionId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { may, type Who } from '../../kernel/who.ts'
import { tell } from '../../members/actions.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Session } from '../../sessions/rules.ts'
import { sessionById } from '../../sessions/store.ts'
import * as say from '../messages/deciding.ts'
import type { Decision, DecisionRefusal, Leave } from '../rules/leave.ts'
import { changeLeave, leaveById, pendingLeaves } from '../store/leaves.ts'
import { markOf, saveMark } from '../store/marks.ts'
import { comradeName, occasionOf } from '../store/occasion.ts'

interface Decided {
  session: Session
  leave: Leave
  /** Whether the person could be told. */
  told: boolean
}

/** Agrees to a leave, or asks the person to think again. */
export function decideLeave(
  w: Work,
  who: Who,
  id: LeaveId,
  decision: Decision,
): Outcome<Decided, DecisionRefusal> {
  const open = decidable(w, who, id)
  if (!open.ok) return open
  const { session } = open
  changeLeave(w, id, {
    from: ['pending'],
    to: decision.approve ? 'approved' : 'declined',
    by: who.person,
    ...(decision.approve ? {} : { answer: decision.answer }),
  })
  const leave = leaveById(w, id) ?? open.leave
  settleMark(w, session, leave)
  const action = decision.approve ? 'leave.approve' : 'leave.decline'
  audit(w, who, { branch: session.branch, action, subject: `leave:${id}` })
  return done({ session, leave, told: tellDecision(w, session, leave) })
}

/** Agrees to everything the message listed: nothing that was asked for after it. */
export function approveAll(
  w: Work,
  who: Who,
  { session, upTo }: { session: SessionId; upTo: LeaveId },
): Outcome<{ session: Session; people: readonly PersonId[] }, DecisionRefusal> {
  const known = sessionById(w, session)
  if (!known) return refused({ reason: 'gone' })
  if (!may(who, 'leave.decide', known.branch))
    return refused({ reason: 'notAllowed', session: known })
  const listed = pendingLeaves(w, known.branch).filter(
    (leave) => leave.session === session && leave.id <= upTo,
  )
  const decided = listed.map((leave) => decideLeave(w, who, leave.id, { approve: true }))
  const people = decided.flatMap((one) => (one.ok ? [one.leave.person] : []))
  return done({ session: known, people })
}

/** The leave, when this person may decide on it now. */
export function decidable(
  w: Work,
  who: Who,
  id: LeaveId,
): Outcome<{ session: Session; leave: Leave }, DecisionRefusal> {
  const leave = leaveById(w, id)
  const session = leave && sessionById(w, leave.session)
  if (!session || session.state === 'cancelled') return refused({ reason: 'gone' })
  if (!may(who, 'leave.decide', session.branch)) return refused({ reason: 'notAllowed', session })
  if (leave.person === who.person) return refused({ reason: 'own', session })
  if (leave.state !== 'pending') {
    return refused({ reason: 'decided', session, leave, by: comradeName(w, leave.decidedBy) })
  }
  if (session.state === 'locked') return refused({ reason: 'locked', session })
  return done({ session, leave })
}

/** Once the check-in is closed marks stand in for leaves, so a late decision moves the mark. */
function settleMark(w: Work, session: Session, { state, person, requestedAt }: Leave): void {
  if (session.state !== 'closed') return
  const mark = markOf(w, session.id, person)?.state
  const settled = state === 'approved' ? 'excused' : 'none'
  if ((mark === 'excused') === (settled === 'excused')) return
  saveMark(w, { session, person, state: settled, source: 'leave', at: requestedAt })
}

function tellDecision(w: Work, session: Session, leave: Leave): boolean {
  const occasion = occasionOf(w, session)
  const decider = comradeName(w, leave.decidedBy)
  const message =
    leave.state === 'approved'
      ? say.approvedNotice(occasion, decider)
      : say.declinedNotice(occasion, decider, leave)
  return tell(w, { branch: session.branch, person: leave.person, message }) === 'queued'
}
