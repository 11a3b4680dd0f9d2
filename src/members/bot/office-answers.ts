// Doors through which an offered office is seen, answered and taken back.

import type { OfferId } from '../../kernel/ids.ts'
import { dayOn } from '../../kernel/time.ts'
import { branchById } from '../../organisation/store.ts'
import { button, type Door, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { acceptOffer, declineOffer, questionOf, withdrawOffer } from '../actions/offices.ts'
import { answerOfferButton, seeOfferButton, withdrawOfferButton } from '../buttons/offices.ts'
import * as say from '../messages/office-offers.ts'
import { onlySecretaryAppoints } from '../messages/offices.ts'
import type { AnswerRefusal } from '../rules/offices.ts'

type About = Turn<{ offer: OfferId }>

export const answerDoors: readonly Door[] = [
  button(seeOfferButton, seen),
  button(answerOfferButton, (turn) =>
    turn.data.answer === 'yes' ? accepted(turn) : declined(turn),
  ),
  button(withdrawOfferButton, withdrawn),
]

function seen({ w, who, data }: About): Reply {
  const outcome = questionOf(w, who, data.offer)
  return outcome.ok ? { show: [outcome.message] } : notAnswered(outcome)
}

function accepted({ w, who, data }: About): Reply {
  const outcome = acceptOffer(w, who, data.offer)
  if (!outcome.ok) return notAnswered(outcome)
  const { branch, person: _, ...post } = outcome.offer
  const zone = branchById(w, branch)?.zone ?? ''
  const from = { on: dayOn(outcome.from, zone), today: dayOn(w.now, zone) }
  return { edit: say.acceptedReceipt({ ...post, branch, from }) }
}

function declined({ w, who, data }: About): Reply {
  const outcome = declineOffer(w, who, data.offer)
  return outcome.ok ? { edit: say.declinedReceipt } : notAnswered(outcome)
}

function withdrawn({ w, who, data }: About): Reply {
  const outcome = withdrawOffer(w, who, data.offer)
  if (outcome.ok) return { edit: say.withdrawn }
  return outcome.reason === 'over' ? { toast: say.offerIsOver } : { alert: onlySecretaryAppoints }
}

function notAnswered({ reason }: AnswerRefusal): Reply {
  switch (reason) {
    case 'over':
      return { toast: say.offerIsOver }
    case 'notTheirs':
      return { alert: say.offerNotYours }
    case 'notOnRoster':
      return { alert: say.offerNotHere }
  }
}
