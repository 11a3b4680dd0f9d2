// Reflections and drafts in the database.

import { and, desc, eq, isNull, max } from 'drizzle-orm'
import type { OrganisationId, PersonId } from '../kernel/ids.ts'
import type { MonthKey } from '../kernel/month.ts'
import { isExpected } from '../members/rules.ts'
import { expectedOn, type RosterMember, rosterOn } from '../members/store.ts'
import type { Work } from '../platform/store/work.ts'
import {
  lengthOf,
  type Part,
  type Reflection,
  type ReflectionForm,
  reflectionDueOn,
  type Whose,
} from './rules.ts'
import { reflectionDrafts, reflections } from './schema.ts'

/** Somebody of whom one is expected or who need not, and what they handed in. */
export interface ReflectionLine {
  person: PersonId
  name: string
  reflection?: { form: ReflectionForm; length: number; submittedAt: Date; late: boolean }
  /** Exempt on the day it is due, and handed in nothing: they owe nothing. */
  exempt: boolean
}

/** Everybody expected on the day it is due, and those exempt on it, in roster order. */
export function reflectionsOf(w: Work, branch: OrganisationId, month: MonthKey): ReflectionLine[] {
  const members = rosterOn(w, branch, reflectionDueOn(month))
  const meant = members.filter(({ standing }) => isExpected(standing))
  return meant.map(({ person, name, exemption }) => {
    const handedIn = reflectionOf(w, { branch, person, month })
    const exempt = exemption !== undefined && handedIn === undefined
    return { person, name, exempt, ...(handedIn && { reflection: inShort(handedIn) }) }
  })
}

/** Of those, the ones who have not handed anything in. */
export function owes(w: Work, branch: OrganisationId, month: MonthKey): RosterMember[] {
  return expectedOn(w, branch, reflectionDueOn(month)).filter(
    ({ person }) => !reflectionOf(w, { branch, person, month }),
  )
}

/** The version that counts. */
export function reflectionOf(w: Work, whose: Whose): Reflection | undefined {
  return w.tx
    .select({
      form: reflections.form,
      text: reflections.text,
      files: reflections.files,
      submittedAt: reflections.submittedAt,
      late: reflections.late,
      version: reflections.version,
    })
    .from(reflections)
    .where(standing(whose))
    .orderBy(desc(reflections.version))
    .get()
}

/** Saves the next version. */
export function saveReflection(
  w: Work,
  { branch, person, month }: Whose,
  reflection: Omit<Reflection, 'version'>,
): number {
  const last = w.tx
    .select({ version: max(reflections.version) })
    .from(reflections)
    .where(of({ branch, person, month }))
    .get()
  const version = (last?.version ?? 0) + 1
  const row = { ...reflection, files: [...reflection.files], version }
  w.tx
    .insert(reflections)
    .values({ ...row, branchId: branch, personId: person, month })
    .run()
  return version
}

/** Takes every version back; says whether there was one. */
export function withdrawReflection(w: Work, whose: Whose): boolean {
  const withdrawn = w.tx
    .update(reflections)
    .set({ withdrawnAt: w.now })
    .where(standing(whose))
    .run()
  return withdrawn.changes > 0
}

export function draftOf(w: Work, whose: Whose): readonly Part[] {
  const row = w.tx.select().from(reflectionDrafts).where(draft(whose)).get()
  return row?.parts ?? []
}

/** Adds a message to the draft; gives all of it. */
export function addToDraft(w: Work, whose: Whose, part: Part): readonly Part[] {
  const { branch, person, month } = whose
  const parts = [...draftOf(w, whose), part]
  const set = { parts, updatedAt: w.now }
  w.tx
    .insert(reflectionDrafts)
    .values({ branchId: branch, personId: person, month, ...set })
    .onConflictDoUpdate({
      target: [reflectionDrafts.branchId, reflectionDrafts.personId, reflectionDrafts.month],
      set,
    })
    .run()
  return parts
}

/** Forgets the draft; says whether there was one. */
export function dropDraft(w: Work, whose: Whose): boolean {
  return w.tx.delete(reflectionDrafts).where(draft(whose)).run().changes > 0
}

function inShort({ form, text, submittedAt, late }: Reflection) {
  return { form, length: lengthOf(text), submittedAt, late }
}

function standing(whose: Whose) {
  return and(of(whose), isNull(reflections.withdrawnAt))
}

function of({ branch, person, month }: Whose) {
  return and(
    eq(reflections.branchId, branch),
    eq(reflections.personId, person),
    eq(reflections.month, month),
  )
}

function draft({ branch, person, month }: Whose) {
  return and(
    eq(reflectionDrafts.branchId, branch),
    eq(reflectionDrafts.personId, person),
    eq(reflectionDrafts.month, month),
  )
}
