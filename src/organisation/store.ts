// Branches, and the groups the bot is or was in.

import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { AccountId, ChatId, OrganisationId } from '../kernel/ids.ts'
import type { Zone } from '../kernel/time.ts'
import { prepared } from '../platform/store/prepared.ts'
import type { Work } from '../platform/store/work.ts'
import { branchDefaults } from './rules.ts'
import { groups, organisations } from './schema.ts'

export interface Branch {
  id: OrganisationId
  name: string
  zone: Zone
  /** Ids from the root down, ending in a slash. */
  path: string
}

export interface Group {
  chat: ChatId
  /** The forum topic the branch was opened in. */
  thread?: number
  title: string
  branch?: OrganisationId
  botIsAdmin: boolean
  botMayPost: boolean
  /** Known of administrators only. */
  botMayPin: boolean
  /** Who is opening the branch right now. */
  openedBy?: AccountId
  /** When the bot came, last time. */
  addedAt: Date
  leftAt?: Date
  greetedAt?: Date
}

const branchColumns = {
  id: organisations.id,
  name: organisations.name,
  zone: organisations.timeZone,
  path: organisations.path,
}
const isBranch = eq(organisations.kind, 'branch')

const branchRow = prepared((database) =>
  database
    .select(branchColumns)
    .from(organisations)
    .where(and(isBranch, eq(organisations.id, sql.placeholder('id'))))
    .prepare(),
)

export function branchById(w: Work, id: OrganisationId): Branch | undefined {
  return branchRow(w).get({ id })
}

/** Every branch, also those that are retired. */
export function allBranches(w: Work): Branch[] {
  return w.tx
    .select(branchColumns)
    .from(organisations)
    .where(isBranch)
    .orderBy(asc(organisations.id))
    .all()
}

export function groupByChat(w: Work, chat: ChatId): Group | undefined {
  const row = w.tx.select().from(groups).where(eq(groups.chatId, chat)).get()
  return row && groupFrom(row)
}

/** The branch bound to a group, also after the bot has left it. */
export function branchOfGroup(w: Work, chat: ChatId): OrganisationId | undefined {
  const row = w.tx
    .select({ branch: groups.branchId })
    .from(groups)
    .where(eq(groups.chatId, chat))
    .get()
  return row?.branch ?? undefined
}

/** The branch's group, if the bot is in it. */
export function groupOfBranch(w: Work, branch: OrganisationId): Group | undefined {
  const here = and(eq(groups.branchId, branch), isNull(groups.leftAt))
  const row = w.tx.select().from(groups).where(here).get()
  return row && groupFrom(row)
}

/** The branch's group, or the one the bot was in last. */
export function lastGroupOf(w: Work, branch: OrganisationId): Group | undefined {
  const here = groupOfBranch(w, branch)
  if (here) return here
  const row = w.tx
    .select()
    .from(groups)
    .where(eq(groups.branchId, branch))
    .orderBy(desc(groups.leftAt))
    .get()
  return row && groupFrom(row)
}

/** A new branch at the top of the tree. */
export function saveBranch(w: Work, name: string): OrganisationId {
  const { id } = w.tx
    .insert(organisations)
    .values({
      kind: 'branch',
      path: '',
      name,
      timeZone: branchDefaults.timeZone,
      createdAt: w.now,
    })
    .returning({ id: organisations.id })
    .get()
  w.tx
    .update(organisations)
    .set({ path: `${id}/` })
    .where(eq(organisations.id, id))
    .run()
  return id
}

export function saveBranchName(w: Work, branch: OrganisationId, name: string): void {
  w.tx.update(organisations).set({ name }).where(eq(organisations.id, branch)).run()
}

export type GroupChanges = Partial<typeof groups.$inferInsert>

/** Changes a known group; false when there is none with that chat. */
export function changeGroup(w: Work, chat: ChatId, changes: GroupChanges): boolean {
  return w.tx.update(groups).set(changes).where(eq(groups.chatId, chat)).run().changes > 0
}

export function saveGroup(w: Work, group: typeof groups.$inferInsert): void {
  w.tx.insert(groups).values(group).run()
}

export function dropGroup(w: Work, chat: ChatId): void {
  w.tx.delete(groups).where(eq(groups.chatId, chat)).run()
}

function groupFrom(row: typeof groups.$inferSelect): Group {
  const { chatId, title, botIsAdmin, botMayPost, botMayPin, addedAt } = row
  return {
    chat: chatId,
    title,
    botIsAdmin,
    botMayPost,
    botMayPin,
    addedAt,
    ...(row.threadId !== null && { thread: row.threadId }),
    ...(row.branchId !== null && { branch: row.branchId }),
    ...(row.openedBy !== null && { openedBy: row.openedBy }),
    ...(row.leftAt !== null && { leftAt: row.leftAt }),
    ...(row.greetedAt !== null && { greetedAt: row.greetedAt }),
  }
}
