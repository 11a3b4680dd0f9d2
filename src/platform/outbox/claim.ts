// The courier's questions to the outbox, prepared once: they are asked many hundred times a second.

import { and, eq, isNotNull, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { ChatId } from '../../kernel/ids.ts'
import type { Tx } from '../store/work.ts'
import type { Lane } from './pace.ts'
import { outbox, slots } from './schema.ts'

export type OutboxRow = typeof outbox.$inferSelect

/** A letter that may be sent; of an edit also the message it changes and what that says now. */
export interface DueLetter {
  row: OutboxRow
  target: number | null
  digest: string | null
}

export interface Asked {
  now: Date
  /** Chats that get nothing now. */
  shut: Iterable<ChatId>
  limit: number
}

export interface DueLetters {
  /** What a lane may send, in the order it was written. */
  due(lane: Lane, asked: Asked): DueLetter[]
  /** Chats whose next letter waits for another try: what is behind it must not overtake it. */
  held(now: Date): { chat: ChatId; lane: Lane }[]
  /** When the next letter becomes due. */
  nextAt(now: Date): Date | undefined
}

/** Prepares the questions on the connection of `tx`; they stay good for its later transactions. */
export function prepareDueLetters(tx: Tx): DueLetters {
  const letters = prepareLetters(tx)
  const edits = prepareEdits(tx)
  const waiting = tx
    .select({ chat: outbox.chatId, lane: outbox.lane })
    .from(outbox)
    .where(and(later(), sql`${outbox.attempts} > 0`))
    .prepare()
  const next = tx
    .select({ at: sql<number | null>`min(${outbox.notBefore})` })
    .from(outbox)
    .where(later())
    .prepare()
  return {
    due(lane, { now, shut, limit }) {
      const asked = { now: now.getTime(), shut: JSON.stringify([...shut]), limit }
      if (lane === 'card') return edits.all(asked)
      const rows = letters.all({ ...asked, lane })
      return rows.map((row) => ({ row, target: null, digest: null }))
    },
    held: (now) => waiting.all({ now: now.getTime() }),
    nextAt(now) {
      const at = next.get({ now: now.getTime() })?.at
      return at == null ? undefined : new Date(at)
    },
  }
}

function prepareLetters(tx: Tx) {
  return tx
    .select()
    .from(outbox)
    .where(and(open(), eq(outbox.lane, sql.placeholder('lane'))))
    .orderBy(outbox.id)
    .limit(sql.placeholder('limit'))
    .prepare()
}

/** Edits, but for those whose message is still on its way or perhaps was never sent. */
function prepareEdits(tx: Tx) {
  const first = alias(outbox, 'first')
  const firstIn = (...states: OutboxRow['state'][]) => {
    const sameSlot = and(eq(first.chatId, outbox.chatId), eq(first.slot, outbox.slot))
    const inState = or(...states.map((state) => eq(first.state, state)))
    return tx
      .select({ one: sql`1` })
      .from(first)
      .where(and(sameSlot, inState, sql`${first.lane} <> 'card'`))
  }
  const itsSlot = and(eq(slots.chatId, outbox.chatId), eq(slots.slot, outbox.slot))
  const resolved = or(isNotNull(slots.messageId), notExists(firstIn('uncertain')))
  return tx
    .select({ row: outbox, target: slots.messageId, digest: slots.digest })
    .from(outbox)
    .leftJoin(slots, itsSlot)
    .where(and(open(), eq(outbox.lane, 'card'), notExists(firstIn('queued', 'sending')), resolved))
    .orderBy(outbox.id)
    .limit(sql.placeholder('limit'))
    .prepare()
}

/** The `+` keeps SQLite on the index that is already in the order of ids. */
function open() {
  return and(
    eq(outbox.state, 'queued'),
    sql`+${outbox.notBefore} <= ${sql.placeholder('now')}`,
    sql`${outbox.chatId} not in (select value from json_each(${sql.placeholder('shut')}))`,
  )
}

function later() {
  return and(eq(outbox.state, 'queued'), sql`${outbox.notBefore} > ${sql.placeholder('now')}`)
}
