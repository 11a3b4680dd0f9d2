// The tree of organisations, the groups bound to branches, claim codes.

import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { HolidayYear } from '../kernel/holiday-notice.ts'
import type { AccountId, ChatId, OrganisationId, PersonId } from '../kernel/ids.ts'
import { flag, instant, reference, rowId } from '../platform/store/columns.ts'
import { organisationKinds, settingKeys } from './rules.ts'

export const organisations = sqliteTable(
  'organisations',
  {
    id: rowId<OrganisationId>(),
    kind: text('kind', { enum: organisationKinds }).notNull(),
    parentId: reference<OrganisationId>('parent_id'),
    /** Ids from the root down, ending in a slash: `1/4/17/`. */
    path: text('path').notNull(),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Since when nothing is sent, asked or scheduled here any more. */
    retiredAt: instant('retired_at'),
    /** When the secretary was asked what should become of a branch that is still. */
    idleAskedAt: instant('idle_asked_at'),
  },
  (table) => [index('organisations_path').on(table.path)],
)

/** The branch a row belongs to. */
export function branchColumn() {
  return reference<OrganisationId>('branch_id')
    .notNull()
    .references(() => organisations.id)
}

/** Every group the bot was added to; bound once a branch is opened in it. */
export const groups = sqliteTable(
  'groups',
  {
    chatId: reference<ChatId>('chat_id').primaryKey(),
    title: text('title').notNull(),
    threadId: integer('thread_id'),
    branchId: reference<OrganisationId>('branch_id').references(() => organisations.id),
    botIsAdmin: flag('bot_is_admin').notNull().default(false),
    botMayPost: flag('bot_may_post').notNull().default(true),
    botMayPin: flag('bot_may_pin').notNull().default(false),
    addedAt: instant('added_at').notNull(),
    leftAt: instant('left_at'),
    /** When the opening card was last posted; at most every ten minutes. */
    greetedAt: instant('greeted_at'),
    /** Who is opening the branch right now. */
    openedBy: reference<AccountId>('opened_by'),
  },
  (table) => [
    uniqueIndex('groups_branch')
      .on(table.branchId)
      .where(sql`branch_id IS NOT NULL AND left_at IS NULL`),
  ],
)

/** What a branch decided for itself: each value counts from its instant on, the last one wins. */
export const branchSettings = sqliteTable(
  'branch_settings',
  {
    id: rowId(),
    branchId: branchColumn(),
    key: text('key', { enum: settingKeys }).notNull(),
    value: integer('value').notNull(),
    fromAt: instant('from_at').notNull(),
    setBy: reference<PersonId>('set_by'),
  },
  (table) => [index('branch_settings_key').on(table.branchId, table.key, table.fromAt)],
)

/** Public holidays of years that came after the program: read from the yearly notice. */
export const holidayYears = sqliteTable('holiday_years', {
  year: integer('year').primaryKey(),
  notice: text('notice', { mode: 'json' }).$type<HolidayYear>().notNull(),
  importedAt: instant('imported_at').notNull(),
})

export const claimCodes = sqliteTable('claim_codes', {
  /** SHA-256 of the code; the code itself is never kept. */
  hash: text('hash').primaryKey(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
  usedBy: reference<AccountId>('used_by'),
})

/** Wrong claim codes of an account: five, then an hour's pause. */
export const codeTries = sqliteTable('code_tries', {
  accountId: reference<AccountId>('account_id').primaryKey(),
  wrong: integer('wrong').notNull(),
  pausedUntil: instant('paused_until'),
})
