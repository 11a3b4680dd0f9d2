// The session's card in the group, and the same invitation for one person.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { Button, Message } from '../../kernel/message.ts'
import { sessionLines, sessionTitle } from '../../sessions/messages.ts'
import { askLeaveButton, checkInLink, goingButton, yesButton } from '../buttons.ts'
import type { Occasion } from '../store/occasion.ts'

/** Longer lists of names are cut in a group. */
const mostNames = 20

export interface CardFacts {
  occasion: Occasion
  /** Names of those who said yes, in the order of the roster. */
  going: readonly string[]
  /** How many came. */
  here: number
  isOver: boolean
}

/** What the group sees: the invitation, then the way in, then how many came. Never who did not. */
export function card(facts: CardFacts): Message {
  const { session, branch } = facts.occasion
  const title = sessionTitle(session, branch.zone)
  if (session.state === 'cancelled') return { text: html`📚 ${title}已取消。` }
  if (facts.isOver) {
    return { text: html`${title}已结束，到会 ${facts.here} 人。感谢主讲老师和各位同志。` }
  }
  return {
    text: joined([
      heading(facts.occasion),
      html`已报名 <b>${facts.going.length}</b> 人${names(facts.going)}`,
      html`看到即可，不用回复“收到”。`,
    ]),
    buttons: cardButtons(facts.occasion),
  }
}

/** The invitation in a private chat. */
export function invitation(occasion: Occasion, own: Html | undefined): Message {
  return { text: joined([heading(occasion), own]), buttons: [bothAnswers(occasion)] }
}

/** 参加 and 请假 under a private message. */
export function bothAnswers({ session }: Pick<Occasion, 'session'>): readonly Button[] {
  return [
    { label: '✅ 参加', data: yesButton.data({ session: session.id }) },
    { label: '🙏 请假', data: askLeaveButton.data({ session: session.id }) },
  ]
}

function heading({ session, branch, now }: Occasion): Html {
  return joined([
    html`📚 <b>${sessionTitle(session, branch.zone)}</b>`,
    session.topic ? html`${session.topic}` : undefined,
    sessionLines(session, branch.zone, now),
  ])
}

function names(going: readonly string[]): Html {
  if (going.length === 0) return html``
  const shown = going.slice(0, mostNames).join('、')
  return going.length > mostNames ? html`：${shown} 等 ${going.length} 人` : html`：${shown}`
}

function cardButtons({ session }: Occasion): readonly (readonly Button[])[] {
  const id = { session: session.id }
  const answers = [
    { label: '✅ 参加', data: goingButton.data(id) },
    { label: '🙏 请假', data: askLeaveButton.data(id) },
  ]
  if (session.state === 'open') {
    return [[{ label: '📍 我到了，签到', start: checkInLink.payload(id) }], answers]
  }
  return session.state === 'published' || session.state === 'draft' ? [answers] : []
}
