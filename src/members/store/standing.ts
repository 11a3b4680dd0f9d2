// Standing by date: a row for each change, none overwritten.

import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import { prepared } from '../../platform/store/prepared.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Standing } from '../rules.ts'
import { standingPeriods } from '../schema.ts'

const ofBranch = eq(standingPeriods.branchId, sql.placeholder('branch'))
const inOrder = [asc(standingPeriods.fromOn), asc(standingPeriods.id)]

const standingRows = prepared((database) =>
  database
    .select({ person: standingPeriods.personId, standing: standingPeriods.standing })
    .from(standingPeriods)
    .where(and(ofBranch, lte(standingPeriods.fromOn, sql.placeholder('day'))))
    .orderBy(...inOrder)
    .prepare(),
)

/** Each person's standing that day: the last one that had begun. */
export function standingsOn(w: Work, branch: OrganisationId, day: Day): Map<PersonId, Standing> {
  const rows = standingRows(w).all({ branch, day })
  return new Map(rows.map(({ person, standing }) => [person, standing]))
}

export interface StandingPeriod {
  id: number
  standing: Standing
  fromOn: Day
}

/** All that a person's standing was, is and is going to be in the branch, in order. */
export function standingsOf(w: Work, branch: OrganisationId, person: PersonId): StandingPeriod[] {
  const theirs = and(eq(standingPeriods.branchId, branch), eq(standingPeriods.personId, person))
  return w.tx
    .select({
      id: standingPeriods.id,
      standing: standingPeriods.standing,
      fromOn: standingPeriods.fromOn,
    })
    .from(standingPeriods)
    .where(theirs)
    .orderBy(...inOrder)
    .all()
}

export interface NewStanding {
  branch: OrganisationId
  person: PersonId
  standing: Standing
  fromOn: Day
}

/** Counts from that day until the next change; gives the row, by which it is taken back. */
export function setStanding(w: Work, { branch, person, standing, fromOn }: NewStanding): number {
  return w.tx
    .insert(standingPeriods)
    .values({ branchId: branch, personId: person, standing, fromOn })
    .returning({ id: standingPeriods.id })
    .get().id
}

/** Takes one change back; false when it is not theirs, or the only one they have. */
export function dropStanding(
  w: Work,
  { branch, person }: Omit<NewStanding, 'standing' | 'fromOn'>,
  id: number,
): boolean {
  const theirs = standingsOf(w, branch, person)
  if (theirs.length < 2 || !theirs.some((period) => period.id === id)) return false
  w.tx.delete(standingPeriods).where(eq(standingPeriods.id, id)).run()
  return true
}
