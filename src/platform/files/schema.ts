// Tables that somebody sent and that wait to be fetched and read.

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AccountId } from '../../kernel/ids.ts'
import { instant, reference, rowId } from '../store/columns.ts'

export const fileReads = sqliteTable(
  'file_reads',
  {
    id: rowId(),
    accountId: reference<AccountId>('account_id').notNull(),
    /** Which slice's `reads` gets it. */
    purpose: text('purpose').notNull(),
    /** The id of what it was sent for, known to that slice. */
    about: integer('about').notNull(),
    fileId: text('file_id').notNull(),
    fileName: text('file_name').notNull(),
    askedAt: instant('asked_at').notNull(),
    tries: integer('tries').notNull().default(0),
    nextTryAt: instant('next_try_at').notNull(),
  },
  (table) => [index('file_reads_next_try').on(table.nextTryAt)],
)
