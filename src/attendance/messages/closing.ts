// The session summed up for the organiser. Names only here, in private.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { Button, Message } from '../../kernel/message.ts'
import { wallClock } from '../../kernel/time.ts'
import { closeButton, lockButton, pendingButton, rollCallButton } from '../buttons.ts'
import type { CloseRefusal, LockRefusal } from '../rules/closing.ts'
import type { ClosingFacts } from '../store/closing.ts'
import type { Occasion } from '../store/occasion.ts'
import { goneText } from './refusals.ts'
import { counts, rollCallRefused } from './roll-call.ts'
import { inShort } from './words.ts'

/** The count, who is missing, and the next step. */
export function closingSummary(facts: ClosingFacts): Message {
  const { occasion, tally, undecided, missing } = facts
  const { session } = occasion
  const isLocked = session.state === 'locked'
  return {
    text: joined([
      html`${inShort(occasion)}签到小结：${counts(tally)}　<b>未到 ${missing.length}</b>`,
      missing.length > 0 ? html`未到：${missing.join('、')}` : undefined,
      tally.exempt > 0 ? html`免到 ${tally.exempt} 人` : undefined,
      tally.sittingIn > 0 ? html`列席 ${tally.sittingIn} 人` : undefined,
      undecided > 0 ? html`有 ${undecided} 位的请假还没有确认。` : undefined,
      isLocked ? html`🔒 已确认并锁定，不能再改。` : undefined,
    ]),
    buttons: isLocked ? [] : nextSteps(facts),
  }
}

function nextSteps({ occasion, tally, undecided }: ClosingFacts): readonly (readonly Button[])[] {
  const { id: session, state } = occasion.session
  const settled = state === 'closed' && tally.unrecorded === 0
  return [
    ...(undecided > 0 ? [[{ label: '🙏 看请假', data: pendingButton.data({ session }) }]] : []),
    [
      { label: '补登记…', data: rollCallButton.data({ session, page: 0 }) },
      settled
        ? { label: '🔒 确认并锁定', data: lockButton.data({ session }) }
        : { label: '✅ 结束签到', data: closeButton.data({ session }) },
    ],
  ]
}

export function closedToast(absent: number): string {
  return absent > 0 ? `已结束签到，${absent} 位记为未到` : '签到已结束 ✅'
}

export function closeRefused(refusal: CloseRefusal, occasion: Occasion | undefined): string {
  if (occasion && refusal.reason === 'tooEarly') {
    return `${wallClock(occasion.session.startsAt, occasion.branch.zone)} 开始以后再结束签到。`
  }
  return rollCallRefused(refusal, occasion)
}

export function lockRefused({ reason }: LockRefusal): string {
  switch (reason) {
    case 'gone':
      return goneText
    case 'notAllowed':
      return '锁定考勤是书记和组织委员用的功能。'
    case 'notClosed':
      return '请先点“结束签到”，再锁定。'
    case 'locked':
      return '已经锁定了 ✅'
    case 'cancelled':
      return '这次活动已经取消了。'
  }
}

/** A line for /todo. */
export function toFinishLine(occasion: Occasion): Html {
  const isOpen = occasion.session.state === 'open'
  return isOpen ? html`${inShort(occasion)}正在签到` : html`${inShort(occasion)}的考勤还没有锁定`
}
