// A group became a supergroup: what waits for it follows to the new number.

import { and, eq, inArray } from 'drizzle-orm'
import type { ChatId } from '../../kernel/ids.ts'
import type { Work } from '../store/work.ts'
import { freeze, thaw } from './freeze.ts'
import { outbox, slots } from './schema.ts'

export interface ChatMove {
  from: ChatId
  to: ChatId
}

/**
 * Moves what is unsent from one chat to another; doing it twice changes nothing. The slots of the
 * old chat are forgotten: Telegram counts messages anew in a supergroup, so an old number may come
 * to mean another message of ours.
 */
export function rekeyChat(w: Work, { from, to }: ChatMove): void {
  const unsent = inArray(outbox.state, ['queued', 'sending'])
  w.tx
    .update(outbox)
    .set({ chatId: to })
    .where(and(eq(outbox.chatId, from), unsent))
    .run()
  w.tx.delete(slots).where(eq(slots.chatId, from)).run()
  const until = thaw(w, from)
  if (until) freeze(w, to, until)
}
