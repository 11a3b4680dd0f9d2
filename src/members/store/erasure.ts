// Takes out of the members' tables what somebody had themselves forgotten.

import { and, eq, isNotNull } from 'drizzle-orm'
import type { AccountId, PersonId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import { accounts, exemptions, people, rosterImports } from '../schema.ts'

/** Forgets the account altogether: whoever writes from it is a stranger. */
export function dropAccount(w: Work, account: AccountId): void {
  const nobody = 0 as AccountId
  w.tx
    .update(rosterImports)
    .set({ accountId: nobody })
    .where(eq(rosterImports.accountId, account))
    .run()
  w.tx.delete(accounts).where(eq(accounts.id, account)).run()
}

/** Empties what the roster holds beyond the name, and notes when. */
export function blankPerson(w: Work, person: PersonId): void {
  w.tx.update(people).set({ phoneTail: null, erasedAt: w.now }).where(eq(people.id, person)).run()
  w.tx.update(exemptions).set({ note: null }).where(eq(exemptions.personId, person)).run()
}

/** They are known again, as they themselves want; false when nothing was forgotten. */
export function endErasure(w: Work, person: PersonId): boolean {
  const erased = and(eq(people.id, person), isNotNull(people.erasedAt))
  return w.tx.update(people).set({ erasedAt: null }).where(erased).run().changes > 0
}

export interface Erased {
  person: PersonId
  name: string
  erasedAt: Date
}

/** Everybody who had themselves forgotten, those without a name included. */
export function erasedPeople(w: Work): Erased[] {
  return w.tx
    .select({ person: people.id, name: people.name, erasedAt: people.erasedAt })
    .from(people)
    .where(isNotNull(people.erasedAt))
    .all()
    .flatMap(({ erasedAt, ...one }) => (erasedAt === null ? [] : [{ ...one, erasedAt }]))
}

export function rename(w: Work, person: PersonId, name: string): void {
  w.tx.update(people).set({ name }).where(eq(people.id, person)).run()
}
