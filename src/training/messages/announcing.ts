// What the organiser sees from the announcement on: held, sent, called off.

import { type Html, html } from '../../kernel/html.ts'
import type { Message } from '../../kernel/message.ts'
import { wallClock, type Zone } from '../../kernel/time.ts'
import { sessionDay, sessionTitle } from '../../sessions/messages.ts'
import type { Session } from '../../sessions/rules.ts'
import {
  cancelSessionButton,
  confirmCancelButton,
  keepSessionButton,
  recallButton,
  sendNowButton,
} from '../buttons.ts'

/** 30 seconds to think again. */
export function held(session: Session, zone: Zone): Message {
  const id = { session: session.id }
  return {
    text: html`${sessionTitle(session, zone)}，30 秒后发到群里。`,
    buttons: [
      [
        { label: '现在发送', data: sendNowButton.data(id) },
        { label: '撤回', data: recallButton.data(id) },
      ],
    ],
  }
}

/** It is in the group. */
export function announced(session: Session, zone: Zone): Message {
  const clock = wallClock(session.publishedAt ?? session.startsAt, zone)
  const id = { session: session.id }
  return {
    text: html`${sessionTitle(session, zone)}已发布 ${clock}`,
    buttons: [[{ label: '取消活动', data: cancelSessionButton.data(id) }]],
  }
}

/** Asked once before a session is called off. */
export function reallyCancel(
  session: Session,
  { zone, going }: { zone: Zone; going: number },
): Message {
  const id = { session: session.id }
  const consequence =
    going > 0
      ? html`已有 ${going} 人报名，取消后会逐一通知。`
      : html`还没有人报名，取消后会在群里说一声。`
  return {
    text: html`${sessionTitle(session, zone)}：${consequence}`,
    buttons: [
      [
        { label: '确认取消活动', data: confirmCancelButton.data(id), style: 'danger' },
        { label: '返回', data: keepSessionButton.data(id) },
      ],
    ],
  }
}

/** To the organiser, when it is called off. */
export function calledOff(session: Session, { zone, told }: { zone: Zone; told: number }): Message {
  const title = sessionTitle(session, zone)
  return {
    text: told > 0 ? html`${title}已取消，已通知 ${told} 人。` : html`${title}已取消。`,
  }
}

/** To the group and to everybody who had answered. */
export function cancellation(session: Session, zone: Zone): { text: Html } {
  return { text: html`${sessionDay(session, zone)}培训取消，另行通知。` }
}
