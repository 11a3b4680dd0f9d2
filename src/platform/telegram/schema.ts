// What the Telegram door remembers: updates seen, updates that failed, open forms, granting links.

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AccountId } from '../../kernel/ids.ts'
import { instant, reference } from '../store/columns.ts'

export const seenUpdates = sqliteTable('seen_updates', {
  updateId: integer('update_id').primaryKey(),
  seenAt: instant('seen_at').notNull(),
})

/** Updates whose handler threw; kept whole so that nothing a person did is lost. */
export const deadUpdates = sqliteTable('dead_updates', {
  updateId: integer('update_id').primaryKey(),
  /** The number the presser was told. */
  faultId: text('fault_id').notNull(),
  raw: text('raw', { mode: 'json' }).notNull(),
  diedAt: instant('died_at').notNull(),
})

/** Many-step input of one person; the next private message continues it. */
export const forms = sqliteTable('forms', {
  accountId: reference<AccountId>('account_id').primaryKey(),
  flow: text('flow').notNull(),
  data: text('data', { mode: 'json' }).notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** Links that grant something: a random nonce, its meaning kept here. */
export const links = sqliteTable('links', {
  nonce: text('nonce').primaryKey(),
  kind: text('kind').notNull(),
  objectId: integer('object_id').notNull(),
  expiresAt: instant('expires_at').notNull(),
})
