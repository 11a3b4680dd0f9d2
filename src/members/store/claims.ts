// Who claimed lately, over all branches.

import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import { accounts, memberships } from '../schema.ts'

export interface ClaimMade {
  branch: OrganisationId
  person: PersonId
  at: Date
}

/** The claims of (from, to] by those still on a roster. */
export function claimsBetween(w: Work, from: Date, to: Date): ClaimMade[] {
  const then = and(gt(accounts.linkedAt, from), lte(accounts.linkedAt, to))
  return w.tx
    .select({
      branch: memberships.branchId,
      person: memberships.personId,
      at: accounts.linkedAt,
    })
    .from(accounts)
    .innerJoin(memberships, eq(memberships.personId, accounts.personId))
    .where(and(then, isNull(memberships.leftOn)))
    .all()
    .map(({ branch, person, at }) => ({ branch, person, at: at ?? w.now }))
}
