// Ledger entries: numbered without gaps within a branch and year.

import { and, eq, max } from 'drizzle-orm'
import type { OrganisationId } from '../kernel/ids.ts'
import type { Work } from '../platform/store/work.ts'
import { ledgerEntries } from './schema.ts'

export interface Entry {
  branch: OrganisationId
  year: number
  source: 'session'
  sourceId: number
}

/** Writes an entry once per source; its number follows the last one of that year. */
export function saveEntry(w: Work, { branch, year, source, sourceId }: Entry): void {
  const last = w.tx
    .select({ number: max(ledgerEntries.number) })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.branchId, branch), eq(ledgerEntries.year, year)))
    .get()
  w.tx
    .insert(ledgerEntries)
    .values({
      branchId: branch,
      year,
      number: (last?.number ?? 0) + 1,
      source,
      sourceId,
      writtenAt: w.now,
    })
    .onConflictDoNothing({ target: [ledgerEntries.source, ledgerEntries.sourceId] })
    .run()
}
