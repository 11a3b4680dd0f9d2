// Study reflections: every version is kept, the last one that is not withdrawn counts. And drafts.

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { personColumn } from '../members/schema.ts'
import { branchColumn } from '../organisation/schema.ts'
import { flag, instant, rowId } from '../platform/store/columns.ts'
import { type Part, reflectionForms } from './rules.ts'

export const reflections = sqliteTable(
  'reflections',
  {
    id: rowId(),
    branchId: branchColumn(),
    personId: personColumn(),
    month: text('month').notNull(),
    form: text('form', { enum: reflectionForms }).notNull(),
    /** What was written; for files, their captions. */
    text: text('text').notNull(),
    /** Documents, photos and voice messages, by Telegram's ids. */
    files: text('files', { mode: 'json' }).$type<Part[]>().notNull(),
    submittedAt: instant('submitted_at').notNull(),
    /** After the last workday of the month: 补交. */
    late: flag('late').notNull(),
    version: integer('version').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [index('reflections_month').on(table.branchId, table.month, table.personId)],
)

/** What somebody has sent so far and not handed in. */
export const reflectionDrafts = sqliteTable(
  'reflection_drafts',
  {
    branchId: branchColumn(),
    personId: personColumn(),
    month: text('month').notNull(),
    parts: text('parts', { mode: 'json' }).$type<Part[]>().notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.branchId, table.personId, table.month] })],
)
