// Lists that were sent: being read, waiting for a yes, imported.

import { and, asc, desc, eq, gt, inArray, isNotNull, or } from 'drizzle-orm'
import type { AccountId, ImportId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import { prepared } from '../../platform/store/prepared.ts'
import type { Work } from '../../platform/store/work.ts'
import type { ImportEffects } from '../rules/importing.ts'
import type { RosterRead } from '../rules/roster-lines.ts'
import type { ImportState } from '../rules.ts'
import { rosterImports } from '../schema.ts'

export interface RosterImport {
  id: ImportId
  branch: OrganisationId
  account: AccountId
  state: ImportState
  read?: RosterRead
  effects?: ImportEffects
  createdAt: Date
  importedAt?: Date
}

interface Whose {
  branch: OrganisationId
  account: AccountId
}

/** Notes a list; without `read` it is still to be read. */
export function saveImport(w: Work, { branch, account }: Whose, read?: RosterRead): ImportId {
  return w.tx
    .insert(rosterImports)
    .values({
      branchId: branch,
      accountId: account,
      state: read ? 'read' : 'reading',
      read,
      createdAt: w.now,
    })
    .returning({ id: rosterImports.id })
    .get().id
}

export function importById(w: Work, id: ImportId): RosterImport | undefined {
  const row = w.tx.select().from(rosterImports).where(eq(rosterImports.id, id)).get()
  return row && importFrom(row)
}

/** What an account has open in a branch: a preview, or a file being read; the newest. */
export function openImport(w: Work, { branch, account }: Whose): RosterImport | undefined {
  const row = w.tx
    .select()
    .from(rosterImports)
    .where(and(ofAccount({ branch, account }), isOpen))
    .orderBy(desc(rosterImports.id))
    .get()
  return row && importFrom(row)
}

type Changes = Partial<
  Pick<typeof rosterImports.$inferInsert, 'state' | 'read' | 'effects' | 'importedAt'>
>

export function changeImport(w: Work, id: ImportId, changes: Changes): void {
  w.tx.update(rosterImports).set(changes).where(eq(rosterImports.id, id)).run()
}

/** Puts aside what an account has not imported in a branch; `states` says which of it. */
export function dropImports(
  w: Work,
  whose: Whose,
  states: readonly ImportState[] = ['read', 'reading'],
): void {
  w.tx
    .update(rosterImports)
    .set({ state: 'dropped', read: null })
    .where(and(ofAccount(whose), inArray(rosterImports.state, [...states])))
    .run()
}

/** When the lists of an account came, since then. */
export function importsSince(w: Work, account: AccountId, since: Date): Date[] {
  return w.tx
    .select({ at: rosterImports.createdAt })
    .from(rosterImports)
    .where(and(eq(rosterImports.accountId, account), gt(rosterImports.createdAt, since)))
    .all()
    .map(({ at }) => at)
}

/** The import of a branch that would have to be taken back first. */
export function lastImport(w: Work, branch: OrganisationId): ImportId | undefined {
  return w.tx
    .select({ id: rosterImports.id })
    .from(rosterImports)
    .where(and(eq(rosterImports.branchId, branch), eq(rosterImports.state, 'imported')))
    .orderBy(desc(rosterImports.importedAt), desc(rosterImports.id))
    .get()?.id
}

const fullRows = prepared((database) =>
  database
    .select()
    .from(rosterImports)
    .where(or(isOpen, isNotNull(rosterImports.effects)))
    .orderBy(asc(rosterImports.id))
    .prepare(),
)

/** All that still hold what was read or done. */
export function fullImports(w: Work): RosterImport[] {
  return fullRows(w).all().map(importFrom)
}

/** Empties what imports remember of somebody: whoever takes one back finds them changed since. */
export function forgetInImports(w: Work, person: PersonId): void {
  const nothing = { phoneTail: null, places: [], standings: [], partyGroups: [] }
  for (const { id, effects } of fullImports(w)) {
    if (!effects?.people.some((one) => one.person === person)) continue
    const people = effects.people.map((one) =>
      one.person === person ? { person, name: one.name, after: nothing } : one,
    )
    changeImport(w, id, { effects: { ...effects, people } })
  }
}

const isOpen = inArray(rosterImports.state, ['read', 'reading'])

function ofAccount({ branch, account }: Whose) {
  return and(eq(rosterImports.branchId, branch), eq(rosterImports.accountId, account))
}

function importFrom(row: typeof rosterImports.$inferSelect): RosterImport {
  return {
    id: row.id,
    branch: row.branchId,
    account: row.accountId,
    state: row.state,
    createdAt: row.createdAt,
    ...(row.read && { read: row.read }),
    ...(row.effects && { effects: row.effects }),
    ...(row.importedAt && { importedAt: row.importedAt }),
  }
}
