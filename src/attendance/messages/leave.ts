// Asking for leave, as the person sees it: always in private.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { Button, Message } from '../../kernel/message.ts'
import { wallClock } from '../../kernel/time.ts'
import {
  addNoteButton,
  askLeaveButton,
  leaveReasonButton,
  noLeaveButton,
  withdrawLeaveButton,
  yesButton,
} from '../buttons.ts'
import type { Leave, LeaveRefusal } from '../rules/leave.ts'
import { leaveCodes } from '../rules/words.ts'
import type { Occasion } from '../store/occasion.ts'
import { answerRefused } from './refusals.ts'
import { inShort, leaveWords, spokenReason } from './words.ts'

/** Which reason? One tap. */
export function reasons(occasion: Occasion): Message {
  const session = occasion.session.id
  const [official, sick, personal, other] = leaveCodes.map((code) => ({
    label: leaveWords[code],
    data: leaveReasonButton.data({ session, code }),
  })) as [Button, Button, Button, Button]
  return {
    text: html`${inShort(occasion)}请假，原因（只有书记和组织委员能看到）：`,
    buttons: [
      [official, sick],
      [personal, other],
      [{ label: '不请了', data: noLeaveButton.data({ session }) }],
    ],
  }
}

/** Where a leave stands, with what can still be done about it. `decider`: whose answer it waits for, or got. */
export function leaveStatus(occasion: Occasion, leave: Leave, decider: string): Message {
  const heading = html`${inShort(occasion)}请假：${spokenReason(leave)}`
  if (leave.state === 'withdrawn') return withdrawn(occasion)
  return {
    text: joined([heading, standing(leave, decider)]),
    buttons: leave.state === 'declined' ? [[ask(occasion)]] : [changes(leave)],
  }
}

function standing(leave: Leave, decider: string): Html {
  if (leave.state === 'approved') return html`${decider}已同意您的请假。`
  if (leave.state === 'declined') return html`${decider}想请您再考虑：${leave.answer ?? ''}`
  return html`已提交，等${decider}确认。`
}

function changes({ id, state }: Leave): readonly Button[] {
  const withdraw = { label: '撤回', data: withdrawLeaveButton.data({ leave: id }) }
  const add = { label: '补充一句', data: addNoteButton.data({ leave: id }) }
  return state === 'pending' ? [add, withdraw] : [withdraw]
}

function ask({ session }: Occasion): Button {
  return { label: '仍请假', data: askLeaveButton.data({ session: session.id }) }
}

function withdrawn(occasion: Occasion): Message {
  return {
    text: html`${inShort(occasion)}的请假已撤回。来得了的话点“参加”。`,
    buttons: [[{ label: '✅ 参加', data: yesButton.data({ session: occasion.session.id }) }]],
  }
}

/** After 不请了. */
export function notAsking(occasion: Occasion): Message {
  return { text: html`好的，没有请假。${inShort(occasion)}见。` }
}

export const askNote: Message = {
  text: html`请写一句，只有书记和组织委员能看到。不写了就发“取消”。`,
}
export const noteNotText: Message = { text: html`请发文字，一句话就行。不写了就发“取消”。` }

/** Over the chat when the same was pressed again. */
export const askedAlready = '已经提交过了 ✅'

export const noSessionAhead: Message = { text: html`最近没有需要请假的活动。` }
export const whoAreYou: Message = {
  text: html`我还不知道您是哪位。请在支部群里点“认领身份”，再来就好。`,
}

/** Which of several branches' sessions? */
export function whichSession(occasions: readonly Occasion[]): Message {
  return {
    text: html`您要给哪个活动请假？`,
    buttons: occasions.map((occasion) => [
      {
        label: `${occasion.branch.name} ${inShort(occasion)}`,
        data: askLeaveButton.data({ session: occasion.session.id }),
      },
    ]),
  }
}

type Told = Exclude<LeaveRefusal, { reason: 'unclaimed' | 'alreadyAsked' }>

/** Why leave cannot be asked for; one that was asked for already is shown instead. */
export function leaveRefused(refusal: Told, occasion: Occasion | undefined): string {
  if (refusal.reason !== 'alreadyHere') return answerRefused(refusal.reason, occasion)
  const clock = occasion ? ` ${wallClock(refusal.at, occasion.branch.zone)} ` : ''
  return `您${clock}已签过到，不用请假。`
}

/** A line for /me. */
export function ownLeaveLine(occasion: Occasion, leave: Leave, decider: string): Html {
  return joined(
    [html`${inShort(occasion)}请假：${spokenReason(leave)}`, standing(leave, decider)],
    '，',
  )
}
