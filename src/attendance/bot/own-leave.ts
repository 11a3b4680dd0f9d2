// Doors: what a person can still do about a leave of their own.

import type { LeaveId } from '../../kernel/ids.ts'
import { button, type Door, formStep, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, keepForm } from '../../platform/telegram/form.ts'
import { addNote, changeable, ownLeave, requestLeave, withdrawLeave } from '../actions/leave.ts'
import { deciderOf } from '../actions/office.ts'
import {
  addNoteButton,
  askAgainButton,
  noteForm,
  showLeaveButton,
  withdrawLeaveButton,
} from '../buttons.ts'
import * as say from '../messages/leave.ts'
import { answerRefused, goneText } from '../messages/refusals.ts'
import { sentenceOf } from '../rules/leave.ts'
import { occasionOf } from '../store/occasion.ts'
import { message, type Visit, type Way } from './answering.ts'

type About = Turn<{ leave: LeaveId }>

export const ownLeaveDoors: readonly Door[] = [
  button(showLeaveButton, (turn) =>
    answered(turn, ownLeave(turn.w, turn.who, turn.data.leave), 'said'),
  ),
  button(withdrawLeaveButton, (turn) =>
    answered(turn, withdrawLeave(turn.w, turn.who, turn.data.leave), 'pressed'),
  ),
  button(addNoteButton, asksForNote),
  formStep(noteForm, readsNote),
  button(askAgainButton, asksAgain),
]

/** The leave as it stands now, whatever was asked of it. */
function answered({ w }: Visit, outcome: ReturnType<typeof ownLeave>, way: Way): Reply {
  if (!outcome.ok && outcome.reason === 'gone') return { toast: goneText }
  const { session, leave } = outcome
  const occasion = occasionOf(w, session)
  const status = message(say.leaveStatus(occasion, leave, deciderOf(w, leave)), way)
  return outcome.ok ? status : { alert: answerRefused('over', occasion), ...status }
}

function asksForNote(turn: About): Reply {
  const { w, who, data } = turn
  const own = changeable(w, who, data.leave)
  if (!own.ok || own.leave.state !== 'pending') return answered(turn, own, 'pressed')
  keepForm(w, who.account, noteForm, { leave: data.leave })
  return { show: [say.askNote] }
}

function readsNote(turn: About): Reply {
  const { w, who, data, said } = turn
  const note = sentenceOf(said.text)
  if (said.kind !== 'text' || note === '') return { show: [say.noteNotText] }
  closeForm(w, who.account)
  return answered(turn, addNote(w, who, data.leave, note), 'said')
}

/** 仍请假: the same reason once more, after it was declined. */
function asksAgain(turn: About): Reply {
  const { w, who } = turn
  const own = ownLeave(w, who, turn.data.leave)
  if (!own.ok) return { toast: goneText }
  const { code, note } = own.leave
  const again = requestLeave(w, who, own.session.id, { code, note })
  if (again.ok) return answered(turn, again, 'pressed')
  if (again.reason === 'alreadyAsked') return answered(turn, { ...again, ok: true }, 'pressed')
  return {
    alert:
      again.reason === 'unclaimed' ? goneText : say.leaveRefused(again, occasionOf(w, own.session)),
  }
}
