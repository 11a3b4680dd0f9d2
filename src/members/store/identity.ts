// What `identify` needs to know of a person, in two small queries.

import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Office } from '../../kernel/roles.ts'
import { dayOn } from '../../kernel/time.ts'
import { organisations } from '../../organisation/schema.ts'
import type { Work } from '../../platform/store/work.ts'
import { memberships, officePeriods } from '../schema.ts'

/** The branches whose roster a person is on today. */
export function branchesOf(w: Work, person: PersonId): OrganisationId[] {
  return w.tx
    .select({
      branch: memberships.branchId,
      joinedOn: memberships.joinedOn,
      leftOn: memberships.leftOn,
      zone: organisations.timeZone,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.branchId))
    .where(eq(memberships.personId, person))
    .all()
    .filter(({ joinedOn, leftOn, zone }) => {
      const today = dayOn(w.now, zone)
      return joinedOn <= today && (leftOn === null || today < leftOn)
    })
    .map(({ branch }) => branch)
}

/** The offices a person holds now, by branch. */
export function officesOf(w: Work, person: PersonId): Map<OrganisationId, Office[]> {
  const notOver = or(isNull(officePeriods.untilAt), gt(officePeriods.untilAt, w.now))
  const rows = w.tx
    .select({ branch: officePeriods.branchId, office: officePeriods.office })
    .from(officePeriods)
    .where(and(eq(officePeriods.personId, person), lte(officePeriods.fromAt, w.now), notOver))
    .all()
  const held = new Map<OrganisationId, Office[]>()
  for (const { branch, office } of rows) held.set(branch, [...(held.get(branch) ?? []), office])
  return held
}
