// Marks: appended, never changed; the last one of a person counts, `none` takes it back.

import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { PersonId, SessionId } from '../../kernel/ids.ts'
import { prepared } from '../../platform/store/prepared.ts'
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

const markRow = prepared((database) =>
  database
    .insert(marks)
    .values({
      branchId: sql.placeholder('branch'),
      sessionId: sql.placeholder('session'),
      personId: sql.placeholder('person'),
      state: sql.placeholder('state'),
      late: sql.placeholder('late'),
      source: sql.placeholder('source'),
      at: sql.placeholder('at'),
      recordedAt: sql.placeholder('recordedAt'),
      recordedBy: sql.placeholder('recordedBy'),
    })
    .prepare(),
)

export function saveMark(w: Work, mark: NewMark): void {
  markRow(w).run({
    branch: mark.session.branch,
    session: mark.session.id,
    person: mark.person,
    state: mark.state,
    late: mark.late ?? false,
    source: mark.source,
    at: mark.at,
    recordedAt: w.now,
    recordedBy: mark.by ?? null,
  })
}

const ofSession = eq(marks.sessionId, sql.placeholder('session'))

const markRows = prepared((database) =>
  database.select().from(marks).where(ofSession).orderBy(asc(marks.id)).prepare(),
)

const lastMarkRow = prepared((database) =>
  database
    .select()
    .from(marks)
    .where(and(ofSession, eq(marks.personId, sql.placeholder('person'))))
    .orderBy(desc(marks.id))
    .limit(1)
    .prepare(),
)

/** What counts for each person of a session. */
export function marksOf(w: Work, session: SessionId): Map<PersonId, Mark> {
  const rows = markRows(w).all({ session })
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
  const row = lastMarkRow(w).get({ session, person })
  return row && countingMark(row)
}

function countingMark({ state, late, source, at }: typeof marks.$inferSelect): Mark | undefined {
  return state === 'none' ? undefined : { state, late, source, at }
}
