// Who holds which office of a branch from when until when; a row ends, none is overwritten.

import { and, asc, desc, eq, gt, isNull, lt, lte, ne, or, type SQL } from 'drizzle-orm'
import type { OrganisationId, PartyGroupId, PersonId } from '../../kernel/ids.ts'
import { type Office, offices } from '../../kernel/roles.ts'
import type { Work } from '../../platform/store/work.ts'
import { officePeriods, partyGroups, people } from '../schema.ts'
import type { PartyGroup } from './party-groups.ts'

export interface Holding {
  branch: OrganisationId
  person: PersonId
  office: Office
  /** Which one, of a leader. */
  partyGroup?: PartyGroupId
}

export interface OfficePeriod extends Omit<Holding, 'partyGroup'> {
  id: number
  name: string
  partyGroup?: PartyGroup
  fromAt: Date
  /** The first instant it is over. */
  untilAt?: Date
}

/** Begins an office, now unless said otherwise. */
export function saveOffice(w: Work, holding: Holding, by: PersonId, fromAt: Date = w.now): void {
  const { branch: branchId, person: personId, office, partyGroup: partyGroupId } = holding
  w.tx
    .insert(officePeriods)
    .values({ branchId, personId, office, partyGroupId, fromAt, appointedBy: by })
    .run()
}

/** Ends an office; at its own beginning: as if it had never been. */
export function endPeriod(w: Work, id: number, untilAt: Date): void {
  w.tx.update(officePeriods).set({ untilAt }).where(eq(officePeriods.id, id)).run()
}

export function officePeriod(w: Work, id: number): OfficePeriod | undefined {
  return periods(w, eq(officePeriods.id, id))[0]
}

/** The offices held now and those that will begin, in the order of offices. */
export function officesNowAndLater(w: Work, branch: OrganisationId): OfficePeriod[] {
  const all = periods(w, and(eq(officePeriods.branchId, branch), goesOnAfter(w.now)))
  return all
    .filter(({ fromAt, untilAt }) => untilAt === undefined || untilAt > fromAt)
    .sort((one, other) => offices.indexOf(one.office) - offices.indexOf(other.office))
}

/** Those who are secretary at that instant. */
export function secretariesAt(w: Work, branch: OrganisationId, at: Date): OfficePeriod[] {
  return periods(w, and(ofSecretary(branch), lte(officePeriods.fromAt, at), goesOnAfter(at)))
}

/** All branches that somebody leads now. */
export function secretaryshipsOf(w: Work, person: PersonId): OfficePeriod[] {
  const theirs = and(eq(officePeriods.personId, person), eq(officePeriods.office, 'secretary'))
  return periods(w, and(theirs, lte(officePeriods.fromAt, w.now), goesOnAfter(w.now)))
}

/** Whoever will be secretary on a day to come. */
export function comingSecretary(w: Work, branch: OrganisationId): OfficePeriod | undefined {
  return officesNowAndLater(w, branch).find(
    ({ office, fromAt }) => office === 'secretary' && fromAt > w.now,
  )
}

/** Lets whoever was to go on that day be secretary after all. */
export function keepSecretaries(w: Work, branch: OrganisationId, untilAt: Date): void {
  w.tx
    .update(officePeriods)
    .set({ untilAt: null })
    .where(and(ofSecretary(branch), eq(officePeriods.untilAt, untilAt), wasHeld))
    .run()
}

/** Whoever was made secretary last, also when that is over. */
export function latestSecretary(w: Work, branch: OrganisationId): OfficePeriod | undefined {
  const begun = and(ofSecretary(branch), lte(officePeriods.fromAt, w.now))
  const row = w.tx
    .select({ id: officePeriods.id })
    .from(officePeriods)
    .where(begun)
    .orderBy(desc(officePeriods.fromAt), desc(officePeriods.id))
    .limit(1)
    .get()
  return row && officePeriod(w, row.id)
}

/** Whether somebody else was secretary before. */
export function wasLedBefore(w: Work, branch: OrganisationId, person: PersonId): boolean {
  const others = and(ofSecretary(branch), ne(officePeriods.personId, person), wasHeld)
  const row = w.tx.select({ id: officePeriods.id }).from(officePeriods).where(others).get()
  return row !== undefined
}

/** Not taken back before it began. */
const wasHeld = lt(officePeriods.fromAt, officePeriods.untilAt)

function ofSecretary(branch: OrganisationId) {
  return and(eq(officePeriods.branchId, branch), eq(officePeriods.office, 'secretary'))
}

function goesOnAfter(at: Date) {
  return or(isNull(officePeriods.untilAt), gt(officePeriods.untilAt, at))
}

function periods(w: Work, where: SQL | undefined): OfficePeriod[] {
  return w.tx
    .select()
    .from(officePeriods)
    .innerJoin(people, eq(people.id, officePeriods.personId))
    .leftJoin(partyGroups, eq(partyGroups.id, officePeriods.partyGroupId))
    .where(where)
    .orderBy(asc(officePeriods.fromAt), asc(officePeriods.id))
    .all()
    .map(({ office_periods: row, people: { name }, party_groups: group }) => ({
      id: row.id,
      branch: row.branchId,
      person: row.personId,
      name,
      office: row.office,
      fromAt: row.fromAt,
      ...(row.untilAt !== null && { untilAt: row.untilAt }),
      ...(group && { partyGroup: { id: group.id, name: group.name } }),
    }))
}
