// A request for a correction finds whoever keeps the roster, and its answer the one who asked.

import type { CorrectionId, OrganisationId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Who } from '../../kernel/who.ts'
import {
  answerCorrection,
  askCorrection,
  correctionAbout,
} from '../../members/actions/corrections.ts'
import { tell } from '../../members/actions.ts'
import {
  type Correction,
  correctionById,
  openCorrections,
} from '../../members/store/corrections.ts'
import { holdersOf, personById } from '../../members/store.ts'
import type { Awaiting, Somebody } from '../../platform/feature.ts'
import type { Work } from '../../platform/store/work.ts'
import * as say from '../messages/corrections.ts'

type AskRefusal =
  | { reason: 'notOnRoster' }
  | { reason: 'tooMany' }
  | { reason: 'keepsItThemselves' }

/** Sends what is wrong to the first who keeps the roster and can be reached; says to whom. */
export function sendCorrection(
  w: Work,
  who: Who,
  said: { branch: OrganisationId; text: string },
): Outcome<{ id: CorrectionId; told?: string | undefined }, AskRefusal> {
  const { branch } = said
  const holders = holdersOf(w, branch, 'roster.manage')
  const others = holders.filter((one) => one !== who.person)
  if (holders.length > 0 && others.length === 0) return refused({ reason: 'keepsItThemselves' })
  const asked = askCorrection(w, who, said)
  if (!asked.ok) return asked
  const { id } = asked
  const message = shownCorrection(w, id)
  const about = correctionAbout(id)
  const told = others.find(
    (person) => message && tell(w, { branch, person, message, about }) === 'queued',
  )
  return done({ id, told: told === undefined ? undefined : personById(w, told)?.name })
}

/** The request as whoever keeps the roster sees it; undefined when nothing waits. */
export function shownCorrection(w: Work, id: CorrectionId) {
  const correction = correctionById(w, id)
  if (correction?.state !== 'open') return undefined
  return say.correctionAsked({ ...correction, name: nameOf(w, correction) })
}

/** Answers it; whoever asked is told. */
export function settleCorrection(
  w: Work,
  who: Who,
  answer: { id: CorrectionId; declinedWith?: string },
) {
  const outcome = answerCorrection(w, who, answer)
  if (!outcome.ok) return outcome
  const { branch, person, text } = outcome.correction
  tell(w, { branch, person, message: say.correctionAnswered(text, answer.declinedWith) })
  return done({ name: nameOf(w, outcome.correction) })
}

/** What waits for those who keep the roster. */
export function correctionsAwaiting(w: Work, { person, branch }: Somebody): Awaiting[] {
  if (!holdersOf(w, branch, 'roster.manage').includes(person)) return []
  return openCorrections(w, branch).map((correction) => ({
    ...say.correctionWaits(correction.id, nameOf(w, correction)),
    as: 'office',
  }))
}

function nameOf(w: Work, { person }: Pick<Correction, 'person'>): string {
  return personById(w, person)?.name ?? ''
}
