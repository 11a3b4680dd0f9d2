// What is to be said, what was said, where Telegram asked us to wait.

import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ChatId, OrganisationId } from '../../kernel/ids.ts'
import type { DocumentMessage, Message } from '../../kernel/message.ts'
import { instant, reference, rowId } from '../store/columns.ts'

export const lanes = ['answer', 'bulk', 'card'] as const
export const kinds = ['repeatable', 'once'] as const
export const outboxStates = [
  'queued',
  'sending',
  'sent',
  'uncertain',
  'failed',
  'expired',
  'cancelled',
] as const

/** What a row carries: a new message, a new document, or a new content for a slot's message. */
export type Payload =
  | { method: 'send'; message: Message }
  | { method: 'edit'; message: Message }
  | { method: 'document'; message: DocumentMessage }

export const outbox = sqliteTable(
  'outbox',
  {
    id: rowId(),
    branchId: reference<OrganisationId>('branch_id'),
    chatId: reference<ChatId>('chat_id').notNull(),
    threadId: integer('thread_id'),
    lane: text('lane', { enum: lanes }).notNull(),
    kind: text('kind', { enum: kinds }).notNull(),
    /** Unique among what is still to be sent. */
    key: text('key'),
    /** The place in the chat whose message this is, so that later edits find it. */
    slot: text('slot'),
    /** What this is about, e.g. `session:42`: cancelled together when the cause is gone. */
    about: text('about'),
    payload: text('payload', { mode: 'json' }).$type<Payload>().notNull(),
    state: text('state', { enum: outboxStates }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    notBefore: instant('not_before').notNull(),
    expiresAt: instant('expires_at'),
    finishedAt: instant('finished_at'),
    messageId: integer('message_id'),
    /** Telegram's error code and description: never text of ours. */
    error: text('error'),
  },
  (table) => [
    uniqueIndex('outbox_key_unsent').on(table.key).where(sql`state = 'queued'`),
    // A lane in the order of ids, and what becomes due next: the courier asks for both all the time.
    index('outbox_lane').on(table.state, table.lane, table.id),
    index('outbox_later').on(table.state, table.notBefore),
    index('outbox_chat').on(table.chatId, table.state),
    index('outbox_about').on(table.about),
  ],
)

export const slots = sqliteTable(
  'slots',
  {
    chatId: reference<ChatId>('chat_id').notNull(),
    slot: text('slot').notNull(),
    messageId: integer('message_id').notNull(),
    /** Of the content last sent: an equal one is not sent again. */
    digest: text('digest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.chatId, table.slot] })],
)

/** Where Telegram said 429: `chat` for one chat, 0 for all of the bulk lane. */
export const freezes = sqliteTable('freezes', {
  chatId: reference<ChatId>('chat_id').primaryKey(),
  until: instant('until').notNull(),
})
