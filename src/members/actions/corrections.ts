// Somebody says that something kept about them is wrong; whoever keeps the roster answers.

import type { CorrectionId, OrganisationId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { may, type Who } from '../../kernel/who.ts'
import { cancelLetters } from '../../platform/outbox/outbox.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import {
  type Correction,
  correctionById,
  decideCorrection,
  dropCorrection,
  openCount,
  saveCorrection,
} from '../store/corrections.ts'

/** Of one person, at a time. */
const openAllowed = 3

type AskRefusal = { reason: 'notOnRoster' } | { reason: 'tooMany' }

/** Asks for a correction in the person's own words. */
export function askCorrection(
  w: Work,
  who: Who,
  { branch, text }: { branch: OrganisationId; text: string },
): Outcome<{ id: CorrectionId }, AskRefusal> {
  const { person, memberOf } = who
  if (person === undefined || !memberOf.includes(branch)) return refused({ reason: 'notOnRoster' })
  if (openCount(w, branch, person) >= openAllowed) return refused({ reason: 'tooMany' })
  const id = saveCorrection(w, { branch, person, text })
  note(w, who, { id, branch }, 'correction.ask')
  return done({ id })
}

/** Takes one's own request back while nobody has answered. */
export function withdrawCorrection(w: Work, who: Who, id: CorrectionId): boolean {
  const correction = correctionById(w, id)
  if (!correction || correction.person !== who.person) return false
  if (!dropCorrection(w, id)) return false
  cancelLetters(w, correctionAbout(id))
  note(w, who, correction, 'correction.withdraw')
  return true
}

type AnswerRefusal = { reason: 'notAllowed' } | { reason: 'gone' } | { reason: 'already' }

/** Says that it was put right, or why not. */
export function answerCorrection(
  w: Work,
  who: Who,
  { id, declinedWith }: { id: CorrectionId; declinedWith?: string },
): Outcome<{ correction: Correction }, AnswerRefusal> {
  const correction = correctionById(w, id)
  if (!correction) return refused({ reason: 'gone' })
  if (!may(who, 'roster.manage', correction.branch)) return refused({ reason: 'notAllowed' })
  const state = declinedWith === undefined ? 'done' : 'declined'
  const decided = decideCorrection(w, id, { state, answer: declinedWith, by: who.person })
  if (!decided) return refused({ reason: 'already' })
  note(w, who, correction, `correction.${state}`)
  return done({ correction })
}

/** What unsent letters about it are filed under. */
export function correctionAbout(id: CorrectionId): string {
  return `correction:${id}`
}

type Known = Pick<Correction, 'id' | 'branch'>

function note(w: Work, who: Who, { id, branch }: Known, action: string): void {
  audit(w, who, { branch, action, subject: correctionAbout(id) })
}
