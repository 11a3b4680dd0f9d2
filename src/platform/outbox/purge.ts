// Forgets what was sent long ago.

import { lt } from 'drizzle-orm'
import type { Work } from '../store/work.ts'
import { freezes, outbox } from './schema.ts'

const keptDays = 90
const dayMs = 24 * 60 * 60 * 1_000

/** Deletes letters finished more than 90 days ago, and freezes that are over. */
export function purgeOutbox(w: Work): void {
  const before = new Date(w.now.getTime() - keptDays * dayMs)
  w.tx.delete(outbox).where(lt(outbox.finishedAt, before)).run()
  w.tx.delete(freezes).where(lt(freezes.until, w.now)).run()
}
