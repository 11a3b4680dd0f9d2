// Marks: appended, never changed; the last one of a person counts, `none` takes it back.

import { and, asc, desc, eq } from 'drizzle-orm'
import type { PersonId, SessionId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Session } from '../../sessions/rules.ts'
import type { Mark } from '../rules/tally.ts'
import type { AttendanceState, MarkSource } from '../rules/words.ts'
import { marks } from '../schema.ts'

export interface NewMark {
  session: Session
  person: PersonId
  state: AttendanceState
  source: MarkSource
  /** The instant of the fact. */
  at: Date
  late?: boolean
  by?: PersonId | undefined
}

export function saveMark(w: Work, mark: NewMark): void {
  w.tx
    .insert(marks)
    .values({
      branchId: mark.session.branch,
      sessionId: mark.session.id,
      personId: mark.person,
      state: mark.state,
      late: mark.late ?? false,
      source: mark.source,
      at: mark.at,
      recordedAt: w.now,
      recordedBy: mark.by,
    })
    .run()
}

/** What counts for each person of a session. */
export function marksOf(w: Work, session: SessionId): Map<PersonId, Mark> {
  const rows = w.tx
    .select()
    .from(marks)
    .where(eq(marks.sessionId, session))
    .orderBy(asc(marks.id))
    .all()
  const last = new Map(rows.map((row) => [row.personId, row]))
  const counting = new Map<PersonId, Mark>()
  for (const [person, row] of last) {
    const mark = countingMark(row)
    if (mark) counting.set(person, mark)
  }
  return counting
}

/** What counts for one person of a session. */
export function markOf(w: Work, session: SessionId, person: PersonId): Mark | undefined {
  const row = w.tx
    .select()
    .from(marks)
    .where(and(eq(marks.sessionId, session), eq(marks.personId, person)))
    .orderBy(desc(marks.id))
    .limit(1)
    .get()
  return row && countingMark(row)
}

function countingMark({ state, late, source, at }: typeof marks.$inferSelect): Mark | undefined {
  return state === 'none' ? undefined : { state, late, source, at }
}
