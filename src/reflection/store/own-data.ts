// What people wrote, over all branches and versions: to give it to them, and to empty it.

import { and, asc, count, eq, inArray, like, lt, ne, or, sql } from 'drizzle-orm'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import { reflectionDrafts, reflections } from '../schema.ts'

/** Every version, also those that were withdrawn. */
export function reflectionsKept(w: Work, person: PersonId) {
  return w.tx
    .select()
    .from(reflections)
    .where(eq(reflections.personId, person))
    .orderBy(asc(reflections.month), asc(reflections.version))
    .all()
}

export function draftsKept(w: Work, person: PersonId) {
  return w.tx
    .select()
    .from(reflectionDrafts)
    .where(eq(reflectionDrafts.personId, person))
    .orderBy(asc(reflectionDrafts.month))
    .all()
}

/** The months of a year for which a person handed something in that counts. */
export function monthsHandedIn(
  w: Work,
  { branch, person, year }: { branch: OrganisationId; person: PersonId; year: string },
): number {
  const theirs = and(eq(reflections.branchId, branch), eq(reflections.personId, person))
  const standing = and(like(reflections.month, `${year}-%`), sql`withdrawn_at IS NULL`)
  const row = w.tx
    .select({ months: sql<number>`count(distinct ${reflections.month})` })
    .from(reflections)
    .where(and(theirs, standing))
    .get()
  return row?.months ?? 0
}

/** Empties all that a person wrote and sent; that, when and in which form stays. */
export function blankReflections(w: Work, person: PersonId): void {
  w.tx
    .update(reflections)
    .set({ text: '', files: [] })
    .where(eq(reflections.personId, person))
    .run()
  w.tx.delete(reflectionDrafts).where(eq(reflectionDrafts.personId, person)).run()
}

/** How many texts of a branch are older than that. */
export function textsBefore(w: Work, branch: OrganisationId, before: Date): number {
  const row = w.tx.select({ rows: count() }).from(reflections).where(old(branch, before)).get()
  return row?.rows ?? 0
}

/** Empties at most so many of them, and drops drafts as old; says how many texts. */
export function blankBefore(
  w: Work,
  branch: OrganisationId,
  { before, atMost }: { before: Date; atMost: number },
): number {
  const ids = w.tx
    .select({ id: reflections.id })
    .from(reflections)
    .where(old(branch, before))
    .orderBy(asc(reflections.id))
    .limit(atMost)
  const emptied = w.tx
    .update(reflections)
    .set({ text: '', files: [] })
    .where(inArray(reflections.id, ids))
    .run()
  const stale = lt(reflectionDrafts.updatedAt, before)
  w.tx
    .delete(reflectionDrafts)
    .where(and(eq(reflectionDrafts.branchId, branch), stale))
    .run()
  return emptied.changes
}

function old(branch: OrganisationId, before: Date) {
  const written = or(ne(reflections.text, ''), sql`${reflections.files} <> '[]'`)
  return and(eq(reflections.branchId, branch), lt(reflections.submittedAt, before), written)
}
