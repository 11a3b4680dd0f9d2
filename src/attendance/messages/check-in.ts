// What checking in is answered.

import { type Html, html } from '../../kernel/html.ts'
import type { Message } from '../../kernel/message.ts'
import { spokenTime, wallClock } from '../../kernel/time.ts'
import { opensAt } from '../../sessions/rules.ts'
import { undoCheckInButton } from '../buttons.ts'
import type { CheckedIn, CheckInRefusal, UndoRefusal } from '../rules/check-in.ts'
import type { Occasion } from '../store/occasion.ts'
import { foreignText, goneText } from './refusals.ts'
import { fullKind, inShort } from './words.ts'

/** The receipt. */
export function checkedIn(facts: CheckedIn, { branch, contact }: Occasion): Message {
  const clock = wallClock(facts.at, branch.zone)
  const text = facts.late
    ? html`✅ ${clock} 已签到（记为迟到，如有特殊情况可告诉${contact}）`
    : html`✅ 签到成功　${clock}　第 ${facts.place} 位到场。欢迎，${facts.name}同志。`
  const data = undoCheckInButton.data({ session: facts.session.id })
  return { text, buttons: [[{ label: '撤销（扫错了）', data }]] }
}

type Told = Exclude<CheckInRefusal, { reason: 'unclaimed' }>

/** Why it was not recorded, or that it was before. */
export function checkInRefused(refusal: Told, occasion: Occasion | undefined): Html {
  if (!occasion || refusal.reason === 'gone') return html`${goneText}`
  const { branch, contact } = occasion
  switch (refusal.reason) {
    case 'already':
      return html`您 ${wallClock(refusal.at, branch.zone)} 已签过到 ✅`
    case 'tooEarly':
      return html`${wallClock(refusal.opensAt, branch.zone)} 开放签到，到时再点一下就行。`
    case 'closed':
      return html`签到已结束。确实到场的话请告诉${contact}补登。`
    case 'cancelled':
      return html`${inShort(occasion)}已经取消了。`
    case 'notOnRoll':
      return html`这是${branch.name}的签到。需要列席请找${contact}。`
    case 'foreign':
      return html`${foreignText}`
  }
}

/** 签到 was typed, but nothing takes it now. */
export function nothingToCheckIn(next: Occasion | undefined): Message {
  if (!next) return { text: html`当前没有正在签到的活动。` }
  const { session, branch, now } = next
  const start = spokenTime(session.startsAt, branch.zone, now)
  const opens = wallClock(opensAt(session), branch.zone)
  return {
    text: html`当前没有正在签到的活动。下一次是${start} ${fullKind(next)}，${opens} 开放签到。`,
  }
}

export const undone: Message = { text: html`已撤销签到。到场后再签一次就行。` }

export function undoRefused(refusal: UndoRefusal, contact: string): string {
  switch (refusal.reason) {
    case 'gone':
      return goneText
    case 'locked':
      return `考勤已经锁定，不能再改。有疑问请找${contact}。`
    case 'nothingToUndo':
      return '已经撤销过了。'
    case 'notYours':
      return `这条是现场点名登记的，要改请找${contact}。`
  }
}
