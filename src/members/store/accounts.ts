// Chat accounts: whose they are, whether we may write to them, what they asked for last.

import { eq, sql } from 'drizzle-orm'
import type { AccountId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import { prepared } from '../../platform/store/prepared.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Reach } from '../rules.ts'
import { accounts } from '../schema.ts'

export interface Account {
  id: AccountId
  person?: PersonId
  reach: Reach
  lastBranch?: OrganisationId
  misses: number
  pausedUntil?: Date
  helpAskedAt?: Date
}

const accountRow = prepared((database) =>
  database
    .select()
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder('id')))
    .prepare(),
)

export function accountById(w: Work, id: AccountId): Account | undefined {
  return accountFrom(accountRow(w).get({ id }))
}

export function accountOf(w: Work, person: PersonId): Account | undefined {
  return accountFrom(w.tx.select().from(accounts).where(eq(accounts.personId, person)).get())
}

/** Makes an account known that is talking to us in private. */
export function meetAccount(w: Work, id: AccountId): void {
  w.tx
    .insert(accounts)
    .values({ id, reach: 'reachable', reachChangedAt: w.now })
    .onConflictDoNothing()
    .run()
}

type Changes = Partial<Omit<typeof accounts.$inferInsert, 'id'>>

/** Changes a known account; nothing happens to one we do not know. */
export function changeAccount(w: Work, id: AccountId, changes: Changes): void {
  w.tx.update(accounts).set(changes).where(eq(accounts.id, id)).run()
}

function accountFrom(row: typeof accounts.$inferSelect | undefined): Account | undefined {
  return (
    row && {
      id: row.id,
      reach: row.reach,
      misses: row.claimMisses,
      ...(row.personId !== null && { person: row.personId }),
      ...(row.lastBranchId !== null && { lastBranch: row.lastBranchId }),
      ...(row.claimPausedUntil !== null && { pausedUntil: row.claimPausedUntil }),
      ...(row.helpAskedAt !== null && { helpAskedAt: row.helpAskedAt }),
    }
  )
}
