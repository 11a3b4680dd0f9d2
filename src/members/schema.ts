// People, their chat accounts, their dated place in a branch, their standing and offices.

import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AccountId, OrganisationId, PersonId } from '../kernel/ids.ts'
import { offices } from '../kernel/roles.ts'
import { branchColumn, organisations } from '../organisation/schema.ts'
import { instant, reference, rowId } from '../platform/store/columns.ts'
import { membershipKinds, reachStates, standings } from './rules.ts'

export const people = sqliteTable('people', {
  id: rowId<PersonId>(),
  name: text('name').notNull(),
  /** The last four digits of a phone, to tell people apart when they claim; nothing more is kept. */
  phoneTail: text('phone_tail'),
  createdAt: instant('created_at').notNull(),
})

/** The person a row is about. */
export function personColumn() {
  return reference<PersonId>('person_id')
    .notNull()
    .references(() => people.id)
}

/** A Telegram account we know; linked to at most one person at a time. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: reference<AccountId>('id').primaryKey(),
    personId: reference<PersonId>('person_id').references(() => people.id),
    linkedAt: instant('linked_at'),
    /** Whether the bot may write to them. */
    reach: text('reach', { enum: reachStates }).notNull(),
    reachChangedAt: instant('reach_changed_at').notNull(),
    /** Names or digits that did not fit, since the last pause. */
    claimMisses: integer('claim_misses').notNull().default(0),
    claimPausedUntil: instant('claim_paused_until'),
    lastBranchId: reference<OrganisationId>('last_branch_id').references(() => organisations.id),
  },
  (table) => [uniqueIndex('accounts_person').on(table.personId).where(sql`person_id IS NOT NULL`)],
)

export const memberships = sqliteTable(
  'memberships',
  {
    id: rowId(),
    branchId: branchColumn(),
    personId: personColumn(),
    kind: text('kind', { enum: membershipKinds }).notNull(),
    /** Local days; `leftOn` is the first day no longer in the branch. */
    joinedOn: text('joined_on').notNull(),
    leftOn: text('left_on'),
    /** The order of the paper roster. */
    position: integer('position').notNull(),
  },
  (table) => [
    uniqueIndex('memberships_current')
      .on(table.branchId, table.personId)
      .where(sql`left_on IS NULL`),
    index('memberships_person').on(table.personId),
  ],
)

export const standingPeriods = sqliteTable(
  'standing_periods',
  {
    id: rowId(),
    branchId: branchColumn(),
    personId: personColumn(),
    standing: text('standing', { enum: standings }).notNull(),
    /** Valid until the next period of the same person begins. */
    fromOn: text('from_on').notNull(),
  },
  (table) => [index('standing_periods_person').on(table.personId, table.fromOn)],
)

export const officePeriods = sqliteTable(
  'office_periods',
  {
    id: rowId(),
    branchId: branchColumn(),
    personId: personColumn(),
    office: text('office', { enum: offices }).notNull(),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at'),
    appointedBy: reference<PersonId>('appointed_by'),
  },
  (table) => [index('office_periods_person').on(table.personId)],
)
