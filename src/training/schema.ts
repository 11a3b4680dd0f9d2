// The monthly rule of a branch: a cron line with a zone, valid from when it was made.

import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PersonId, PlanId } from '../kernel/ids.ts'
import { branchColumn } from '../organisation/schema.ts'
import { instant, reference, rowId } from '../platform/store/columns.ts'

export const plans = sqliteTable(
  'plans',
  {
    id: rowId<PlanId>(),
    branchId: branchColumn(),
    cron: text('cron').notNull(),
    timeZone: text('time_zone').notNull(),
    place: text('place'),
    lengthMinutes: integer('length_minutes').notNull(),
    /** Nothing before this instant is ever filled in. */
    knownSince: instant('known_since').notNull(),
    endedAt: instant('ended_at'),
    createdBy: reference<PersonId>('created_by'),
  },
  (table) => [uniqueIndex('plans_current').on(table.branchId).where(sql`ended_at IS NULL`)],
)
