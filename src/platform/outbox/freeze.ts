// Where Telegram asked us to wait, kept so that a restart does not forget it.

import { eq, gt, sql } from 'drizzle-orm'
import type { ChatId } from '../../kernel/ids.ts'
import type { Work } from '../store/work.ts'
import { freezes } from './schema.ts'

/** Stands for the whole bulk lane among frozen chats. */
export const bulkLane = 0 as ChatId

/** Nothing is sent to `chat` before `until`, or before a later instant already noted. */
export function freeze(w: Work, chat: ChatId, until: Date): void {
  const later = sql`max(${freezes.until}, excluded.until)`
  w.tx
    .insert(freezes)
    .values({ chatId: chat, until })
    .onConflictDoUpdate({ target: freezes.chatId, set: { until: later } })
    .run()
}

/** Forgets a chat's freeze and says until when it would have been. */
export function thaw(w: Work, chat: ChatId): Date | undefined {
  return w.tx.delete(freezes).where(eq(freezes.chatId, chat)).returning().get()?.until
}

/** The chats that are frozen now. */
export function frozenNow(w: Work): { chat: ChatId; until: Date }[] {
  return w.tx
    .select({ chat: freezes.chatId, until: freezes.until })
    .from(freezes)
    .where(gt(freezes.until, w.now))
    .all()
}
