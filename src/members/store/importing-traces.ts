// The rows that place people in a branch: noted before and after an import, put back when it is undone.

import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { OrganisationId, PartyGroupId, PersonId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Trace } from '../rules/importing.ts'
import { memberships, partyGroupPeriods, partyGroups, people, standingPeriods } from '../schema.ts'

/** Everybody who is or was on the branch's roster. */
export function tracesOf(w: Work, branch: OrganisationId): Map<PersonId, Trace> {
  const places = byPerson(placeRows(w, branch))
  const standings = byPerson(standingRows(w, branch))
  const groups = byPerson(groupRows(w, branch))
  const tails = w.tx
    .selectDistinct({ person: people.id, phoneTail: people.phoneTail })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(memberships.branchId, branch))
    .all()
  return new Map(
    tails.map(({ person, phoneTail }) => [
      person,
      {
        phoneTail,
        places: places.get(person) ?? [],
        standings: standings.get(person) ?? [],
        partyGroups: groups.get(person) ?? [],
      },
    ]),
  )
}

/** Gives people back the digits, standings and party groups they had. */
export function restoreTrace(
  w: Work,
  { branch, person }: { branch: OrganisationId; person: PersonId },
  { phoneTail, standings, partyGroups: groups }: Trace,
): void {
  const whose = { branchId: branch, personId: person }
  w.tx.update(people).set({ phoneTail }).where(eq(people.id, person)).run()
  forgetPeriods(w, branch, [person])
  for (const row of standings)
    w.tx
      .insert(standingPeriods)
      .values({ ...row, ...whose })
      .run()
  for (const row of groups)
    w.tx
      .insert(partyGroupPeriods)
      .values({ ...row, ...whose })
      .run()
}

/** Forgets people of whom nothing is known but their place in this branch. */
export function forgetPeople(w: Work, branch: OrganisationId, persons: readonly PersonId[]): void {
  forgetPeriods(w, branch, persons)
  w.tx
    .delete(memberships)
    .where(inArray(memberships.personId, asList(persons)))
    .run()
  w.tx
    .delete(people)
    .where(inArray(people.id, asList(persons)))
    .run()
}

export function forgetPartyGroup(w: Work, id: PartyGroupId): void {
  w.tx.delete(partyGroups).where(eq(partyGroups.id, id)).run()
}

function forgetPeriods(w: Work, branch: OrganisationId, persons: readonly PersonId[]): void {
  for (const table of [standingPeriods, partyGroupPeriods]) {
    const theirs = and(eq(table.branchId, branch), inArray(table.personId, asList(persons)))
    w.tx.delete(table).where(theirs).run()
  }
}

/** Thousands of people are one parameter. */
function asList(persons: readonly PersonId[]) {
  return sql`(select value from json_each(${JSON.stringify(persons)}))`
}

function placeRows(w: Work, branch: OrganisationId) {
  const { personId: person, id, kind, joinedOn, leftOn, position } = memberships
  return w.tx
    .select({ person, row: { id, kind, joinedOn, leftOn, position } })
    .from(memberships)
    .where(eq(memberships.branchId, branch))
    .orderBy(asc(id))
    .all()
}

function standingRows(w: Work, branch: OrganisationId) {
  const { personId: person, id, standing, fromOn } = standingPeriods
  return w.tx
    .select({ person, row: { id, standing, fromOn } })
    .from(standingPeriods)
    .where(eq(standingPeriods.branchId, branch))
    .orderBy(asc(id))
    .all()
}

function groupRows(w: Work, branch: OrganisationId) {
  const { personId: person, id, partyGroupId, fromOn } = partyGroupPeriods
  return w.tx
    .select({ person, row: { id, partyGroupId, fromOn } })
    .from(partyGroupPeriods)
    .where(eq(partyGroupPeriods.branchId, branch))
    .orderBy(asc(id))
    .all()
}

function byPerson<Row>(rows: readonly { person: PersonId; row: Row }[]): Map<PersonId, Row[]> {
  const found = new Map<PersonId, Row[]>()
  for (const { person, row } of rows) {
    const theirs = found.get(person)
    if (theirs) theirs.push(row)
    else found.set(person, [row])
  }
  return found
}
