// Doors: 参加, taking it back, and the invitation in private.

import type { SessionId } from '../../kernel/ids.ts'
import { askToClaim } from '../../members/actions/asking.ts'
import {
  button,
  cardButton,
  type Door,
  type Reply,
  startLink,
  type Turn,
} from '../../platform/telegram/door.ts'
import { mayAnswer } from '../actions/access.ts'
import { invitation } from '../actions/card.ts'
import { answerGoing } from '../actions/rsvp.ts'
import { answerButton, goingButton, goingLink, notGoingButton, yesButton } from '../buttons.ts'
import { answerRefused } from '../messages/refusals.ts'
import { answeredToast, goingAfterClaim, goingReceipt } from '../messages/rsvp.ts'
import type { GoingRefusal } from '../rules/rsvp.ts'
import { occasionOf } from '../store/occasion.ts'
import { line, occasionIn, type Way } from './answering.ts'

type About = Turn<{ session: SessionId }>

export const rsvpDoors: readonly Door[] = [
  cardButton(goingButton, pressedOnCard),
  button(yesButton, saidYes),
  button(notGoingButton, tookBack),
  button(answerButton, showInvitation),
  startLink(goingLink, registeredAfterClaim),
]

function pressedOnCard(turn: About): Reply {
  const { w, who, data } = turn
  const outcome = answerGoing(w, who, data.session)
  if (!outcome.ok) return refusedAnswer(turn, outcome, 'pressed')
  return { toast: answeredToast(outcome, occasionOf(w, outcome.session)) }
}

function saidYes(turn: About): Reply {
  const { w, who, data } = turn
  const outcome = answerGoing(w, who, data.session, 'going')
  if (!outcome.ok) return refusedAnswer(turn, outcome, 'pressed')
  const occasion = occasionOf(w, outcome.session)
  return { toast: answeredToast(outcome, occasion), edit: goingReceipt(occasion) }
}

function tookBack(turn: About): Reply {
  const { w, who, data } = turn
  const outcome = answerGoing(w, who, data.session, 'withdrawn')
  if (!outcome.ok) return refusedAnswer(turn, outcome, 'pressed')
  const toast = answeredToast(outcome, occasionOf(w, outcome.session))
  return { toast, edit: invitation(w, outcome.session, who.person) }
}

/** Opened by the card for somebody unknown; comes back here once they have claimed. */
function registeredAfterClaim(turn: About): Reply {
  const { w, who, data } = turn
  const outcome = answerGoing(w, who, data.session, 'going')
  if (!outcome.ok) return refusedAnswer(turn, outcome, 'said')
  return { show: [goingAfterClaim(occasionOf(w, outcome.session))] }
}

function showInvitation(turn: About): Reply {
  const { w, who, data } = turn
  const part = mayAnswer(w, who, data.session)
  if (!part.ok) return refusedAnswer(turn, part, 'pressed')
  return { show: [invitation(w, part.session, part.person)] }
}

function refusedAnswer({ w, who, data }: About, refusal: GoingRefusal, way: Way): Reply {
  if (refusal.reason === 'unclaimed') {
    return askToClaim(w, who, refusal.session.branch, goingLink.payload(data))
  }
  return line(answerRefused(refusal.reason, occasionIn(w, refusal)), way)
}
