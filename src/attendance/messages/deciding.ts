// What those who decide on leave see, and what the person then hears.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { Button, Message } from '../../kernel/message.ts'
import {
  approveAllButton,
  approveButton,
  askAgainButton,
  declineButton,
  yesButton,
} from '../buttons.ts'
import type { DecisionRefusal, Leave } from '../rules/leave.ts'
import type { Occasion } from '../store/occasion.ts'
import { goneText, officeOnly } from './refusals.ts'
import { inShort, spokenReason } from './words.ts'

export interface PendingLine {
  leave: Leave
  name: string
}

/** One message holds this many; the rest follow when these are decided. */
const atOnce = 8

/** Leaves that wait, each with its own answer, and one answer for all. */
export function digest(occasion: Occasion, lines: readonly PendingLine[]): Message {
  const { session } = occasion
  if (lines.length === 0) return { text: html`🙏 ${inShort(occasion)}的请假都处理好了 ✅` }
  const shown = lines.slice(0, atOnce)
  const rest = lines.length - shown.length
  const last = shown.at(-1)
  const all: Button[] =
    last && shown.length > 1
      ? [
          {
            label: '✅ 全部同意',
            data: approveAllButton.data({ session: session.id, upTo: last.leave.id }),
          },
        ]
      : []
  return {
    text: joined([
      html`🙏 ${inShort(occasion)} · 待确认请假 <b>${lines.length}</b> 人`,
      ...shown.map(({ leave, name }, at) => html`${at + 1} ${name}｜${spokenReason(leave)}`),
      rest > 0 ? html`还有 ${rest} 位，处理完这些再显示。` : undefined,
    ]),
    buttons: [
      ...(all.length > 0 ? [all] : []),
      ...shown.map((line) => decisionButtons(line, shown.length)),
    ],
  }
}

function decisionButtons({ leave, name }: PendingLine, among: number): readonly Button[] {
  const whose = among > 1 ? ` ${name}` : ''
  return [
    { label: `同意${whose}`, data: approveButton.data({ leave: leave.id }) },
    { label: `不同意${whose}…`, data: declineButton.data({ leave: leave.id }) },
  ]
}

export function approvedToast(names: readonly string[]): string {
  const [only, another] = names
  if (only === undefined) return '都处理好了 ✅'
  return another === undefined ? `已同意${only}的请假 ✅` : `已同意 ${names.length} 人的请假 ✅`
}

/** To the person. */
export function approvedNotice(occasion: Occasion, decider: string): Message {
  return { text: html`${inShort(occasion)}：${decider}已同意您的请假。` }
}

export function askWhy(name: string): Message {
  return { text: html`${name}的请假：请写一句原因，我会转给本人。不写了就发“取消”。` }
}

/** To the person: not agreed, with the sentence of whoever decided. */
export function declinedNotice(occasion: Occasion, decider: string, leave: Leave): Message {
  return {
    text: html`${inShort(occasion)}：${decider}想请您再考虑：${leave.answer ?? ''}`,
    buttons: [
      [
        { label: '我来参加', data: yesButton.data({ session: leave.session }) },
        { label: '仍请假', data: askAgainButton.data({ leave: leave.id }) },
      ],
    ],
  }
}

export function declinedReceipt(name: string, told: boolean): Message {
  return {
    text: told ? html`已转告${name}。` : html`记下了。我还没法私信${name}，请您当面说一声。`,
  }
}

/** For a toast or a line. */
export function decisionRefused(refusal: DecisionRefusal, contact: string): string {
  switch (refusal.reason) {
    case 'gone':
      return goneText
    case 'notAllowed':
      return officeOnly(contact)
    case 'own':
      return '自己的请假请另一位同志确认。'
    case 'decided':
      return decidedAlready(refusal)
    case 'locked':
      return '考勤已经锁定，不能再改。'
  }
}

function decidedAlready({ leave, by }: { leave: Leave; by: string }): string {
  if (leave.state === 'withdrawn') return '本人已经撤回这次请假。'
  return leave.state === 'approved' ? `${by}已经同意过了 ✅` : `${by}已经回复过，请本人再考虑。`
}

/** A line for the list of what awaits the office. */
export function waitingLine(occasion: Occasion, count: number): Html {
  return html`${inShort(occasion)} · 待确认请假 ${count} 人`
}
