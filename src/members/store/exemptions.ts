// Times in which somebody is not expected, in the database.

import { and, asc, eq, isNull } from 'drizzle-orm'
import type { ExemptionId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Span } from '../rules/membership.ts'
import type { ExemptionKind } from '../rules.ts'
import { exemptions } from '../schema.ts'

export interface Exemption extends Span {
  id: ExemptionId
  person: PersonId
  kind: ExemptionKind
  /** Why, in a few words: only for those who keep the roster. */
  note?: string
}

/** A person's exemptions in the branch that were not taken back, in order. */
export function exemptionsOf(w: Work, branch: OrganisationId, person: PersonId): Exemption[] {
  return w.tx
    .select()
    .from(exemptions)
    .where(and(ofBranch(branch), eq(exemptions.personId, person), isNull(exemptions.withdrawnAt)))
    .orderBy(asc(exemptions.fromOn))
    .all()
    .map(exemptionFrom)
}

/** One that was not taken back. */
export function exemptionById(
  w: Work,
  branch: OrganisationId,
  id: ExemptionId,
): Exemption | undefined {
  const row = w.tx
    .select()
    .from(exemptions)
    .where(and(ofBranch(branch), eq(exemptions.id, id), isNull(exemptions.withdrawnAt)))
    .get()
  return row && exemptionFrom(row)
}

export interface NewExemption extends Span {
  branch: OrganisationId
  person: PersonId
  kind: ExemptionKind
}

export function saveExemption(w: Work, exemption: NewExemption, by: PersonId | undefined) {
  const { branch, person, kind, fromOn, untilOn } = exemption
  const times = { fromOn, untilOn, createdAt: w.now, createdBy: by }
  return w.tx
    .insert(exemptions)
    .values({ branchId: branch, personId: person, kind, ...times })
    .returning({ id: exemptions.id })
    .get().id
}

/** Sets the first day somebody is expected again; undefined: until somebody says. */
export function endExemptionOn(w: Work, id: ExemptionId, untilOn: Day | undefined): void {
  change(w, id, { untilOn: untilOn ?? null })
}

export function noteExemption(w: Work, id: ExemptionId, note: string): void {
  change(w, id, { note })
}

export function withdrawExemption(w: Work, id: ExemptionId): void {
  change(w, id, { withdrawnAt: w.now })
}

function change(w: Work, id: ExemptionId, set: Partial<typeof exemptions.$inferInsert>): void {
  w.tx.update(exemptions).set(set).where(eq(exemptions.id, id)).run()
}

function ofBranch(branch: OrganisationId) {
  return eq(exemptions.branchId, branch)
}

function exemptionFrom(row: typeof exemptions.$inferSelect): Exemption {
  const { id, personId: person, kind, fromOn, untilOn, note } = row
  const end = untilOn === null ? {} : { untilOn }
  return { id, person, kind, fromOn, ...end, ...(note !== null && { note }) }
}
