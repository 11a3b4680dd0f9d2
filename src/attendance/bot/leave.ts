// Doors: asking for leave. On the card it only opens the private chat; reasons are given there.

import type { SessionId } from '../../kernel/ids.ts'
import { askToClaim } from '../../members/actions/asking.ts'
import {
  button,
  cardButton,
  command,
  type Door,
  type Reply,
  startLink,
  type Turn,
} from '../../platform/telegram/door.ts'
import { nextSession } from '../../sessions/store.ts'
import { mayAskLeave, requestLeave } from '../actions/leave.ts'
import { deciderOf } from '../actions/office.ts'
import { askLeaveButton, leaveLink, leaveReasonButton, noLeaveButton } from '../buttons.ts'
import * as say from '../messages/leave.ts'
import { type LeaveRefusal, readLeave } from '../rules/leave.ts'
import type { LeaveCode } from '../rules/words.ts'
import { occasionOf } from '../store/occasion.ts'
import { line, message, occasionIn, type Visit, type Way } from './answering.ts'

type About = Turn<{ session: SessionId }>

export const leaveDoors: readonly Door[] = [
  command('leave', { describes: '请假', words: ['请假'], run: typed }),
  cardButton(askLeaveButton, pressedAsk),
  startLink(leaveLink, (turn) => askReason(turn, turn.data.session, 'said')),
  button(leaveReasonButton, (turn) =>
    asksLeave(turn, turn.data.session, { code: turn.data.code }, 'pressed'),
  ),
  button(noLeaveButton, thoughtBetter),
]

/** Reasons are private: a press in the group moves there, and only says why when it cannot. */
function pressedAsk(turn: About): Reply {
  const { w, who, data } = turn
  if (who.place.kind === 'private') return askReason(turn, data.session, 'pressed')
  const part = mayAskLeave(w, who, data.session)
  const goesOn = part.ok || part.reason === 'unclaimed' || part.reason === 'alreadyAsked'
  return goesOn ? { open: leaveLink.payload(data) } : refusedLeave(turn, part, 'pressed')
}

function askReason(visit: Visit, session: SessionId, way: Way): Reply {
  const part = mayAskLeave(visit.w, visit.who, session)
  if (!part.ok) return refusedLeave(visit, part, way)
  return message(say.reasons(occasionOf(visit.w, part.session)), way)
}

interface Reason {
  code: LeaveCode
  note?: string
}

function asksLeave(visit: Visit, session: SessionId, reason: Reason, way: Way): Reply {
  const { w, who } = visit
  const outcome = requestLeave(w, who, session, reason)
  if (!outcome.ok) return refusedLeave(visit, outcome, way)
  const { leave } = outcome
  return message(say.leaveStatus(occasionOf(w, outcome.session), leave, deciderOf(w, leave)), way)
}

function refusedLeave(visit: Visit, refusal: LeaveRefusal, way: Way): Reply {
  const { w, who } = visit
  if (refusal.reason === 'unclaimed') {
    const { id, branch } = refusal.session
    return askToClaim(w, who, branch, leaveLink.payload({ session: id }))
  }
  if (refusal.reason === 'alreadyAsked') {
    const { session, leave } = refusal
    const status = say.leaveStatus(occasionOf(w, session), leave, deciderOf(w, leave))
    return { ...(way === 'pressed' && { toast: say.askedAlready }), ...message(status, way) }
  }
  return line(say.leaveRefused(refusal, occasionIn(w, refusal)), way)
}

function thoughtBetter(turn: About): Reply {
  const { w, who, data } = turn
  const part = mayAskLeave(w, who, data.session)
  if (!part.ok) return refusedLeave(turn, part, 'pressed')
  return { edit: say.notAsking(occasionOf(w, part.session)) }
}

/** `/leave`, `请假`, `请假 去上海布展`: for the next session of the person's branch. */
function typed(turn: Turn<{ args: string }>): Reply {
  const { w, who, data } = turn
  if (who.person === undefined) return { show: [say.whoAreYou] }
  const ahead = who.memberOf.flatMap((branch) => nextSession(w, branch) ?? [])
  const meant = ahead.length > 1 ? ahead.filter(({ branch }) => branch === who.branch) : ahead
  const [session] = meant
  if (!session) {
    const choice = say.whichSession(ahead.map((one) => occasionOf(w, one)))
    return { show: [ahead.length > 0 ? choice : say.noSessionAhead] }
  }
  if (data.args === '') return askReason(turn, session.id, 'said')
  return asksLeave(turn, session.id, readLeave(data.args), 'said')
}
