// People, their chat accounts, their dated place in a branch, their standing and offices.

import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type {
  AccountId,
  CorrectionId,
  ExemptionId,
  ImportId,
  OfferId,
  OrganisationId,
  PartyGroupId,
  PersonId,
} from '../kernel/ids.ts'
import { offices } from '../kernel/roles.ts'
import { branchColumn, organisations } from '../organisation/schema.ts'
import { flag, instant, reference, rowId } from '../platform/store/columns.ts'
import type { ImportEffects } from './rules/importing.ts'
import type { RosterRead } from './rules/roster-lines.ts'
import {
  correctionStates,
  exemptionKinds,
  importStates,
  membershipKinds,
  offerStates,
  reachStates,
  standings,
} from './rules.ts'

export const people = sqliteTable('people', {
  id: rowId<PersonId>(),
  name: text('name').notNull(),
  /** The last four digits of a phone, to tell people apart when they claim; nothing more is kept. */
  phoneTail: text('phone_tail'),
  createdAt: instant('created_at').notNull(),
  /** When they had themselves forgotten; the name goes when retention ends. */
  erasedAt: instant('erased_at'),
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
    /** When they last asked the secretary to be put on a roster. */
    helpAskedAt: instant('help_asked_at'),
    lastBranchId: reference<OrganisationId>('last_branch_id').references(() => organisations.id),
    /** Which text they agreed to when they claimed, and when. */
    consentVersion: integer('consent_version'),
    consentedAt: instant('consented_at'),
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
    /** For a leader of a party group: which one. */
    partyGroupId: reference<PartyGroupId>('party_group_id').references(() => partyGroups.id),
  },
  (table) => [index('office_periods_person').on(table.personId)],
)

/** Parts of a branch (党小组). */
export const partyGroups = sqliteTable(
  'party_groups',
  {
    id: rowId<PartyGroupId>(),
    branchId: branchColumn(),
    name: text('name').notNull(),
    /** The order of the paper roster. */
    position: integer('position').notNull(),
  },
  (table) => [uniqueIndex('party_groups_name').on(table.branchId, table.name)],
)

export const partyGroupPeriods = sqliteTable(
  'party_group_periods',
  {
    id: rowId(),
    branchId: branchColumn(),
    personId: personColumn(),
    /** Null: in none from that day on. */
    partyGroupId: reference<PartyGroupId>('party_group_id').references(() => partyGroups.id),
    /** Valid until the next period of the same person begins. */
    fromOn: text('from_on').notNull(),
  },
  (table) => [index('party_group_periods_person').on(table.personId, table.fromOn)],
)

/** Times in which somebody is not expected. */
export const exemptions = sqliteTable(
  'exemptions',
  {
    id: rowId<ExemptionId>(),
    branchId: branchColumn(),
    personId: personColumn(),
    kind: text('kind', { enum: exemptionKinds }).notNull(),
    fromOn: text('from_on').notNull(),
    /** The first day they are expected again; null until somebody says. */
    untilOn: text('until_on'),
    note: text('note'),
    createdAt: instant('created_at').notNull(),
    createdBy: reference<PersonId>('created_by'),
    /** Taken back: as if it had never been. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [index('exemptions_branch').on(table.branchId, table.personId)],
)

/** Offices that wait for the other's yes; a hand-over is the offer of the secretary's own. */
export const officeOffers = sqliteTable(
  'office_offers',
  {
    id: rowId<OfferId>(),
    branchId: branchColumn(),
    personId: personColumn(),
    office: text('office', { enum: offices }).notNull(),
    partyGroupId: reference<PartyGroupId>('party_group_id').references(() => partyGroups.id),
    /** The local day the office begins. */
    fromOn: text('from_on').notNull(),
    offeredBy: reference<PersonId>('offered_by').notNull(),
    offeredAt: instant('offered_at').notNull(),
    state: text('state', { enum: offerStates }).notNull(),
    answeredAt: instant('answered_at'),
  },
  (table) => [index('office_offers_open').on(table.branchId, table.state)],
)

/** Rosters as they were read, and what importing one changed, so that it can be taken back. */
export const rosterImports = sqliteTable(
  'roster_imports',
  {
    id: rowId<ImportId>(),
    branchId: branchColumn(),
    accountId: reference<AccountId>('account_id').notNull(),
    state: text('state', { enum: importStates }).notNull(),
    /** What was read; emptied when it is of no more use. */
    read: text('read', { mode: 'json' }).$type<RosterRead>(),
    /** What importing it did; emptied after 24 hours. */
    effects: text('effects', { mode: 'json' }).$type<ImportEffects>(),
    createdAt: instant('created_at').notNull(),
    importedAt: instant('imported_at'),
  },
  (table) => [index('roster_imports_state').on(table.state, table.createdAt)],
)

/** How somebody wants to be reminded; over all their branches. */
export const preferences = sqliteTable('preferences', {
  personId: reference<PersonId>('person_id')
    .primaryKey()
    .references(() => people.id),
  remindersOn: flag('reminders_on').notNull().default(true),
  /** The first day reminders come again. */
  pausedUntilOn: text('paused_until_on'),
  changedAt: instant('changed_at').notNull(),
})

/** What somebody says is wrong in what is kept about them. */
export const corrections = sqliteTable(
  'corrections',
  {
    id: rowId<CorrectionId>(),
    branchId: branchColumn(),
    personId: personColumn(),
    text: text('text').notNull(),
    state: text('state', { enum: correctionStates }).notNull(),
    createdAt: instant('created_at').notNull(),
    answer: text('answer'),
    decidedAt: instant('decided_at'),
    decidedBy: reference<PersonId>('decided_by'),
  },
  (table) => [index('corrections_state').on(table.branchId, table.state)],
)
