// What waits for a person: an answer, a leave of their own; for an office: leaves, an unlocked session.

import type { PersonId } from '../../kernel/ids.ts'
import { holdersOf } from '../../members/store.ts'
import type { Awaiting, Somebody } from '../../platform/feature.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Session } from '../../sessions/rules.ts'
import { sessionsInStates } from '../../sessions/store/all-branches.ts'
import { nextSession, rollOf, sessionById } from '../../sessions/store.ts'
import { answerButton, pendingButton, rollCallButton, showLeaveButton } from '../buttons.ts'
import { toFinishLine } from '../messages/closing.ts'
import { waitingLine } from '../messages/deciding.ts'
import { ownLeaveLine } from '../messages/leave.ts'
import { invitedLine } from '../messages/reminding.ts'
import { currentLeave } from '../store/leaves.ts'
import { occasionOf } from '../store/occasion.ts'
import { isGoing } from '../store/rsvps.ts'
import { waitingFor } from './digest.ts'
import { deciderOf } from './office.ts'

/** Everything of attendance that waits for this person in this branch. */
export function attendanceAwaiting(w: Work, who: Somebody): Awaiting[] {
  return [...ownThings(w, who), ...leavesToDecide(w, who), ...rollsToFinish(w, who)]
}

function ownThings(w: Work, { person, branch }: Somebody): Awaiting[] {
  const session = nextSession(w, branch)
  if (!session || !isExpected(w, session, person)) return []
  const occasion = occasionOf(w, session)
  const leave = currentLeave(w, session.id, person)
  if (leave) {
    const line = ownLeaveLine(occasion, leave, deciderOf(w, leave))
    const button = { label: '看请假', data: showLeaveButton.data({ leave: leave.id }) }
    return [{ line, button, as: 'self' }]
  }
  if (isGoing(w, session.id, person)) return []
  const button = { label: '回复邀请', data: answerButton.data({ session: session.id }) }
  return [{ line: invitedLine(occasion), button, as: 'self' }]
}

function leavesToDecide(w: Work, { person, branch }: Somebody): Awaiting[] {
  if (!holdersOf(w, branch, 'leave.decide').includes(person)) return []
  return [...waitingFor(w, { person, branch })].flatMap(([id, count]) => {
    const session = sessionById(w, id)
    if (!session || session.state === 'cancelled' || session.state === 'locked') return []
    const button = { label: '看请假', data: pendingButton.data({ session: id }) }
    return [{ line: waitingLine(occasionOf(w, session), count), button, as: 'office' } as const]
  })
}

function rollsToFinish(w: Work, { person, branch }: Somebody): Awaiting[] {
  if (!holdersOf(w, branch, 'attendance.manage').includes(person)) return []
  return sessionsInStates(w, ['open', 'closed'])
    .filter((session) => session.branch === branch)
    .map((session) => {
      const button = {
        label: '点名和小结',
        data: rollCallButton.data({ session: session.id, page: 0 }),
      }
      return { line: toFinishLine(occasionOf(w, session)), button, as: 'office' }
    })
}

function isExpected(w: Work, session: Session, person: PersonId): boolean {
  return rollOf(w, session).some((entry) => entry.person === person && entry.place === 'expected')
}
