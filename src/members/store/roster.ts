// Writes people, their place in a branch and their offices.

import { and, eq, isNull, max } from 'drizzle-orm'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Office } from '../../kernel/roles.ts'
import type { Day } from '../../kernel/time.ts'
import type { Work } from '../../platform/store/work.ts'
import type { RosterLine } from '../rules/roster-lines.ts'
import { accounts, memberships, officePeriods, people, standingPeriods } from '../schema.ts'

export function savePerson(
  w: Work,
  { name, phoneTail }: { name: string; phoneTail?: string },
): PersonId {
  return w.tx
    .insert(people)
    .values({ name, phoneTail, createdAt: w.now })
    .returning({ id: people.id })
    .get().id
}

/** Puts somebody new at the end of a branch's roster, from that day on. */
export function saveMember(w: Work, branch: OrganisationId, line: RosterLine, day: Day): void {
  const personId = savePerson(w, line)
  const position = lastPosition(w, branch) + 1
  w.tx
    .insert(memberships)
    .values({ branchId: branch, personId, kind: 'home', joinedOn: day, position })
    .run()
  w.tx
    .insert(standingPeriods)
    .values({ branchId: branch, personId, standing: line.standing, fromOn: day })
    .run()
}

export interface Holding {
  branch: OrganisationId
  person: PersonId
  office: Office
}

export function saveOffice(w: Work, { branch, person, office }: Holding, by: PersonId): void {
  w.tx
    .insert(officePeriods)
    .values({ branchId: branch, personId: person, office, fromAt: w.now, appointedBy: by })
    .run()
}

/** Ends the time of whoever holds the office. */
export function endOffice(w: Work, { branch, office }: Omit<Holding, 'person'>): void {
  const held = and(
    eq(officePeriods.branchId, branch),
    eq(officePeriods.office, office),
    isNull(officePeriods.untilAt),
  )
  w.tx.update(officePeriods).set({ untilAt: w.now }).where(held).run()
}

export function isOnAnyRoster(w: Work, person: PersonId): boolean {
  const row = w.tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.personId, person))
    .get()
  return row !== undefined
}

/** Gives account and offices of one person to another, and forgets the one. */
export function moveAccountAndOffices(w: Work, from: PersonId, to: PersonId): void {
  w.tx.update(accounts).set({ personId: to }).where(eq(accounts.personId, from)).run()
  w.tx.update(officePeriods).set({ personId: to }).where(eq(officePeriods.personId, from)).run()
  w.tx.delete(people).where(eq(people.id, from)).run()
}

/** Gives the place on the roster of one person to another, and forgets the one. */
export function movePlace(w: Work, from: PersonId, to: PersonId): void {
  w.tx.update(memberships).set({ personId: to }).where(eq(memberships.personId, from)).run()
  w.tx.update(standingPeriods).set({ personId: to }).where(eq(standingPeriods.personId, from)).run()
  w.tx.delete(people).where(eq(people.id, from)).run()
}

function lastPosition(w: Work, branch: OrganisationId): number {
  const row = w.tx
    .select({ last: max(memberships.position) })
    .from(memberships)
    .where(eq(memberships.branchId, branch))
    .get()
  return row?.last ?? 0
}
