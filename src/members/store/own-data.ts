// Everything the members' tables hold of one person, over all branches.

import { asc, eq } from 'drizzle-orm'
import type { AccountId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Office } from '../../kernel/roles.ts'
import type { Day } from '../../kernel/time.ts'
import type { Work } from '../../platform/store/work.ts'
import type { ExemptionKind, MembershipKind, Standing } from '../rules.ts'
import {
  accounts,
  exemptions,
  memberships,
  officePeriods,
  partyGroupPeriods,
  partyGroups,
  people,
  standingPeriods,
} from '../schema.ts'

interface Dated {
  branch: OrganisationId
  fromOn: Day
  untilOn?: Day
}

export interface Kept {
  name: string
  phoneTail?: string
  createdAt: Date
  account?: {
    id: AccountId
    linkedAt?: Date
    consentVersion?: number
    consentedAt?: Date
  }
}

/** The person and their account. */
export function keptOf(w: Work, person: PersonId): Kept | undefined {
  const row = w.tx
    .select()
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(eq(people.id, person))
    .get()
  if (!row) return undefined
  const { name, phoneTail, createdAt } = row.people
  return {
    name,
    createdAt,
    ...(phoneTail !== null && { phoneTail }),
    ...(row.accounts && { account: accountFrom(row.accounts) }),
  }
}

export function membershipsKept(w: Work, person: PersonId): (Dated & { kind: MembershipKind })[] {
  return w.tx
    .select()
    .from(memberships)
    .where(eq(memberships.personId, person))
    .orderBy(asc(memberships.joinedOn), asc(memberships.id))
    .all()
    .map(({ branchId, kind, joinedOn, leftOn }) => dated(branchId, joinedOn, leftOn, { kind }))
}

export function standingsKept(w: Work, person: PersonId): (Dated & { standing: Standing })[] {
  return w.tx
    .select()
    .from(standingPeriods)
    .where(eq(standingPeriods.personId, person))
    .orderBy(asc(standingPeriods.fromOn), asc(standingPeriods.id))
    .all()
    .map(({ branchId, standing, fromOn }) => dated(branchId, fromOn, null, { standing }))
}

export function partyGroupsKept(w: Work, person: PersonId): (Dated & { group?: string })[] {
  return w.tx
    .select({
      branchId: partyGroupPeriods.branchId,
      fromOn: partyGroupPeriods.fromOn,
      group: partyGroups.name,
    })
    .from(partyGroupPeriods)
    .leftJoin(partyGroups, eq(partyGroups.id, partyGroupPeriods.partyGroupId))
    .where(eq(partyGroupPeriods.personId, person))
    .orderBy(asc(partyGroupPeriods.fromOn), asc(partyGroupPeriods.id))
    .all()
    .map(({ branchId, fromOn, group }) => dated(branchId, fromOn, null, group ? { group } : {}))
}

export interface OfficeKept {
  branch: OrganisationId
  office: Office
  fromAt: Date
  untilAt?: Date
}

export function officesKept(w: Work, person: PersonId): OfficeKept[] {
  return w.tx
    .select()
    .from(officePeriods)
    .where(eq(officePeriods.personId, person))
    .orderBy(asc(officePeriods.fromAt), asc(officePeriods.id))
    .all()
    .map(({ branchId, office, fromAt, untilAt }) => ({
      branch: branchId,
      office,
      fromAt,
      ...(untilAt !== null && { untilAt }),
    }))
}

/** Also those that were taken back. */
export function exemptionsKept(
  w: Work,
  person: PersonId,
): (Dated & { kind: ExemptionKind; note?: string })[] {
  return w.tx
    .select()
    .from(exemptions)
    .where(eq(exemptions.personId, person))
    .orderBy(asc(exemptions.fromOn), asc(exemptions.id))
    .all()
    .map(({ branchId, kind, fromOn, untilOn, note }) =>
      dated(branchId, fromOn, untilOn, { kind, ...(note !== null && { note }) }),
    )
}

function dated<More>(branch: OrganisationId, fromOn: Day, untilOn: Day | null, more: More) {
  return { branch, fromOn, ...(untilOn !== null && { untilOn }), ...more }
}

function accountFrom(row: typeof accounts.$inferSelect) {
  const { id, linkedAt, consentVersion, consentedAt } = row
  return {
    id,
    ...(linkedAt !== null && { linkedAt }),
    ...(consentVersion !== null && { consentVersion }),
    ...(consentedAt !== null && { consentedAt }),
  }
}
