// Reminders to members, and the hand-over to the organiser.

import { type Html, html } from '../../kernel/html.ts'
import type { Message } from '../../kernel/message.ts'
import { spokenTime } from '../../kernel/time.ts'
import type { Reach } from '../../members/rules.ts'
import { askLeaveButton } from '../buttons.ts'
import type { Occasion } from '../store/occasion.ts'
import { bothAnswers } from './card.ts'
import { fullKind, inShort, shortKind, spokenStart } from './words.ts'

/** To somebody who has not answered yet. */
export function dayBefore(occasion: Occasion, name: string): Message {
  const { topic, place } = occasion.session
  const what = topic ? `${fullKind(occasion)}「${topic}」` : fullKind(occasion)
  const where = place ? `，${place}` : ''
  return {
    text: html`${name}同志，您好。${spokenStart(occasion)} 有${what}${where}，还没收到您的回执。
来不了也没关系，点一下请假就好。`,
    buttons: [bothAnswers(occasion)],
  }
}

/** To somebody who said yes. */
export function sameDay(occasion: Occasion): Message {
  const { id, place } = occasion.session
  const where = place ? `，${place}见` : '，到时见'
  return {
    text: html`${spokenStart(occasion)} ${shortKind(occasion)}${where}。`,
    buttons: [[{ label: '临时有事，请假', data: askLeaveButton.data({ session: id }) }]],
    silent: true,
  }
}

export interface SilentLine {
  name: string
  wasReminded: boolean
  /** Undefined: nobody has claimed this name. */
  reach: Reach | undefined
}

/** To the organiser: who was not heard from. Never claims that somebody read something. */
export function silentPeople(occasion: Occasion, lines: readonly SilentLine[]): Message {
  const people = lines.map((line) => `${line.name}（${why(line)}）`).join('、')
  return {
    text: html`${inShort(occasion)}：还有 ${lines.length} 位没有回执：${people}。`,
    buttons: [[{ label: '复制一段问候', copy: greeting(occasion) }]],
  }
}

function why({ wasReminded, reach }: SilentLine): string {
  if (reach === undefined) return '还没认领身份'
  if (reach === 'neverStarted') return '还没打开私聊'
  if (reach === 'blocked') return '联系不上'
  return wasReminded ? '提醒后未回应' : '还没回应'
}

function greeting(occasion: Occasion): string {
  const { session, branch, now } = occasion
  const where = session.place ? `，地点${session.place}` : ''
  const start = spokenTime(session.startsAt, branch.zone, now)
  return `您好，${start}有${fullKind(occasion)}${where}。能来吗？来不了跟我说一声就好。`.slice(
    0,
    256,
  )
}

/** A line for /me. */
export function invitedLine(occasion: Occasion): Html {
  return html`${inShort(occasion)}，还没有您的回执`
}
