// Announcing a training: half a minute in which it can be sent at once or taken back.

import { postCard } from '../../attendance/actions/card.ts'
import { type AccountId, privateChat, type SessionId } from '../../kernel/ids.ts'
import { monthAt } from '../../kernel/month.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { may, type Who } from '../../kernel/who.ts'
import { groupOfBranch } from '../../organisation/store.ts'
import {
  cancelLetters,
  enqueue,
  refresh,
  releaseLetter,
  withdrawLetter,
} from '../../platform/outbox/outbox.ts'
import type { Work } from '../../platform/store/work.ts'
import { cancel, draftSession, fillDraft, publish, unpublish } from '../../sessions/actions.ts'
import { type Session, sessionAbout } from '../../sessions/rules.ts'
import { regularSession, sessionById, zoneOf } from '../../sessions/store.ts'
import { announced, held } from '../messages/announcing.ts'
import { type AnnounceRefusal, type HoldRefusal, heldUntil } from '../rules/announcing.ts'
import type { Finished } from '../rules/sentence.ts'

/** Publishes what was written; the group hears of it in half a minute. */
export function announce(
  w: Work,
  who: Who,
  training: Finished,
): Outcome<{ session: Session }, AnnounceRefusal> {
  const { branch, startsAt } = training
  if (!may(who, 'session.manage', branch)) return refused({ reason: 'notAllowed' })
  if (startsAt <= w.now) return refused({ reason: 'past' })
  if (!groupOfBranch(w, branch)) return refused({ reason: 'noGroup' })
  const session = settled(w, who, training)
  publish(w, who, session)
  postCard(w, session.id, { notBefore: heldUntil(w.now) })
  const message = held(session, zoneOf(w, branch))
  enqueue(w, { ...holdSlot(session, who.account), branch, message, lane: 'answer' })
  return done({ session })
}

/** Sends the held card now; once it has left there is nothing more to do. */
export function sendNow(w: Work, who: Who, id: SessionId): Outcome<object, HoldRefusal> {
  const session = sessionById(w, id)
  if (session?.state !== 'published') return refused({ reason: 'gone' })
  if (!may(who, 'session.manage', session.branch)) return refused({ reason: 'notAllowed' })
  const released = releaseLetter(w, cardKey(session))
  showAnnounced(w, session, who.account)
  return released ? done({}) : refused({ reason: 'sent' })
}

/** Takes the held card back. The month's regular training is a draft again. */
export function recall(
  w: Work,
  who: Who,
  id: SessionId,
): Outcome<{ session: Session }, HoldRefusal> {
  const session = sessionById(w, id)
  if (session?.state !== 'published') return refused({ reason: 'gone' })
  if (!may(who, 'session.manage', session.branch)) return refused({ reason: 'notAllowed' })
  if (!withdrawLetter(w, cardKey(session))) {
    showAnnounced(w, session, who.account)
    return refused({ reason: 'sent' })
  }
  cancelLetters(w, sessionAbout(session))
  if (session.regularMonth) unpublish(w, who, session)
  else cancel(w, who, session)
  return done({ session })
}

/** Turns the message with 撤回 into the one that says it was sent. */
export function showAnnounced(w: Work, session: Session, account: AccountId): void {
  const message = announced(session, zoneOf(w, session.branch))
  refresh(w, { ...holdSlot(session, account), branch: session.branch, message })
}

/** The outbox key of the letter that announces a session. */
export function cardKey(session: Pick<Session, 'id'>): string {
  return `card:${sessionAbout(session)}`
}

/** The month's regular draft with what was written, else a new session beside the regular one. */
function settled(w: Work, who: Who, training: Finished): Session {
  const { branch, startsAt, endsAt, place, topic } = training
  const outline = { startsAt, endsAt, ...(place && { place }), ...(topic && { topic }) }
  const month = monthAt(startsAt, zoneOf(w, branch))
  const regular = regularSession(w, branch, month)
  if (regular && fillDraft(w, who, regular, outline)) return { ...regular, ...outline }
  const regularMonth = regular ? {} : { regularMonth: month }
  const id = draftSession(w, who, { branch, kind: 'training', ...regularMonth, ...outline })
  const session = sessionById(w, id)
  if (!session) throw new Error(`session ${id} was saved and is not there`)
  return session
}

function holdSlot(session: Session, account: AccountId) {
  return { chat: privateChat(account), slot: `hold:${sessionAbout(session)}` }
}
