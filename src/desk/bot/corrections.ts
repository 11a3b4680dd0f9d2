// Doors of corrections: written by the person, answered by whoever keeps the roster.

import type { CorrectionId, OrganisationId } from '../../kernel/ids.ts'
import { may } from '../../kernel/who.ts'
import { withdrawCorrection } from '../../members/actions/corrections.ts'
import { cleanText } from '../../members/rules/correction-text.ts'
import { correctionById } from '../../members/store/corrections.ts'
import { button, type Door, formStep, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, keepForm } from '../../platform/telegram/form.ts'
import { sendCorrection, settleCorrection, shownCorrection } from '../actions/corrections.ts'
import {
  answerCorrectionButton,
  correctionForm,
  declineForm,
  seeCorrectionButton,
  withdrawCorrectionButton,
} from '../buttons.ts'
import * as say from '../messages/corrections.ts'

type Which = { correction: CorrectionId }

export const correctionDoors: readonly Door[] = [
  formStep(correctionForm, wrote),
  formStep(declineForm, explained),
  button(withdrawCorrectionButton, ({ w, who, data }) =>
    withdrawCorrection(w, who, data.correction)
      ? { edit: say.correctionWithdrawn }
      : { toast: say.correctionGone },
  ),
  button(seeCorrectionButton, seen),
  button(answerCorrectionButton, (turn) =>
    turn.data.answer === 'yes' ? settled(turn, undefined) : reasonAsked(turn),
  ),
]

function wrote({ w, who, data, said }: Turn<{ branch: OrganisationId }>): Reply {
  const text = said.kind === 'text' ? cleanText(said.text) : ''
  if (!text) return { show: [say.correctionInWords] }
  closeForm(w, who.account)
  const outcome = sendCorrection(w, who, { branch: data.branch, text })
  if (outcome.ok) return { show: [say.correctionSent(outcome.id, outcome.told)] }
  const refusals = {
    notOnRoster: say.notOnARoster,
    tooMany: say.tooManyOpen,
    keepsItThemselves: say.youKeepTheRoster,
  }
  return { show: [refusals[outcome.reason]] }
}

function seen(turn: Turn<Which>): Reply {
  const { w, data } = turn
  if (!keepsRoster(turn)) return { alert: say.onlyRosterKeepers }
  const message = shownCorrection(w, data.correction)
  return message ? { show: [message] } : { toast: say.correctionGone }
}

function reasonAsked(turn: Turn<Which>): Reply {
  const { w, who, data } = turn
  if (!keepsRoster(turn)) return { alert: say.onlyRosterKeepers }
  if (!shownCorrection(w, data.correction)) return { toast: say.correctionGone }
  keepForm(w, who.account, declineForm, { correction: data.correction })
  return { show: [say.whyNot] }
}

function explained(turn: Turn<Which>): Reply {
  const { w, who, said } = turn
  const text = said.kind === 'text' ? cleanText(said.text) : ''
  if (!text) return { show: [say.whyNot] }
  closeForm(w, who.account)
  const { edit, ...reply } = settled(turn, text)
  const spoken = reply.alert ?? reply.toast
  if (edit) return { show: [edit] }
  return spoken === undefined ? {} : { show: [say.spoken(spoken)] }
}

/** Answers it, by a press or by words. */
function settled({ w, who, data }: Turn<Which>, declinedWith: string | undefined): Reply {
  const answer = { id: data.correction, ...(declinedWith !== undefined && { declinedWith }) }
  const outcome = settleCorrection(w, who, answer)
  if (outcome.ok) return { edit: say.answered(outcome.name, declinedWith) }
  return outcome.reason === 'notAllowed'
    ? { alert: say.onlyRosterKeepers }
    : { toast: say.correctionGone }
}

function keepsRoster({ w, who, data }: Turn<Which>): boolean {
  const correction = correctionById(w, data.correction)
  return correction === undefined || may(who, 'roster.manage', correction.branch)
}
