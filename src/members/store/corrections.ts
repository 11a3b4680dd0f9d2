// What people say is wrong in what is kept about them.

import { and, asc, count, eq } from 'drizzle-orm'
import type { CorrectionId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import type { CorrectionState } from '../rules.ts'
import { corrections } from '../schema.ts'

export interface Correction {
  id: CorrectionId
  branch: OrganisationId
  person: PersonId
  text: string
  state: CorrectionState
  createdAt: Date
  answer?: string
  decidedAt?: Date
}

export function saveCorrection(
  w: Work,
  { branch, person, text }: Pick<Correction, 'branch' | 'person' | 'text'>,
): CorrectionId {
  return w.tx
    .insert(corrections)
    .values({ branchId: branch, personId: person, text, state: 'open', createdAt: w.now })
    .returning({ id: corrections.id })
    .get().id
}

export function correctionById(w: Work, id: CorrectionId): Correction | undefined {
  const row = w.tx.select().from(corrections).where(eq(corrections.id, id)).get()
  return row && correctionFrom(row)
}

/** What waits for an answer in a branch, oldest first. */
export function openCorrections(w: Work, branch: OrganisationId): Correction[] {
  return w.tx
    .select()
    .from(corrections)
    .where(and(eq(corrections.branchId, branch), eq(corrections.state, 'open')))
    .orderBy(asc(corrections.id))
    .all()
    .map(correctionFrom)
}

export function correctionsBy(w: Work, person: PersonId): Correction[] {
  return w.tx
    .select()
    .from(corrections)
    .where(eq(corrections.personId, person))
    .orderBy(asc(corrections.id))
    .all()
    .map(correctionFrom)
}

/** How many of a person's wait for an answer in a branch. */
export function openCount(w: Work, branch: OrganisationId, person: PersonId): number {
  const waiting = and(eq(corrections.personId, person), eq(corrections.state, 'open'))
  const row = w.tx
    .select({ rows: count() })
    .from(corrections)
    .where(and(eq(corrections.branchId, branch), waiting))
    .get()
  return row?.rows ?? 0
}

interface Decision {
  state: Exclude<CorrectionState, 'open'>
  answer?: string | undefined
  by: PersonId | undefined
}

/** Decides one that is still open; says whether it was. */
export function decideCorrection(
  w: Work,
  id: CorrectionId,
  { state, answer, by }: Decision,
): boolean {
  return (
    w.tx
      .update(corrections)
      .set({ state, answer, decidedAt: w.now, decidedBy: by })
      .where(stillOpen(id))
      .run().changes > 0
  )
}

/** Forgets one that is still open; says whether it was. */
export function dropCorrection(w: Work, id: CorrectionId): boolean {
  return w.tx.delete(corrections).where(stillOpen(id)).run().changes > 0
}

/** Empties what a person wrote; that they asked, and what became of it, stays. */
export function blankCorrections(w: Work, person: PersonId): void {
  w.tx
    .update(corrections)
    .set({ text: '', answer: null })
    .where(eq(corrections.personId, person))
    .run()
  const waiting = and(eq(corrections.personId, person), eq(corrections.state, 'open'))
  w.tx.delete(corrections).where(waiting).run()
}

function stillOpen(id: CorrectionId) {
  return and(eq(corrections.id, id), eq(corrections.state, 'open'))
}

function correctionFrom(row: typeof corrections.$inferSelect): Correction {
  return {
    id: row.id,
    branch: row.branchId,
    person: row.personId,
    text: row.text,
    state: row.state,
    createdAt: row.createdAt,
    ...(row.answer !== null && { answer: row.answer }),
    ...(row.decidedAt !== null && { decidedAt: row.decidedAt }),
  }
}
