// Branches that are in use and those that are retired, and when a still one was asked about.

import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Zone } from '../../kernel/time.ts'
import { prepared } from '../../platform/store/prepared.ts'
import type { Database, Work } from '../../platform/store/work.ts'
import { organisations } from '../schema.ts'

export interface BranchInUse {
  id: OrganisationId
  name: string
  zone: Zone
  createdAt: Date
  idleAskedAt?: Date
}

const retiredRow = prepared((database) =>
  database
    .select({ retiredAt: organisations.retiredAt })
    .from(organisations)
    .where(eq(organisations.id, sql.placeholder('id')))
    .prepare(),
)

/** Whether nothing is sent, asked or scheduled there any more. */
export function isRetired(w: Work, branch: OrganisationId): boolean {
  return (retiredRow(w).get({ id: branch })?.retiredAt ?? null) !== null
}

const inUseRows = prepared((database) =>
  database
    .select()
    .from(organisations)
    .where(and(eq(organisations.kind, 'branch'), isNull(organisations.retiredAt)))
    .orderBy(asc(organisations.id))
    .prepare(),
)

/** The branches the clock works for. */
export function branchesInUse(w: Work): BranchInUse[] {
  return inUseRows(w)
    .all()
    .map(({ id, name, timeZone, createdAt, idleAskedAt }) => ({
      id,
      name,
      zone: timeZone,
      createdAt,
      ...(idleAskedAt !== null && { idleAskedAt }),
    }))
}

/** Their ids, for other stores' conditions. */
export function idsInUse(database: Database) {
  return database
    .select({ id: organisations.id })
    .from(organisations)
    .where(isNull(organisations.retiredAt))
}

type Changes = Partial<Pick<typeof organisations.$inferInsert, 'retiredAt' | 'idleAskedAt'>>

export function changeBranch(w: Work, branch: OrganisationId, changes: Changes): void {
  w.tx.update(organisations).set(changes).where(eq(organisations.id, branch)).run()
}
