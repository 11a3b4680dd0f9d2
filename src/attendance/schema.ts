// Marks (appended, the last one counts), answers to invitations, leaves, reminders already sent.

import { sql } from 'drizzle-orm'
import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { LeaveId, PersonId, SessionId } from '../kernel/ids.ts'
import { personColumn } from '../members/schema.ts'
import { branchColumn } from '../organisation/schema.ts'
import { flag, instant, reference, rowId } from '../platform/store/columns.ts'
import { sessions } from '../sessions/schema.ts'
import {
  attendanceStates,
  leaveCodes,
  leaveStates,
  markSources,
  rsvpAnswers,
} from './rules/words.ts'

const whose = {
  branchId: branchColumn(),
  sessionId: reference<SessionId>('session_id')
    .notNull()
    .references(() => sessions.id),
  personId: personColumn(),
}

export const marks = sqliteTable(
  'marks',
  {
    id: rowId(),
    ...whose,
    state: text('state', { enum: attendanceStates }).notNull(),
    late: flag('late').notNull().default(false),
    source: text('source', { enum: markSources }).notNull(),
    /** The instant of the fact: for a check-in, when it was sent. */
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: reference<PersonId>('recorded_by'),
  },
  (table) => [index('marks_session_person').on(table.sessionId, table.personId)],
)

export const rsvps = sqliteTable(
  'rsvps',
  {
    ...whose,
    answer: text('answer', { enum: rsvpAnswers }).notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.personId] })],
)

export const leaves = sqliteTable(
  'leaves',
  {
    id: rowId<LeaveId>(),
    ...whose,
    code: text('code', { enum: leaveCodes }).notNull(),
    note: text('note'),
    state: text('state', { enum: leaveStates }).notNull(),
    requestedAt: instant('requested_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: reference<PersonId>('decided_by'),
    /** Why it was declined, told to the person. */
    answer: text('answer'),
    /** When those who decide were told of it. */
    toldAt: instant('told_at'),
  },
  (table) => [
    uniqueIndex('leaves_current')
      .on(table.sessionId, table.personId)
      .where(sql`state IN ('pending', 'approved')`),
    index('leaves_state').on(table.branchId, table.state),
  ],
)

/** Serves the reminder budget: what each person was already reminded of. */
export const remindersSent = sqliteTable(
  'reminders_sent',
  {
    branchId: whose.branchId,
    personId: whose.personId,
    /** E.g. `session:42` or `reflection:2026-12`. */
    item: text('item').notNull(),
    kind: text('kind').notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.item, table.kind] })],
)
