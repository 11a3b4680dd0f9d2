// The only way to say something new: a row in the same transaction as the change it tells of.

import { and, eq, gte, inArray, isNotNull, sql } from 'drizzle-orm'
import type { ChatId, OrganisationId } from '../../kernel/ids.ts'
import type { DocumentMessage, Message } from '../../kernel/message.ts'
import { prepared } from '../store/prepared.ts'
import type { Work } from '../store/work.ts'
import { type lanes, outbox, type Payload, slots } from './schema.ts'

export interface Letter {
  chat: ChatId
  thread?: number
  branch?: OrganisationId
  message: Message | DocumentMessage
  /** `answer` for somebody who just acted, `bulk` (default) for everything else. */
  lane?: Exclude<(typeof lanes)[number], 'card'>
  /** `once`: after a crash it is rather shown to the secretary as uncertain than sent twice. */
  kind?: 'repeatable' | 'once'
  /** At most one unsent letter has this key; a second one is dropped. */
  key?: string
  /** Gives the sent message a name in its chat, for `refresh`. */
  slot?: string
  /** What it is about, for `cancelLetters`. */
  about?: string
  notBefore?: Date
  /** After this instant it is not sent any more. */
  expiresAt?: Date
}

const letterRow = prepared((database) =>
  database
    .insert(outbox)
    .values({
      branchId: sql.placeholder('branch'),
      chatId: sql.placeholder('chat'),
      threadId: sql.placeholder('thread'),
      lane: sql.placeholder('lane'),
      kind: sql.placeholder('kind'),
      key: sql.placeholder('key'),
      slot: sql.placeholder('slot'),
      about: sql.placeholder('about'),
      payload: sql.placeholder('payload'),
      state: 'queued',
      createdAt: sql.placeholder('createdAt'),
      notBefore: sql.placeholder('notBefore'),
      // Bare, because drizzle would turn an absent instant into an error.
      expiresAt: sql`${sql.placeholder('expiresAtMs')}`,
    })
    .onConflictDoNothing()
    .prepare(),
)

/** Puts a letter in the outbox; it is sent after the commit. */
export function enqueue(w: Work, letter: Letter): void {
  letterRow(w).run({
    branch: letter.branch ?? null,
    chat: letter.chat,
    thread: letter.thread ?? null,
    lane: letter.lane ?? 'bulk',
    kind: letter.kind ?? 'repeatable',
    key: letter.key ?? null,
    slot: letter.slot ?? null,
    about: letter.about ?? null,
    payload: payloadOf(letter.message),
    createdAt: w.now,
    notBefore: letter.notBefore ?? w.now,
    expiresAtMs: letter.expiresAt?.getTime() ?? null,
  })
}

export interface Refresh {
  chat: ChatId
  branch?: OrganisationId
  slot: string
  message: Message
}

/** Gives a slot's message a new content; what still waits to be sent is replaced. */
export function refresh(w: Work, { chat, branch, slot, message }: Refresh): void {
  const key = `edit:${chat}:${slot}`
  const payload: Payload = { method: 'edit', message }
  const waiting = and(eq(outbox.key, key), eq(outbox.state, 'queued'))
  const replaced = w.tx.update(outbox).set({ payload }).where(waiting).run()
  if (replaced.changes > 0) return
  w.tx
    .insert(outbox)
    .values({
      branchId: branch,
      chatId: chat,
      lane: 'card',
      kind: 'repeatable',
      key,
      slot,
      payload,
      state: 'queued',
      createdAt: w.now,
      notBefore: w.now,
    })
    .run()
}

/** The same for a message known only by its number: the one whose button was pressed. */
export function refreshPressed(w: Work, chat: ChatId, messageId: number, message: Message): void {
  const slot = `pressed:${messageId}`
  w.tx
    .insert(slots)
    .values({ chatId: chat, slot, messageId, digest: '' })
    .onConflictDoNothing()
    .run()
  refresh(w, { chat, slot, message })
}

/** Takes back everything about a cause that was not sent yet; says how many letters. */
export function cancelLetters(w: Work, about: string): number {
  return w.tx
    .update(outbox)
    .set({ state: 'cancelled', finishedAt: w.now })
    .where(and(eq(outbox.about, about), inArray(outbox.state, ['queued', 'sending'])))
    .run().changes
}

/** Takes back everything that waits for a chat: whoever reads there is somebody else now. */
export function cancelLettersTo(w: Work, chat: ChatId): void {
  w.tx
    .update(outbox)
    .set({ state: 'cancelled', finishedAt: w.now })
    .where(and(eq(outbox.chatId, chat), inArray(outbox.state, ['queued', 'sending'])))
    .run()
}

export interface NoneOfTheirs {
  chat: ChatId
  branch: OrganisationId
  /** What may leave before this instant still leaves. */
  from: Date
}

/** Takes back what a branch would say to a chat about a cause: whoever reads there is not concerned any more. */
export function cancelReminders(w: Work, { chat, branch, from }: NoneOfTheirs): void {
  const theirs = and(eq(outbox.chatId, chat), eq(outbox.branchId, branch), isNotNull(outbox.about))
  const waiting = and(inArray(outbox.state, ['queued', 'sending']), gte(outbox.notBefore, from))
  w.tx
    .update(outbox)
    .set({ state: 'cancelled', finishedAt: w.now })
    .where(and(theirs, waiting))
    .run()
}

/** Sends what is held under `key` now; false when it has left already. */
export function releaseLetter(w: Work, key: string): boolean {
  const waiting = and(eq(outbox.key, key), eq(outbox.state, 'queued'))
  return w.tx.update(outbox).set({ notBefore: w.now }).where(waiting).run().changes > 0
}

/** Takes back what is held under `key`; false when it has left already. */
export function withdrawLetter(w: Work, key: string): boolean {
  return (
    w.tx
      .update(outbox)
      .set({ state: 'cancelled', finishedAt: w.now })
      .where(and(eq(outbox.key, key), eq(outbox.state, 'queued')))
      .run().changes > 0
  )
}

/** Whether the letter under `key` is being sent at this moment: it can be changed, not taken back. */
export function isLeaving(w: Work, key: string): boolean {
  const leaving = and(eq(outbox.key, key), eq(outbox.state, 'sending'))
  return w.tx.select({ id: outbox.id }).from(outbox).where(leaving).get() !== undefined
}

function payloadOf(message: Message | DocumentMessage): Payload {
  return 'document' in message ? { method: 'document', message } : { method: 'send', message }
}
