// Who claimed lately, over all branches.

import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { prepared } from '../../platform/store/prepared.ts'
import type { Work } from '../../platform/store/work.ts'
import { accounts, memberships } from '../schema.ts'

export interface ClaimMade {
  branch: OrganisationId
  person: PersonId
  at: Date
}

const claimRows = prepared((database) => {
  const then = and(
    gt(accounts.linkedAt, sql.placeholder('fromMs')),
    lte(accounts.linkedAt, sql.placeholder('toMs')),
  )
  return database
    .select({
      branch: memberships.branchId,
      person: memberships.personId,
      at: accounts.linkedAt,
    })
    .from(accounts)
    .innerJoin(memberships, eq(memberships.personId, accounts.personId))
    .where(and(then, isNull(memberships.leftOn)))
    .prepare()
})

/** The claims of (from, to] by those still on a roster. */
export function claimsBetween(w: Work, from: Date, to: Date): ClaimMade[] {
  return claimRows(w)
    .all({ fromMs: from.getTime(), toMs: to.getTime() })
    .map(({ branch, person, at }) => ({ branch, person, at: at ?? w.now }))
}
