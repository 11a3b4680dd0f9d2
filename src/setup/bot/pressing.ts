// Doors of the opening that are pressed: each is good at its own step only.

import type { Html } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { spokenMonth } from '../../kernel/month.ts'
import { dayOn } from '../../kernel/time.ts'
import { importList } from '../../members/actions/importing.ts'
import { undoImport } from '../../members/actions/importing-undo.ts'
import { offer } from '../../members/actions/office-offers.ts'
import { recogniseFounder } from '../../members/actions/roster.ts'
import { imported } from '../../members/messages/importing.ts'
import { sendAgain } from '../../members/messages/importing-asking.ts'
import { listRefused } from '../../members/messages/importing-refusals.ts'
import { undone, undoRefused } from '../../members/messages/importing-undo.ts'
import { accountOf } from '../../members/store/accounts.ts'
import { dropImports } from '../../members/store/importing.ts'
import { personById, rosterNow } from '../../members/store.ts'
import { nameBranch } from '../../organisation/actions.ts'
import { branchById } from '../../organisation/store.ts'
import type { ButtonCodec } from '../../platform/telegram/callback.ts'
import { button, type Door, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, openForm } from '../../platform/telegram/form.ts'
import { nextRegularDraft } from '../../sessions/store.ts'
import { organiserPicker, selfPicker } from '../actions/choosing.ts'
import { question } from '../actions/question.ts'
import { planByRule } from '../actions/rule.ts'
import {
  endRecovery,
  finish,
  goTo,
  isRecovery,
  type Opening,
  openingOf,
  titleOf,
} from '../actions.ts'
import * as codec from '../buttons.ts'
import { leads } from '../messages/recovery.ts'
import { rosterSkipped } from '../messages/roster.ts'
import * as steps from '../messages/steps.ts'
import * as say from '../messages.ts'
import { offeredRules, type Step } from '../rules.ts'

type Pressed<Data> = Turn<Data> & { opening: Opening }
type InBranch = { branch: OrganisationId }
type OfList = Parameters<typeof codec.importButton.data>[0]
type OfPerson = Parameters<typeof codec.selfButton.data>[0]

export const pressingDoors: readonly Door[] = [
  button(codec.cancelButton, cancelled),
  button(codec.resumeButton, resumed),
  button(codec.endButton, () => ({ edit: steps.ended })),
  button(codec.pageButton, turned),
  ...selfPicker.doors,
  ...organiserPicker.doors,
  at('name', codec.useTitleButton, namedByTitle),
  at('name', codec.typeNameButton, () => ({ edit: say.typeName })),
  at('roster', codec.importButton, importedRoster),
  at('roster', codec.pasteAgainButton, (turn) => {
    putAside(turn)
    return { edit: sendAgain }
  }),
  at('roster', codec.skipRosterButton, skippedRoster),
  button(codec.undoRosterButton, undoneRoster),
  at('self', codec.selfButton, recognised),
  at('self', codec.notListedButton, notListed),
  at('rule', codec.ruleButton, ruled),
  at('defaults', codec.agreeButton, (turn) => onward(turn, 'organiser')),
  at('organiser', codec.organiserButton, asked),
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

function importedRoster({ w, who, opening, data }: Pressed<OfList>): Reply {
  const outcome = importList(w, who, data.list)
  if (!outcome.ok) {
    return { toast: listRefused[outcome.reason], edit: question(w, who, opening) }
  }
  const { chat, branch } = opening
  const next = question(w, who, goTo(w, who, { chat, branch, step: 'self' }))
  return { edit: imported(outcome, { undo: codec.undoRosterButton.data(data) }), show: [next] }
}

/** Without a roster nobody asks who on it the founder is. */
function skippedRoster(turn: Pressed<InBranch>): Reply {
  putAside(turn)
  const hasRoster = rosterNow(turn.w, turn.data.branch).length > 0
  return hasRoster ? onward(turn, 'self') : onward(turn, 'rule', rosterSkipped)
}

function putAside({ w, who, data: { branch } }: Pressed<InBranch>): void {
  dropImports(w, { branch, account: who.account })
}

/** Back at the roster, unless the opening has moved on or somebody stays on it. */
function undoneRoster({ w, who, data }: Turn<OfList>): Reply {
  const outcome = undoImport(w, who, data.list)
  if (!outcome.ok) return { alert: undoRefused(outcome) }
  const opening = openingOf(w, who, outcome.branch)
  const edit = undone(outcome)
  if (opening?.step !== 'self' || rosterNow(w, outcome.branch).length > 0) return { edit }
  const { chat, branch } = opening
  return { edit, show: [question(w, who, goTo(w, who, { chat, branch, step: 'roster' }))] }
}

function recognised(turn: Pressed<OfPerson>): Reply {
  const { w, who, opening, data } = turn
  const name = personById(w, data.person)?.name
  const again = isRecovery(w, who, opening)
  if (name === undefined || !recogniseFounder(w, who, data)) return onward(turn, 'self')
  return again ? recovered(turn, name) : onward(turn, 'rule', steps.recognised(name))
}

function notListed(turn: Pressed<InBranch>): Reply {
  if (isRecovery(turn.w, turn.who, turn.opening)) return recovered(turn)
  return onward(turn, 'rule', steps.notListed)
}

/** Of a branch taken on, everything else is there already. */
function recovered({ w, who, opening }: Pressed<InBranch>, name?: string): Reply {
  endRecovery(w, who, opening)
  return { edit: leads(name) }
}

function ruled(turn: Pressed<Parameters<typeof codec.ruleButton.data>[0]>): Reply {
  const { w, who, opening, data } = turn
  if (data.rule === 'type') return { edit: steps.typeRule }
  if (data.rule === 'later') return onward(turn, 'defaults', steps.decidedEachTime)
  const outcome = planByRule(w, who, opening, offeredRules[data.rule])
  if (!outcome.ok) return { edit: steps.typeRule }
  return onward(turn, 'defaults', steps.planned(outcome.spoken, outcome.next))
}

/** The organiser has to say yes: in private, or by claiming the name. */
function asked(turn: Pressed<OfPerson>): Reply {
  const { w, who, data } = turn
  const fromOn = dayOn(w.now, branchById(w, data.branch)?.zone ?? '')
  const outcome = offer(w, who, { ...data, office: 'organiser', fromOn })
  const done = outcome.ok || outcome.reason === 'waitsAlready' || outcome.reason === 'holdsAlready'
  if (!done) return onward(turn, 'organiser')
  const name = personById(w, data.person)?.name ?? ''
  return finished(turn, { name, isLinked: accountOf(w, data.person) !== undefined })
}

type Organiser = { name: string; isLinked: boolean }

function finished({ w, who, opening }: Pressed<InBranch>, organiser?: Organiser): Reply {
  const { branch } = opening
  finish(w, who, opening)
  const draft = nextRegularDraft(w, branch)?.regularMonth
  return { edit: steps.opened({ branch, organiser, month: draft && spokenMonth(draft) }) }
}
