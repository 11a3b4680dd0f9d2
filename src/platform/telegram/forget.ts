// Forgets what the Telegram door remembers of an account.

import { eq, sql } from 'drizzle-orm'
import type { AccountId } from '../../kernel/ids.ts'
import { fileReads } from '../files/schema.ts'
import type { Work } from '../store/work.ts'
import { closeForm } from './form.ts'
import { deadUpdates } from './schema.ts'

/** Drops open forms, tables that wait to be read, and updates of theirs that failed. */
export function forgetVisits(w: Work, account: AccountId): void {
  closeForm(w, account)
  w.tx.delete(fileReads).where(eq(fileReads.accountId, account)).run()
  // An update names its sender one level down, whatever its kind.
  const sender = sql`select 1 from json_each(${deadUpdates.raw}) part
    where json_extract(part.value, '$.from.id') = ${account}`
  w.tx.delete(deadUpdates).where(sql`exists (${sender})`).run()
}
