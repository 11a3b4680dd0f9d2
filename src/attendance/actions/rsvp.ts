// Saying yes to an invitation, and taking it back.

import type { PersonId, SessionId } from '../../kernel/ids.ts'
import { done, type Outcome } from '../../kernel/result.ts'
import type { Who } from '../../kernel/who.ts'
import { branchById } from '../../organisation/store.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { type Session, sessionAbout } from '../../sessions/rules.ts'
import { type Answered, answersDueAt, type GoingRefusal } from '../rules/rsvp.ts'
import type { RsvpAnswer } from '../rules/words.ts'
import { changeLeave, currentLeave } from '../store/leaves.ts'
import { isGoing, saveAnswer } from '../store/rsvps.ts'
import { mayAnswer } from './access.ts'
import { refreshCard } from './card.ts'

/** 参加, or taking it back; on the card one button does both. */
export function answerGoing(
  w: Work,
  who: Who,
  id: SessionId,
  wish: RsvpAnswer | 'toggle' = 'toggle',
): Outcome<Answered, GoingRefusal> {
  const part = mayAnswer(w, who, id)
  if (!part.ok) return part
  const { session, person } = part
  const was: RsvpAnswer = isGoing(w, id, person) ? 'going' : 'withdrawn'
  const answer = wish === 'toggle' ? opposite[was] : wish
  const facts = { session, answer, afterDue: isAfterDue(w, session) }
  if (was === answer) return done({ ...facts, unchanged: true, leaveWithdrawn: false })
  saveAnswer(w, { session, person, answer })
  const leaveWithdrawn = answer === 'going' && endLeave(w, session, person)
  audit(w, who, {
    branch: session.branch,
    action: `rsvp.${answer}`,
    subject: sessionAbout(session),
  })
  refreshCard(w, id)
  return done({ ...facts, unchanged: false, leaveWithdrawn })
}

const opposite: Record<RsvpAnswer, RsvpAnswer> = { going: 'withdrawn', withdrawn: 'going' }

function endLeave(w: Work, session: Session, person: PersonId): boolean {
  const leave = currentLeave(w, session.id, person)
  return !!leave && changeLeave(w, leave.id, { from: ['pending', 'approved'], to: 'withdrawn' })
}

function isAfterDue(w: Work, session: Session): boolean {
  const branch = branchById(w, session.branch)
  return !!branch && w.now > answersDueAt(session.startsAt, branch.zone)
}
