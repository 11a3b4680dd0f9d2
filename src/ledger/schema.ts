// Ledger entries: numbered per branch and year, pointing at what they are about. No names.

import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { branchColumn } from '../organisation/schema.ts'
import { instant, rowId } from '../platform/store/columns.ts'
import { ledgerSources } from './rules.ts'

export const ledgerEntries = sqliteTable(
  'ledger_entries',
  {
    id: rowId(),
    branchId: branchColumn(),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    source: text('source', { enum: ledgerSources }).notNull(),
    sourceId: integer('source_id').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [
    uniqueIndex('ledger_entries_number').on(table.branchId, table.year, table.number),
    uniqueIndex('ledger_entries_source').on(table.source, table.sourceId),
  ],
)
