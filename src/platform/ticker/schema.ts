// What the clock has already done, and what it will try again.

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../store/columns.ts'

export const jobRuns = sqliteTable('job_runs', {
  /** What and for which instant, e.g. `remind:session:42:dayBefore`. */
  key: text('key').primaryKey(),
  tries: integer('tries').notNull(),
  doneAt: instant('done_at'),
  /** Set while it failed and will be tried again. */
  nextTryAt: instant('next_try_at'),
})
