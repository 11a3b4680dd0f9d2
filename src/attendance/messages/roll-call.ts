// The grid of names with which the organiser records who is there. Only in private.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { SessionId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import { wallClock } from '../../kernel/time.ts'
import { markRestButton, restButton, rollCallButton, summaryButton } from '../buttons.ts'
import type { RollCallRefusal } from '../rules/closing.ts'
import { type AttendanceLine, isHere, type Tally } from '../rules/tally.ts'
import type { Occasion } from '../store/occasion.ts'
import { goneText, officeOnly } from './refusals.ts'
import { inShort } from './words.ts'

/** What the grid shows: the names of one page, as buttons. */
export interface RollCall {
  occasion: Occasion
  tally: Tally
}

/** Above the names; a tap records somebody as here or takes it back. */
export function rollCallText({ occasion, tally }: RollCall): Html {
  return joined([
    html`📋 ${inShort(occasion)}点名`,
    counts(tally),
    html`点名字记到会，再点一次取消。`,
  ])
}

/** Below the names. */
export function rollCallEnd(session: SessionId, tally: Tally): readonly Button[] {
  const rest = { label: '全部剩余记到会…', data: restButton.data({ session }) }
  const end = { label: '完成', data: summaryButton.data({ session }) }
  return tally.unrecorded > 0 ? [rest, end] : [end]
}

/** The name with what is recorded. */
export function nameWithSign({ name, state, place }: AttendanceLine): string {
  if (isHere(state)) return `${name} ✓`
  if (state === 'excused') return `${name}（假）`
  if (place === 'exempt') return `${name}（免到）`
  return place === 'sittingIn' ? `${name}（列席）` : name
}

/** Asked once, with what it will do. */
export function confirmRest(occasion: Occasion, tally: Tally): Message {
  const session = occasion.session.id
  return {
    text: html`还有 <b>${tally.unrecorded}</b> 位没有记录，全部记为到会？请假的 ${tally.excused} 位不变。`,
    buttons: [
      [
        { label: '确认记到会', data: markRestButton.data({ session }), style: 'primary' },
        { label: '返回', data: rollCallButton.data({ session, page: 0 }) },
      ],
    ],
  }
}

export function counts({ expected, present, online, late, excused }: Tally): Html {
  const here = present + online
  const lateOnes = late > 0 ? html`（迟到 ${late}）` : html``
  return html`应到 ${expected}　到会 ${here}${lateOnes}　请假 ${excused}`
}

export function markedToast(name: string, to: 'in' | 'out', unchanged: boolean): string {
  if (to === 'out') return unchanged ? `${name} 没有到会记录` : `${name} 的到会已取消`
  return unchanged ? `${name} 已经记到会了 ✓` : `${name} 到会 ✓`
}

export function restToast(count: number): string {
  return count > 0 ? `${count} 位记到会 ✓` : '没有剩余的人了 ✅'
}

/** For a toast or a line. */
export function rollCallRefused(refusal: RollCallRefusal, occasion: Occasion | undefined): string {
  if (!occasion || refusal.reason === 'gone') return goneText
  switch (refusal.reason) {
    case 'notAllowed':
      return officeOnly(occasion.contact)
    case 'locked':
      return '考勤已经锁定，不能再改。'
    case 'cancelled':
      return `${inShort(occasion)}已经取消了。`
    case 'tooEarly':
      return `${wallClock(refusal.opensAt, occasion.branch.zone)} 开放签到，到时再点名。`
  }
}

export const onlyOffice: Message = { text: html`点名是书记和组织委员用的功能。到场了请发“签到”。` }
export const nothingToCall: Message = { text: html`现在没有可以点名的活动。` }
