// The audit trail: every write by a person, in the same transaction as the write.

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant, rowId } from './columns.ts'

export const auditRows = sqliteTable(
  'audit',
  {
    id: rowId(),
    at: instant('at').notNull(),
    accountId: integer('account_id'),
    personId: integer('person_id'),
    branchId: integer('branch_id'),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (table) => [index('audit_branch_at').on(table.branchId, table.at)],
)
