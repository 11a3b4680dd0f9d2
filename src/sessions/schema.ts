// Dated occasions people are expected at, and the roll frozen when one opens.

import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PersonId, SessionId } from '../kernel/ids.ts'
import { standings } from '../members/rules.ts'
import { personColumn } from '../members/schema.ts'
import { branchColumn } from '../organisation/schema.ts'
import { instant, reference, rowId } from '../platform/store/columns.ts'
import { checkInModes, rollPlaces, sessionKinds, sessionStates } from './rules.ts'

export const sessions = sqliteTable(
  'sessions',
  {
    id: rowId<SessionId>(),
    branchId: branchColumn(),
    kind: text('kind', { enum: sessionKinds }).notNull(),
    /** '2026-12' for the regular training of that month; absent for extra ones. */
    regularMonth: text('regular_month'),
    topic: text('topic'),
    place: text('place'),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    state: text('state', { enum: sessionStates }).notNull(),
    checkInMode: text('check_in_mode', { enum: checkInModes }).notNull(),
    /** Copied from the settings, so that a later change leaves old sheets alone. */
    opensMinutesBefore: integer('opens_minutes_before').notNull(),
    lateAfterMinutes: integer('late_after_minutes').notNull(),
    closesMinutesAfter: integer('closes_minutes_after').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: reference<PersonId>('created_by'),
    publishedAt: instant('published_at'),
    publishedBy: reference<PersonId>('published_by'),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    lockedAt: instant('locked_at'),
    lockedBy: reference<PersonId>('locked_by'),
    cancelledAt: instant('cancelled_at'),
  },
  (table) => [
    uniqueIndex('sessions_regular')
      .on(table.branchId, table.regularMonth)
      .where(sql`kind = 'training' AND regular_month IS NOT NULL AND state <> 'cancelled'`),
    index('sessions_branch_start').on(table.branchId, table.startsAt),
    index('sessions_state').on(table.state, table.startsAt),
  ],
)

/** Who was expected when the session opened, and why. */
export const rolls = sqliteTable(
  'rolls',
  {
    sessionId: reference<SessionId>('session_id')
      .notNull()
      .references(() => sessions.id),
    personId: personColumn(),
    branchId: branchColumn(),
    place: text('place', { enum: rollPlaces }).notNull(),
    /** Their standing that day: why they are expected, or beside the count. */
    standing: text('standing', { enum: standings }).notNull(),
    /** The name of their party group that day; later names leave old sheets alone. */
    partyGroup: text('party_group'),
    /** The order of the roster that day. */
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.personId] })],
)
