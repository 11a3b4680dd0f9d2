// Forgets what was said in a chat whose reader wants nothing kept, and stops what a branch had to say.

import { and, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import { html } from '../../kernel/html.ts'
import type { ChatId, OrganisationId } from '../../kernel/ids.ts'
import type { Work } from '../store/work.ts'
import { cancelLettersTo } from './outbox.ts'
import { outbox, type Payload, slots } from './schema.ts'

/** Cancels what waits for a chat and deletes what was sent there. */
export function forgetLettersTo(w: Work, chat: ChatId): void {
  cancelLettersTo(w, chat)
  w.tx.delete(outbox).where(eq(outbox.chatId, chat)).run()
  w.tx.delete(slots).where(eq(slots.chatId, chat)).run()
}

/**
 * Empties what private letters said that have left or never will: nothing reads it any more, and it
 * may quote somebody who wants to be forgotten, to whomever it was sent.
 */
export function blankPrivateLetters(w: Work): void {
  const empty: Payload = { method: 'send', message: { text: html`` } }
  const over = isNotNull(outbox.finishedAt)
  w.tx
    .update(outbox)
    .set({ payload: empty })
    .where(and(over, gt(outbox.chatId, noChat)))
    .run()
}

/** Groups have negative numbers, people positive ones (Bot API, `Chat`). */
const noChat = 0 as ChatId

/** Takes back everything of a branch that was not sent yet. */
export function cancelLettersOf(w: Work, branch: OrganisationId): void {
  w.tx
    .update(outbox)
    .set({ state: 'cancelled', finishedAt: w.now })
    .where(and(eq(outbox.branchId, branch), inArray(outbox.state, ['queued', 'sending'])))
    .run()
}
