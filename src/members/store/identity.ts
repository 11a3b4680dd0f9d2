// What `identify` needs to know of a person, in two small queries; overseers take a third.

import { and, eq, gt, gte, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Office } from '../../kernel/roles.ts'
import { dayOn } from '../../kernel/time.ts'
import { organisations } from '../../organisation/schema.ts'
import { prepared } from '../../platform/store/prepared.ts'
import type { Work } from '../../platform/store/work.ts'
import { memberships, officePeriods } from '../schema.ts'

const membershipRows = prepared((database) =>
  database
    .select({
      branch: memberships.branchId,
      joinedOn: memberships.joinedOn,
      leftOn: memberships.leftOn,
      zone: organisations.timeZone,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.branchId))
    .where(eq(memberships.personId, sql.placeholder('person')))
    .prepare(),
)

const officeRows = prepared((database) => {
  const nowMs = sql.placeholder('nowMs')
  const notOver = or(isNull(officePeriods.untilAt), gt(officePeriods.untilAt, nowMs))
  const ofPerson = eq(officePeriods.personId, sql.placeholder('person'))
  return database
    .select({ branch: officePeriods.branchId, office: officePeriods.office })
    .from(officePeriods)
    .where(and(ofPerson, lte(officePeriods.fromAt, nowMs), notOver))
    .prepare()
})

/** The branches whose roster a person is on today. */
export function branchesOf(w: Work, person: PersonId): OrganisationId[] {
  return membershipRows(w)
    .all({ person })
    .filter(({ joinedOn, leftOn, zone }) => {
      const today = dayOn(w.now, zone)
      return joinedOn <= today && (leftOn === null || today < leftOn)
    })
    .map(({ branch }) => branch)
}

/** The offices a person holds now, by branch or, for an overseer, by organisation. */
export function officesOf(w: Work, person: PersonId): Map<OrganisationId, Office[]> {
  const rows = officeRows(w).all({ person, nowMs: w.now.getTime() })
  const held = new Map<OrganisationId, Office[]>()
  for (const { branch, office } of rows) held.set(branch, [...(held.get(branch) ?? []), office])
  return held
}

const below = alias(organisations, 'below')

const branchRows = prepared((database) => {
  // Paths are digits and slashes, which all sort before a letter.
  const inside = and(
    gte(below.path, organisations.path),
    lt(below.path, sql`${organisations.path} || 'a'`),
  )
  return database
    .select({ branch: below.id })
    .from(organisations)
    .innerJoin(below, and(eq(below.kind, 'branch'), inside))
    .where(eq(organisations.id, sql.placeholder('organisation')))
    .prepare()
})

/** Every branch below an organisation, however deep; of a branch itself. */
export function branchesUnder(w: Work, organisation: OrganisationId): OrganisationId[] {
  return branchRows(w)
    .all({ organisation })
    .map(({ branch }) => branch)
}
