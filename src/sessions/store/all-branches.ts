// The sessions of all branches in use, as the clock asks for them with every beat.

import { and, asc, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { idsInUse } from '../../organisation/store/retiring.ts'
import { prepared } from '../../platform/store/prepared.ts'
import type { Work } from '../../platform/store/work.ts'
import { isAnnounced, type Session, type SessionState } from '../rules.ts'
import { sessions } from '../schema.ts'
import { columns, present } from '../store.ts'

const stateRows = prepared((database) => {
  const states = sql`(SELECT value FROM json_each(${sql.placeholder('states')}))`
  const inUse = inArray(sessions.branchId, idsInUse(database))
  return database
    .select(columns)
    .from(sessions)
    .where(and(sql`${sessions.state} IN ${states}`, inUse))
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .prepare()
})

/** The sessions of all branches in use in one of these states: for the clock. */
export function sessionsInStates(w: Work, states: readonly SessionState[]): Session[] {
  return stateRows(w)
    .all({ states: JSON.stringify(states) })
    .map(present)
}

const regularRows = prepared((database) => {
  const starts = and(
    gte(sessions.startsAt, sql.placeholder('fromMs')),
    lt(sessions.startsAt, sql.placeholder('toMs')),
  )
  const regular = and(eq(sessions.kind, 'training'), isNotNull(sessions.regularMonth))
  return database
    .select(columns)
    .from(sessions)
    .where(and(starts, regular))
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .prepare()
})

/** The regular trainings of all branches that were announced and start in [from, to): for the clock. */
export function regularTrainings(w: Work, from: Date, to: Date): Session[] {
  return regularRows(w)
    .all({ fromMs: from.getTime(), toMs: to.getTime() })
    .map(present)
    .filter(isAnnounced)
}
