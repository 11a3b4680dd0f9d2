// The roll of a session with what is known of each person, and a person's year.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Session } from '../../sessions/rules.ts'
import { rollOf, sessionsBetween } from '../../sessions/store.ts'
import type { Leave } from '../rules/leave.ts'
import {
  type AttendanceLine,
  countsAsExpected,
  isHere,
  lineState,
  type Mark,
} from '../rules/tally.ts'
import { leavesOf } from './leaves.ts'
import { marksOf } from './marks.ts'

/** Everybody on the roll, in its order. */
export function attendanceOf(w: Work, session: Session): AttendanceLine[] {
  const marks = marksOf(w, session.id)
  const leaves = leavesOf(w, session.id)
  return rollOf(w, session).map((entry) => {
    const mark = marks.get(entry.person)
    const leave = leaves.get(entry.person)
    const state = lineState({ mark, leave, startsAt: session.startsAt, now: w.now })
    return { ...entry, state, late: mark?.late ?? false, ...known(mark, leave) }
  })
}

export interface Year {
  expected: number
  /** Here in person or online. */
  present: number
  late: number
  excused: number
  absent: number
}

interface YearOf {
  person: PersonId
  branch: OrganisationId
  from: Date
  to: Date
}

/** A person's sessions that are over, counted. */
export function yearOf(w: Work, { person, branch, from, to }: YearOf): Year {
  const over = sessionsBetween(w, branch, from, to).filter(
    ({ state }) => state === 'closed' || state === 'locked',
  )
  const lines = over
    .flatMap((session) => attendanceOf(w, session))
    .filter((line) => line.person === person && countsAsExpected(line))
  return {
    expected: lines.length,
    present: lines.filter(({ state }) => isHere(state)).length,
    late: lines.filter(({ state, late }) => late && isHere(state)).length,
    excused: lines.filter(({ state }) => state === 'excused').length,
    absent: lines.filter(({ state }) => state === 'absent').length,
  }
}

function known(mark: Mark | undefined, leave: Leave | undefined) {
  return {
    ...(mark && { at: mark.at, source: mark.source }),
    ...(leave && {
      leave: {
        code: leave.code,
        state: leave.state,
        requestedAt: leave.requestedAt,
        ...(leave.note !== undefined && { note: leave.note }),
      },
    }),
  }
}
