// Doors: those who decide on leave.

import { html } from '../../kernel/html.ts'
import type { LeaveId, SessionId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { personById } from '../../members/store.ts'
import { button, type Door, formStep, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, keepForm } from '../../platform/telegram/form.ts'
import type { Session } from '../../sessions/rules.ts'
import { officeOver } from '../actions/access.ts'
import { approveAll, decidable, decideLeave } from '../actions/deciding.ts'
import { showPending } from '../actions/digest.ts'
import {
  approveAllButton,
  approveButton,
  declineButton,
  declineForm,
  pendingButton,
} from '../buttons.ts'
import * as say from '../messages/deciding.ts'
import { noteNotText } from '../messages/leave.ts'
import { goneText, officeOnly } from '../messages/refusals.ts'
import { type DecisionRefusal, sentenceOf } from '../rules/leave.ts'
import { comradeName, occasionOf } from '../store/occasion.ts'
import type { Visit } from './answering.ts'

type About = Turn<{ leave: LeaveId }>

export const decidingDoors: readonly Door[] = [
  button(approveButton, approved),
  button(approveAllButton, approvedAll),
  button(declineButton, asksWhy),
  formStep(declineForm, declined),
  button(pendingButton, shownPending),
]

function approved(turn: About): Reply {
  const { w, who, data } = turn
  const outcome = decideLeave(w, who, data.leave, { approve: true })
  if (!outcome.ok) return refusedDecision(turn, outcome)
  const name = personById(w, outcome.leave.person)?.name ?? ''
  return { toast: say.approvedToast([name]), edit: digestNow(turn, outcome.session) }
}

function approvedAll(turn: Turn<{ session: SessionId; upTo: LeaveId }>): Reply {
  const outcome = approveAll(turn.w, turn.who, turn.data)
  if (!outcome.ok) return refusedDecision(turn, outcome)
  const names = outcome.people.map((person) => personById(turn.w, person)?.name ?? '')
  return { toast: say.approvedToast(names), edit: digestNow(turn, outcome.session) }
}

function asksWhy(turn: About): Reply {
  const { w, who, data } = turn
  const outcome = decidable(w, who, data.leave)
  if (!outcome.ok) return refusedDecision(turn, outcome)
  keepForm(w, who.account, declineForm, { leave: data.leave })
  return { show: [say.askWhy(comradeName(w, outcome.leave.person))] }
}

function declined(turn: About): Reply {
  const { w, who, data, said } = turn
  const answer = sentenceOf(said.text)
  if (said.kind !== 'text' || answer === '') return { show: [noteNotText] }
  closeForm(w, who.account)
  const outcome = decideLeave(w, who, data.leave, { approve: false, answer })
  if (!outcome.ok) {
    const { toast, alert } = refusedDecision(turn, outcome)
    return { show: [{ text: html`${toast ?? alert ?? ''}` }] }
  }
  const name = comradeName(w, outcome.leave.person)
  return { show: [say.declinedReceipt(name, outcome.told)] }
}

function shownPending(turn: Turn<{ session: SessionId }>): Reply {
  const { w, who, data } = turn
  const office = officeOver(w, who, { session: data.session, permission: 'leave.decide' })
  if (office.ok) return { show: [digestNow(turn, office.session)] }
  if (office.reason === 'gone') return { toast: goneText }
  return { alert: officeOnly(occasionOf(w, office.session).contact) }
}

function refusedDecision(turn: Visit, refusal: DecisionRefusal): Reply {
  if (refusal.reason === 'gone') return { toast: goneText }
  const text = say.decisionRefused(refusal, occasionOf(turn.w, refusal.session).contact)
  if (refusal.reason !== 'decided') return { alert: text }
  return { toast: text, edit: digestNow(turn, refusal.session) }
}

function digestNow({ w, who }: Visit, session: Session): Message {
  return showPending(w, session, who.person)
}
