// Party groups of a branch, and who is in which by date: a row for each change, none overwritten.

import { and, asc, eq, gt, isNull, lte, max, or, sql } from 'drizzle-orm'
import type { OrganisationId, PartyGroupId, PersonId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import { prepared } from '../../platform/store/prepared.ts'
import type { Work } from '../../platform/store/work.ts'
import { officePeriods, partyGroupPeriods, partyGroups, people } from '../schema.ts'

export interface PartyGroup {
  id: PartyGroupId
  name: string
}

const groupRows = prepared((database) =>
  database
    .select({
      person: partyGroupPeriods.personId,
      id: partyGroups.id,
      name: partyGroups.name,
    })
    .from(partyGroupPeriods)
    .leftJoin(partyGroups, eq(partyGroups.id, partyGroupPeriods.partyGroupId))
    .where(
      and(
        eq(partyGroupPeriods.branchId, sql.placeholder('branch')),
        lte(partyGroupPeriods.fromOn, sql.placeholder('day')),
      ),
    )
    .orderBy(asc(partyGroupPeriods.fromOn), asc(partyGroupPeriods.id))
    .prepare(),
)

/** Each person's party group that day; who is in none may be missing. */
export function partyGroupsOn(
  w: Work,
  branch: OrganisationId,
  day: Day,
): Map<PersonId, PartyGroup | undefined> {
  const rows = groupRows(w).all({ branch, day })
  return new Map(
    rows.map(({ person, id, name }) => [
      person,
      id === null || name === null ? undefined : { id, name },
    ]),
  )
}

/** The party groups of a branch in the order of the paper roster. */
export function partyGroupsOf(w: Work, branch: OrganisationId): PartyGroup[] {
  return w.tx
    .select({ id: partyGroups.id, name: partyGroups.name })
    .from(partyGroups)
    .where(eq(partyGroups.branchId, branch))
    .orderBy(asc(partyGroups.position), asc(partyGroups.id))
    .all()
}

/** Makes a party group at the end of the list. */
export function savePartyGroup(w: Work, branch: OrganisationId, name: string): PartyGroupId {
  const last = w.tx
    .select({ position: max(partyGroups.position) })
    .from(partyGroups)
    .where(eq(partyGroups.branchId, branch))
    .get()
  return w.tx
    .insert(partyGroups)
    .values({ branchId: branch, name, position: (last?.position ?? 0) + 1 })
    .returning({ id: partyGroups.id })
    .get().id
}

export function renamePartyGroup(w: Work, id: PartyGroupId, name: string): void {
  w.tx.update(partyGroups).set({ name }).where(eq(partyGroups.id, id)).run()
}

export interface NewPartyGroup {
  branch: OrganisationId
  person: PersonId
  /** The name of the group, made if there is none; undefined: in none from that day on. */
  partyGroup: string | undefined
  fromOn: Day
}

/** Counts from that day until the next change; gives the row, by which it is taken back. */
export function setPartyGroup(w: Work, change: NewPartyGroup): number {
  const { branch, person, partyGroup, fromOn } = change
  const partyGroupId = partyGroup === undefined ? null : named(w, branch, partyGroup)
  return w.tx
    .insert(partyGroupPeriods)
    .values({ branchId: branch, personId: person, partyGroupId, fromOn })
    .returning({ id: partyGroupPeriods.id })
    .get().id
}

/** Takes one change back; false when it is not theirs. */
export function dropPartyGroup(
  w: Work,
  { branch, person }: Pick<NewPartyGroup, 'branch' | 'person'>,
  id: number,
): boolean {
  const ofPerson = and(
    eq(partyGroupPeriods.branchId, branch),
    eq(partyGroupPeriods.personId, person),
  )
  const row = and(ofPerson, eq(partyGroupPeriods.id, id))
  return w.tx.delete(partyGroupPeriods).where(row).run().changes > 0
}

/** Who leads which party group now. */
export function leadersNow(w: Work, branch: OrganisationId): Map<PartyGroupId, string> {
  const begun = lte(officePeriods.fromAt, w.now)
  const notOver = or(isNull(officePeriods.untilAt), gt(officePeriods.untilAt, w.now))
  const leads = and(eq(officePeriods.branchId, branch), eq(officePeriods.office, 'groupLeader'))
  const rows = w.tx
    .select({ group: officePeriods.partyGroupId, name: people.name })
    .from(officePeriods)
    .innerJoin(people, eq(people.id, officePeriods.personId))
    .where(and(leads, begun, notOver))
    .orderBy(asc(officePeriods.id))
    .all()
  return new Map(rows.flatMap(({ group, name }) => (group === null ? [] : [[group, name]])))
}

function named(w: Work, branch: OrganisationId, name: string): PartyGroupId {
  const known = partyGroupsOf(w, branch).find((group) => group.name === name)
  return known?.id ?? savePartyGroup(w, branch, name)
}
