// How somebody wants to be reminded, over all their branches.

import { desc, eq, inArray } from 'drizzle-orm'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { type Day, dayOn } from '../../kernel/time.ts'
import { branchById } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { preferences } from '../schema.ts'

export interface Preferences {
  remindersOn: boolean
  /** The first day reminders come again. */
  pausedUntilOn?: Day
}

export function preferencesOf(w: Work, person: PersonId): Preferences {
  const row = w.tx.select().from(preferences).where(eq(preferences.personId, person)).get()
  if (!row) return { remindersOn: true }
  const { remindersOn, pausedUntilOn } = row
  return { remindersOn, ...(pausedUntilOn !== null && { pausedUntilOn }) }
}

/** Whether automatic reminders may reach the person; answers and changes always do. */
export function mayRemind(w: Work, person: PersonId, branch: OrganisationId): boolean {
  return preferencesOf(w, person).remindersOn && !isPaused(w, person, branch)
}

/** Whether the person asked for silence until a later day, as the branch counts days. */
export function isPaused(w: Work, person: PersonId, branch: OrganisationId): boolean {
  const { pausedUntilOn } = preferencesOf(w, person)
  const zone = branchById(w, branch)?.zone
  return pausedUntilOn !== undefined && zone !== undefined && dayOn(w.now, zone) < pausedUntilOn
}

export function savePreferences(w: Work, person: PersonId, changed: Preferences): void {
  const set = {
    remindersOn: changed.remindersOn,
    pausedUntilOn: changed.pausedUntilOn ?? null,
    changedAt: w.now,
  }
  w.tx
    .insert(preferences)
    .values({ personId: person, ...set })
    .onConflictDoUpdate({ target: preferences.personId, set })
    .run()
}

/** Two people become one: what was wished last counts. */
export function keepLastPreferences(w: Work, persons: readonly [PersonId, PersonId]): void {
  const theirs = inArray(preferences.personId, [...persons])
  const last = desc(preferences.changedAt)
  const [, older] = w.tx.select().from(preferences).where(theirs).orderBy(last).all()
  if (older) dropPreferences(w, older.personId)
}

export function dropPreferences(w: Work, person: PersonId): void {
  w.tx.delete(preferences).where(eq(preferences.personId, person)).run()
}
