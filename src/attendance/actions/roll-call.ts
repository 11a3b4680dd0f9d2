// The organiser records who is there: for those without a phone, or with an empty battery.

import type { PersonId, SessionId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { opensAt, type Session, sessionAbout } from '../../sessions/rules.ts'
import { type RollCallRefusal, recordRefusal } from '../rules/closing.ts'
import { isOver } from '../rules/rsvp.ts'
import { type AttendanceLine, isHere } from '../rules/tally.ts'
import { endPendingLeave } from '../store/leaves.ts'
import { attendanceOf } from '../store/lines.ts'
import { saveMark } from '../store/marks.ts'
import { officeOver } from './access.ts'
import { refreshCard } from './card.ts'
import { opened } from './opening.ts'

type Recordable = Outcome<{ session: Session }, RollCallRefusal>

/** The session, opened if it is time, when this person may record in it. */
export function recordable(w: Work, who: Who, id: SessionId): Recordable {
  const office = officeOver(w, who, { session: id, permission: 'attendance.manage' })
  if (!office.ok) return office
  const { session } = office
  const refusal = recordRefusal(session, opensAt(session), w.now)
  return refusal ? refused(refusal) : done({ session: opened(w, session) })
}

interface Called {
  session: SessionId
  person: PersonId
  to: 'in' | 'out'
}

interface Recorded {
  session: Session
  line: AttendanceLine
  /** It was so already; nothing was written. */
  unchanged: boolean
}

/** Records one person as here, or takes that back. */
export function markByOrganiser(
  w: Work,
  who: Who,
  { session: id, person, to }: Called,
): Outcome<Recorded, RollCallRefusal> {
  const open = recordable(w, who, id)
  if (!open.ok) return open
  const { session } = open
  const line = attendanceOf(w, session).find((one) => one.person === person)
  if (!line) return refused({ reason: 'gone' })
  if (isHere(line.state) === (to === 'in')) return done({ session, line, unchanged: true })
  record(w, who, { session, line, to })
  if (isOver(session, w.now)) refreshCard(w, id)
  return done({ session, line, unchanged: false })
}

/** Records everybody as here of whom nothing is known: nobody on leave, nobody recorded before. */
export function markRest(
  w: Work,
  who: Who,
  id: SessionId,
): Outcome<{ session: Session; count: number }, RollCallRefusal> {
  const open = recordable(w, who, id)
  if (!open.ok) return open
  const { session } = open
  const rest = unrecorded(attendanceOf(w, session))
  for (const line of rest) record(w, who, { session, line, to: 'in' })
  if (isOver(session, w.now)) refreshCard(w, id)
  return done({ session, count: rest.length })
}

/** Those expected of whom nothing is known. */
export function unrecorded(lines: readonly AttendanceLine[]): AttendanceLine[] {
  return lines.filter(({ place, state }) => place === 'expected' && state === 'unrecorded')
}

interface Entry {
  session: Session
  line: AttendanceLine
  to: 'in' | 'out'
}

function record(w: Work, who: Who, { session, line, to }: Entry): void {
  const { person, state: from } = line
  const state = to === 'in' ? 'present' : 'none'
  saveMark(w, { session, person, state, source: 'rollCall', at: w.now, by: who.person })
  if (to === 'in') endPendingLeave(w, session.id, person)
  audit(w, who, {
    branch: session.branch,
    action: 'attendance.mark',
    subject: sessionAbout(session),
    detail: { person, from, to: state },
  })
}
