// After a crash: what was on its way when the process ended.

import { eq } from 'drizzle-orm'
import type { Work } from '../store/work.ts'
import { finish, requeue } from './marks.ts'
import { type RecordParts, tell } from './record.ts'
import { outbox } from './schema.ts'

/** Queues again what may arrive twice; of the rest nobody knows whether it arrived. */
export function recoverOutbox(w: Work, { log, hooks }: RecordParts): void {
  const lost = w.tx.select().from(outbox).where(eq(outbox.state, 'sending')).all()
  for (const row of lost) {
    if (row.kind === 'repeatable') {
      requeue(w, row, {})
      continue
    }
    log.warn({ letter: row.id, branch: row.branchId }, 'a letter perhaps left before a restart')
    finish(w, row, { state: 'uncertain', error: 'restart' })
    tell({ w, log }, 'onUncertain', () => hooks.onUncertain(w, row))
  }
}
