// What the outbox remembers of a letter that came back: finished, or queued again.

import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { ChatId } from '../../kernel/ids.ts'
import type { Tx, Work } from '../store/work.ts'
import type { OutboxRow } from './claim.ts'
import { digestOf } from './digest.ts'
import type { Parcel } from './parcel.ts'
import { outbox, slots } from './schema.ts'
import { deadReason } from './verdict.ts'

type Changes = Partial<OutboxRow>

const unsent = inArray(outbox.state, ['queued', 'sending'])

/** Ends a letter's way. */
export function finish(w: Work, row: OutboxRow, changes: Changes): void {
  const ended = { ...changes, finishedAt: w.now }
  w.tx.update(outbox).set(ended).where(eq(outbox.id, row.id)).run()
}

export type FinishSent = (w: Work, parcel: Parcel, messageId: number | undefined) => void

/**
 * A function that notes that a letter arrived; its slot knows from then on what is shown there.
 * Nothing is recorded as often as this, so its statement is prepared once.
 */
export function createFinishSent(): FinishSent {
  let ended: ReturnType<typeof prepareSent> | undefined

  return (w, { row }, messageId) => {
    ended ??= prepareSent(w.tx)
    ended.run({ id: row.id, messageId: messageId ?? null, at: w.now.getTime() })
    const { payload, slot, chatId } = row
    if (slot === null || messageId === undefined || payload.method === 'document') return
    const shown = { messageId, digest: digestOf(payload.message) }
    w.tx
      .insert(slots)
      .values({ chatId, slot, ...shown })
      .onConflictDoUpdate({ target: [slots.chatId, slots.slot], set: shown })
      .run()
  }
}

function prepareSent(tx: Tx) {
  return tx
    .update(outbox)
    .set({
      state: 'sent',
      messageId: sql`${sql.placeholder('messageId')}`,
      finishedAt: sql`${sql.placeholder('at')}`,
      error: null,
    })
    .where(eq(outbox.id, sql.placeholder('id')))
    .prepare()
}

/** Puts a letter back, unless it was taken back or replaced while it was on its way. */
export function requeue(w: Work, row: OutboxRow, changes: Changes): void {
  const next: Changes = isReplaced(w, row)
    ? { state: 'cancelled', finishedAt: w.now }
    : { ...changes, state: 'queued' }
  w.tx
    .update(outbox)
    .set(next)
    .where(and(eq(outbox.id, row.id), unsent))
    .run()
}

/** Gives up all that waits for a chat. */
export function failAll(w: Work, chat: ChatId, error: string): void {
  const waiting = and(eq(outbox.chatId, chat), eq(outbox.state, 'queued'))
  w.tx.update(outbox).set({ state: 'failed', finishedAt: w.now, error }).where(waiting).run()
}

/** Was the last we heard of a chat that it is closed to us? */
export function wasDead(w: Work, chat: ChatId): boolean {
  const last = w.tx
    .select({ state: outbox.state, error: outbox.error })
    .from(outbox)
    .where(and(eq(outbox.chatId, chat), inArray(outbox.state, ['sent', 'failed'])))
    .orderBy(desc(outbox.finishedAt), desc(outbox.id))
    .limit(1)
    .get()
  return last?.state === 'failed' && deadReason(last.error ?? '') !== undefined
}

function isReplaced(w: Work, { id, key }: OutboxRow): boolean {
  if (key === null) return false
  const other = and(eq(outbox.key, key), eq(outbox.state, 'queued'), ne(outbox.id, id))
  return w.tx.select({ id: outbox.id }).from(outbox).where(other).limit(1).get() !== undefined
}
