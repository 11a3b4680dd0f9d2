// Writes people, and makes two of them one.

import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { PersonId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import { memberships, people } from '../schema.ts'
import { columnsOn } from './importing-uses.ts'
import { keepLastPreferences } from './preferences.ts'

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

export function isOnAnyRoster(w: Work, person: PersonId): boolean {
  const row = w.tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.personId, person))
    .get()
  return row !== undefined
}

/** Whether two are on one roster on the same day: then they are certainly not one human. */
export function areSideBySide(w: Work, one: PersonId, other: PersonId): boolean {
  const { branchId, personId, joinedOn, leftOn } = memberships
  const theirs = alias(memberships, 'theirs')
  const together = and(
    eq(theirs.branchId, branchId),
    eq(theirs.personId, other),
    or(isNull(theirs.leftOn), lt(joinedOn, theirs.leftOn)),
    or(isNull(leftOn), lt(theirs.joinedOn, leftOn)),
  )
  const row = w.tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(theirs, together)
    .where(eq(personId, one))
    .get()
  return row !== undefined
}

/** Makes two people one, who are not side by side: whatever speaks of the one speaks of the other from now on. */
export function becomeOne(w: Work, from: PersonId, to: PersonId): void {
  keepLastPreferences(w, [to, from])
  for (const { table, column } of columnsOn(w, 'people')) {
    const [rows, person] = [sql.identifier(table), sql.identifier(column)]
    w.tx.run(sql`update ${rows} set ${person} = ${to} where ${person} = ${from}`)
  }
  w.tx.delete(people).where(eq(people.id, from)).run()
}
