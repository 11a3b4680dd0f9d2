// Requests for leave and what became of them.

import { and, asc, desc, eq, inArray, isNull, max, ne, sql } from 'drizzle-orm'
import type { LeaveId, OrganisationId, PersonId, SessionId } from '../../kernel/ids.ts'
import { prepared } from '../../platform/store/prepared.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Session } from '../../sessions/rules.ts'
import type { Leave } from '../rules/leave.ts'
import type { LeaveCode, LeaveState } from '../rules/words.ts'
import { leaves } from '../schema.ts'

export interface NewLeave {
  session: Session
  person: PersonId
  code: LeaveCode
  note?: string | undefined
}

/** @throws when the person already has a leave that is pending or approved */
export function saveLeave(w: Work, { session, person, code, note }: NewLeave): LeaveId {
  const { id } = w.tx
    .insert(leaves)
    .values({
      branchId: session.branch,
      sessionId: session.id,
      personId: person,
      code,
      note,
      state: 'pending',
      requestedAt: w.now,
    })
    .returning({ id: leaves.id })
    .get()
  return id
}

export function leaveById(w: Work, id: LeaveId): Leave | undefined {
  const row = w.tx.select().from(leaves).where(eq(leaves.id, id)).get()
  return row && leaveOf(row)
}

const currentRow = prepared((database) => {
  const ofSession = eq(leaves.sessionId, sql.placeholder('session'))
  return database
    .select()
    .from(leaves)
    .where(and(ofSession, eq(leaves.personId, sql.placeholder('person')), standing()))
    .orderBy(desc(leaves.id))
    .limit(1)
    .prepare()
})

/** A person's leave for a session: the last one that was not taken back. */
export function currentLeave(w: Work, session: SessionId, person: PersonId): Leave | undefined {
  const row = currentRow(w).get({ session, person })
  return row && leaveOf(row)
}

/** The same for everybody of a session. */
export function leavesOf(w: Work, session: SessionId): Map<PersonId, Leave> {
  const rows = w.tx
    .select()
    .from(leaves)
    .where(and(eq(leaves.sessionId, session), standing()))
    .orderBy(asc(leaves.id))
    .all()
  return new Map(rows.map((row) => [row.personId, leaveOf(row)]))
}

/** What waits for a decision in a branch, oldest first. */
export function pendingLeaves(w: Work, branch: OrganisationId): Leave[] {
  return w.tx
    .select()
    .from(leaves)
    .where(and(eq(leaves.branchId, branch), eq(leaves.state, 'pending')))
    .orderBy(asc(leaves.id))
    .all()
    .map(leaveOf)
}

interface Change {
  from: readonly LeaveState[]
  to: LeaveState
  by?: PersonId | undefined
  answer?: string
}

/** Moves a leave on; false when it is no longer in one of the states `from`. */
export function changeLeave(w: Work, id: LeaveId, { from, to, by, answer }: Change): boolean {
  const decision = to === 'withdrawn' ? {} : { decidedAt: w.now, decidedBy: by, answer }
  return (
    w.tx
      .update(leaves)
      .set({ state: to, ...decision })
      .where(and(eq(leaves.id, id), inArray(leaves.state, [...from])))
      .run().changes > 0
  )
}

/** Whoever is here needs no decision on leave any more. */
export function endPendingLeave(w: Work, session: SessionId, person: PersonId): void {
  const leave = currentLeave(w, session, person)
  if (leave) changeLeave(w, leave.id, { from: ['pending'], to: 'withdrawn' })
}

export function saveNote(w: Work, id: LeaveId, note: string): void {
  w.tx.update(leaves).set({ note }).where(eq(leaves.id, id)).run()
}

/** When those who decide were last told of leaves for a session. */
export function lastToldAt(w: Work, session: SessionId): Date | undefined {
  const row = w.tx
    .select({ at: max(leaves.toldAt) })
    .from(leaves)
    .where(eq(leaves.sessionId, session))
    .get()
  return row?.at ?? undefined
}

/** The oldest leave of a session that nobody was told of yet. */
export function firstUntold(w: Work, session: SessionId): Leave | undefined {
  const row = w.tx
    .select()
    .from(leaves)
    .where(and(eq(leaves.sessionId, session), eq(leaves.state, 'pending'), isNull(leaves.toldAt)))
    .orderBy(asc(leaves.id))
    .limit(1)
    .get()
  return row && leaveOf(row)
}

/** Notes that somebody who decides has been shown these. */
export function noteTold(w: Work, shown: readonly Leave[]): void {
  const ids = shown.map(({ id }) => id)
  w.tx.update(leaves).set({ toldAt: w.now }).where(inArray(leaves.id, ids)).run()
}

function standing() {
  return ne(leaves.state, 'withdrawn')
}

function leaveOf(row: typeof leaves.$inferSelect): Leave {
  return {
    id: row.id,
    branch: row.branchId,
    session: row.sessionId,
    person: row.personId,
    code: row.code,
    state: row.state,
    requestedAt: row.requestedAt,
    ...(row.note !== null && { note: row.note }),
    ...(row.decidedBy !== null && { decidedBy: row.decidedBy }),
    ...(row.answer !== null && { answer: row.answer }),
  }
}
