// What an answer to an invitation is answered.

import { type Html, html } from '../../kernel/html.ts'
import type { Message } from '../../kernel/message.ts'
import { sessionTitle } from '../../sessions/messages.ts'
import { askLeaveButton, notGoingButton } from '../buttons.ts'
import type { Leave } from '../rules/leave.ts'
import type { Answered } from '../rules/rsvp.ts'
import type { Occasion } from '../store/occasion.ts'
import { dayAndClock, inShort, spokenReason } from './words.ts'

/** The line over the chat after pressing 参加. */
export function answeredToast(answered: Answered, occasion: Occasion): string {
  if (answered.answer === 'withdrawn') return '已取消登记。来不了记得点“请假”'
  if (answered.unchanged) return '已经登记过了 ✅'
  if (answered.leaveWithdrawn) return `已登记参加，请假已撤回。${dayAndClock(occasion)}见 ✅`
  if (answered.afterDue) return '已过回执时间，也帮您登记上了 ✅'
  return `已登记参加，${dayAndClock(occasion)}见 ✅ 再点一次可取消`
}

/** What the private invitation becomes. */
export function goingReceipt(occasion: Occasion): Message {
  const { session, branch } = occasion
  return {
    text: html`✅ 已登记参加${sessionTitle(session, branch.zone)}，${dayAndClock(occasion)}见。`,
    buttons: [
      [
        { label: '取消登记', data: notGoingButton.data({ session: session.id }) },
        { label: '🙏 请假', data: askLeaveButton.data({ session: session.id }) },
      ],
    ],
  }
}

/** After a claim that pressing 参加 had started. */
export function goingAfterClaim(occasion: Occasion): Message {
  return { text: html`已顺便为您登记参加 ${inShort(occasion)}。` }
}

/** What a person answered so far; undefined when nothing. */
export function ownAnswer(own: { going: boolean; leave: Leave | undefined }): Html | undefined {
  const { going, leave } = own
  if (leave?.state === 'pending') return html`您已请假（${spokenReason(leave)}），等待确认。`
  if (leave?.state === 'approved') return html`您的请假已同意（${spokenReason(leave)}）。`
  return going ? html`您已登记参加 ✅` : undefined
}
