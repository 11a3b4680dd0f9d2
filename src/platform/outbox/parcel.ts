// A letter about to leave: marked if it must be, finished here if it need not leave any more.

import { eq } from 'drizzle-orm'
import type { Work } from '../store/work.ts'
import type { DueLetter, OutboxRow } from './claim.ts'
import { digestOf } from './digest.ts'
import { outbox } from './schema.ts'

/** A claimed letter; `target` is the message that an edit changes. */
export interface Parcel {
  row: OutboxRow
  target: number | undefined
}

/** Makes a parcel of a due letter; undefined when it is too late, without aim, or said already. */
export function posted(w: Work, letter: DueLetter): Parcel | undefined {
  const { row, target } = letter
  const end = endUnsent(w.now, letter)
  if (end) mark(w, row, { state: end, finishedAt: w.now })
  // What must not be sent twice, and what others may take back or replace until it leaves.
  else if (row.kind === 'once' || row.key !== null) mark(w, row, { state: 'sending' })
  return end ? undefined : { row, target: target ?? undefined }
}

function endUnsent(now: Date, { row, target, digest }: DueLetter): OutboxRow['state'] | undefined {
  if (row.expiresAt && row.expiresAt <= now) return 'expired'
  if (row.payload.method !== 'edit') return undefined
  if (target === null) return 'cancelled'
  return digest === digestOf(row.payload.message) ? 'sent' : undefined
}

function mark(w: Work, row: OutboxRow, changes: Partial<OutboxRow>): void {
  w.tx.update(outbox).set(changes).where(eq(outbox.id, row.id)).run()
}
