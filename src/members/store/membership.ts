// A person's places on a branch's roster, past, present and to come.

import { and, asc, eq, max } from 'drizzle-orm'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import type { Work } from '../../platform/store/work.ts'
import { isEmpty, type Span } from '../rules/membership.ts'
import type { MembershipKind } from '../rules.ts'
import { memberships, people } from '../schema.ts'
import type { Person } from '../store.ts'

/** From the day of joining to the first day no longer there. */
export interface Membership extends Span {
  id: number
  person: PersonId
  kind: MembershipKind
  position: number
}

/** A person's memberships of the branch, in order; empty ones only when there is no other. */
export function membershipsOf(w: Work, branch: OrganisationId, person: PersonId): Membership[] {
  const all = w.tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.branchId, branch), eq(memberships.personId, person)))
    .orderBy(asc(memberships.joinedOn), asc(memberships.id))
    .all()
    .map(membershipFrom)
  const real = all.filter((one) => !isEmpty(one))
  return real.length > 0 ? real : all.slice(-1)
}

export interface Listed extends Membership {
  name: string
  phoneTail?: string
}

/** Everybody who is, was or will be on the roster, in its order; once for each membership. */
export function everyMembership(w: Work, branch: OrganisationId): Listed[] {
  return w.tx
    .select()
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.branchId, branch))
    .orderBy(asc(memberships.position), asc(memberships.id))
    .all()
    .map(({ memberships: row, people: { name, phoneTail } }) => ({
      ...membershipFrom(row),
      name,
      ...(phoneTail !== null && { phoneTail }),
    }))
}

export interface NewMembership {
  branch: OrganisationId
  person: PersonId
  kind: MembershipKind
  joinedOn: Day
  leftOn?: Day
  /** At the end of the roster, unless they had a place. */
  position?: number
}

/** Puts somebody on the roster from that day on; gives the row. */
export function saveMembership(w: Work, one: NewMembership): number {
  const { branch, person, kind, joinedOn, leftOn, position = lastPosition(w, branch) + 1 } = one
  return w.tx
    .insert(memberships)
    .values({ branchId: branch, personId: person, kind, joinedOn, leftOn, position })
    .returning({ id: memberships.id })
    .get().id
}

interface Whose {
  branch: OrganisationId
  person: PersonId
}

/** Ends it on that day, the first no longer in the branch (undefined: it goes on); false when it is not theirs. */
export function endMembershipOn(
  w: Work,
  whose: Whose,
  { id, untilOn }: { id: number; untilOn: Day | undefined },
): boolean {
  const set = { leftOn: untilOn ?? null }
  return w.tx.update(memberships).set(set).where(theirs(whose, id)).run().changes > 0
}

/** Forgets a membership that was written by mistake. */
export function dropMembership(w: Work, whose: Whose, id: number): boolean {
  return w.tx.delete(memberships).where(theirs(whose, id)).run().changes > 0
}

/** Puts a name and digits right. */
export function renamePerson(w: Work, { id, name, phoneTail }: Person): void {
  w.tx.update(people).set({ name, phoneTail }).where(eq(people.id, id)).run()
}

/** The place of the last one who is or was on the roster. */
export function lastPosition(w: Work, branch: OrganisationId): number {
  const row = w.tx
    .select({ last: max(memberships.position) })
    .from(memberships)
    .where(eq(memberships.branchId, branch))
    .get()
  return row?.last ?? 0
}

function theirs({ branch, person }: Whose, id: number) {
  const ofPerson = and(eq(memberships.branchId, branch), eq(memberships.personId, person))
  return and(ofPerson, eq(memberships.id, id))
}

function membershipFrom(row: typeof memberships.$inferSelect): Membership {
  const { id, personId: person, kind, position, joinedOn, leftOn } = row
  const end = leftOn === null ? {} : { untilOn: leftOn }
  return { id, person, kind, position, fromOn: joinedOn, ...end }
}
