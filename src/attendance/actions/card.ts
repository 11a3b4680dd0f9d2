// Posts the session's card to the group and keeps it true.

import type { OrganisationId, PersonId, SessionId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { groupOfBranch } from '../../organisation/store.ts'
import { enqueue, refresh } from '../../platform/outbox/outbox.ts'
import type { Work } from '../../platform/store/work.ts'
import { type Session, sessionAbout } from '../../sessions/rules.ts'
import { sessionsInStates } from '../../sessions/store/all-branches.ts'
import { sessionById } from '../../sessions/store.ts'
import * as say from '../messages/card.ts'
import { ownAnswer } from '../messages/rsvp.ts'
import { isOver } from '../rules/rsvp.ts'
import { tallyOf } from '../rules/tally.ts'
import { currentLeave } from '../store/leaves.ts'
import { attendanceOf } from '../store/lines.ts'
import { occasionOf } from '../store/occasion.ts'
import { goingOf, isGoing } from '../store/rsvps.ts'

interface PostOptions {
  notBefore?: Date
  silent?: boolean
}

/** Rings in the group once, at `notBefore` or now; false when the bot is in no group of the branch. */
export function postCard(w: Work, id: SessionId, options: PostOptions = {}): boolean {
  const { notBefore, silent } = options
  const session = sessionById(w, id)
  const group = session && groupOfBranch(w, session.branch)
  if (!session || !group) return false
  const about = sessionAbout(session)
  enqueue(w, {
    chat: group.chat,
    branch: session.branch,
    message: { ...cardOf(w, session), ...(silent && { silent }) },
    key: `card:${about}`,
    slot: about,
    about,
    ...(group.thread !== undefined && { thread: group.thread }),
    ...(notBefore && { notBefore }),
  })
  return true
}

/** Posts the cards of what is still ahead anew, silently: in a new chat the old ones are out of reach. */
export function repostCards(w: Work, branch: OrganisationId): void {
  const ahead = sessionsInStates(w, ['published', 'open']).filter((one) => one.branch === branch)
  for (const { id } of ahead) postCard(w, id, { silent: true })
}

/** Edits the card in place; an unchanged one costs nothing. */
export function refreshCard(w: Work, id: SessionId): void {
  const session = sessionById(w, id)
  const group = session && groupOfBranch(w, session.branch)
  if (!session?.publishedAt || !group) return
  const slot = sessionAbout(session)
  refresh(w, { chat: group.chat, branch: session.branch, slot, message: cardOf(w, session) })
}

/** The session for one person's private chat, with what they answered so far. */
export function invitation(w: Work, session: Session, person?: PersonId): Message {
  const own = person === undefined ? undefined : ownAnswer(answerOf(w, session, person))
  return say.invitation(occasionOf(w, session), own)
}

function answerOf(w: Work, { id }: Session, person: PersonId) {
  return { going: isGoing(w, id, person), leave: currentLeave(w, id, person) }
}

function cardOf(w: Work, session: Session): Message {
  const lines = attendanceOf(w, session)
  const going = new Set(goingOf(w, session.id))
  const { present, online } = tallyOf(lines)
  return say.card({
    occasion: occasionOf(w, session),
    going: lines.filter(({ person }) => going.has(person)).map(({ name }) => name),
    here: present + online,
    isOver: isOver(session, w.now),
  })
}
