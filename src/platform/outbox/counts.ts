// How full the outbox is: for the metrics page.

import { count } from 'drizzle-orm'
import type { Work } from '../store/work.ts'
import { outbox } from './schema.ts'

/** Rows by state, e.g. `outbox_queued`. */
export function outboxCounts(w: Work): Record<string, number> {
  const rows = w.tx
    .select({ state: outbox.state, rows: count() })
    .from(outbox)
    .groupBy(outbox.state)
    .all()
  return Object.fromEntries(rows.map(({ state, rows: n }) => [`outbox_${state}`, n]))
}
