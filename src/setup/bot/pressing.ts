// Doors of the opening that are pressed: each is good at its own step only.

import type { Html } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { spokenMonth } from '../../kernel/month.ts'
import { appoint, importRoster, recogniseFounder } from '../../members/actions/roster.ts'
import { parseRosterLines } from '../../members/rules/roster-lines.ts'
import { personById } from '../../members/store.ts'
import { nameBranch } from '../../organisation/actions.ts'
import type { ButtonCodec } from '../../platform/telegram/callback.ts'
import { button, type Door, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, openForm } from '../../platform/telegram/form.ts'
import { nextRegularDraft } from '../../sessions/store.ts'
import { question } from '../actions/question.ts'
import { planByRule } from '../actions/rule.ts'
import { finish, goTo, type Opening, openingOf, titleOf } from '../actions.ts'
import * as codec from '../buttons.ts'
import { imported, pasteAgain } from '../messages/roster.ts'
import * as steps from '../messages/steps.ts'
import * as say from '../messages.ts'
import { offeredRules, type Step } from '../rules.ts'

type Pressed<Data> = Turn<Data> & { opening: Opening }
type InBranch = { branch: OrganisationId }
type OfPerson = Parameters<typeof codec.selfButton.data>[0]

export const pressingDoors: readonly Door[] = [
  button(codec.cancelButton, cancelled),
  button(codec.resumeButton, resumed),
  button(codec.endButton, () => ({ edit: steps.ended })),
  button(codec.pageButton, turned),
  at('name', codec.useTitleButton, namedByTitle),
  at('name', codec.typeNameButton, () => ({ edit: say.typeName })),
  at('roster', codec.importButton, importedRoster),
  at('roster', codec.pasteAgainButton, (turn) => {
    onward(turn, 'roster')
    return { edit: pasteAgain }
  }),
  at('self', codec.selfButton, recognised),
  at('self', codec.notListedButton, (turn) => onward(turn, 'rule', steps.notListed)),
  at('rule', codec.ruleButton, ruled),
  at('defaults', codec.agreeButton, (turn) => onward(turn, 'organiser')),
  at('organiser', codec.organiserButton, appointed),
  at('organiser', codec.noOrganiserButton, (turn) => finished(turn)),
]

/** A button that is good at one step; pressed later it shows where the opening is by now. */
function at<Data extends InBranch>(
  step: Step,
  pressed: ButtonCodec<Data>,
  run: (turn: Pressed<Data>) => Reply,
): Door {
  return button(pressed, (turn) => {
    const opening = openingOf(turn.w, turn.who, turn.data.branch)
    if (!opening) return { alert: say.notOpening }
    if (opening.step === step) return run({ ...turn, opening })
    return { toast: say.stepIsDone, edit: question(turn.w, turn.who, opening) }
  })
}

function onward({ w, who, opening }: Pressed<InBranch>, step: Step, done?: Html): Reply {
  const { chat, branch } = opening
  const next = question(w, who, goTo(w, who, { chat, branch, step }))
  return { edit: done ? say.after(done, next) : next }
}

/** Only before there is a branch: later everything is kept. */
function cancelled({ w, who }: Turn<unknown>): Reply {
  const form = openForm(w, who.account, codec.setupForm)
  if (!form || form.branch !== undefined) return { toast: say.stepWasDone }
  closeForm(w, who.account)
  return { edit: say.cancelled }
}

function resumed({ w, who, data }: Turn<InBranch>): Reply {
  const opening = openingOf(w, who, data.branch)
  return opening ? { show: [question(w, who, opening)] } : { alert: say.notOpening }
}

function turned({ w, who, data }: Turn<InBranch & { page: number }>): Reply {
  const opening = openingOf(w, who, data.branch)
  return opening ? { edit: question(w, who, opening, data.page) } : { alert: say.notOpening }
}

function namedByTitle(turn: Pressed<InBranch>): Reply {
  const { w, who, opening } = turn
  const title = titleOf(w, opening.chat)
  if (!title || !nameBranch(w, who, opening.branch, title)) return { edit: say.typeName }
  return onward(turn, 'roster', say.named(title))
}

function importedRoster(turn: Pressed<InBranch & { stamp: number }>): Reply {
  const { w, who, opening, data } = turn
  const { branch, pasted } = opening
  if (pasted?.stamp !== data.stamp) {
    return { toast: say.stepIsDone, edit: question(w, who, opening) }
  }
  const { lines } = parseRosterLines(pasted.text)
  const outcome = importRoster(w, who, { branch, lines })
  if (!outcome.ok) return { alert: say.notOpening }
  return onward(turn, 'self', imported(outcome.imported))
}

function recognised(turn: Pressed<OfPerson>): Reply {
  const { w, who, data } = turn
  const name = personById(w, data.person)?.name
  if (name === undefined || !recogniseFounder(w, who, data)) return onward(turn, 'self')
  return onward(turn, 'rule', steps.recognised(name))
}

function ruled(turn: Pressed<Parameters<typeof codec.ruleButton.data>[0]>): Reply {
  const { w, who, opening, data } = turn
  if (data.rule === 'type') return { edit: steps.typeRule }
  if (data.rule === 'later') return onward(turn, 'defaults', steps.decidedEachTime)
  const outcome = planByRule(w, who, opening, offeredRules[data.rule])
  if (!outcome.ok) return { edit: steps.typeRule }
  return onward(turn, 'defaults', steps.planned(outcome.spoken, outcome.next))
}

function appointed(turn: Pressed<OfPerson>): Reply {
  const { w, who, data } = turn
  if (!appoint(w, who, { ...data, office: 'organiser' })) return onward(turn, 'organiser')
  return finished(turn, personById(w, data.person)?.name)
}

function finished({ w, who, opening }: Pressed<InBranch>, organiser?: string): Reply {
  const { branch } = opening
  finish(w, who, opening)
  const draft = nextRegularDraft(w, branch)?.regularMonth
  return { edit: steps.opened({ branch, organiser, month: draft && spokenMonth(draft) }) }
}
