// Doors of the opening that are written through: the link from the card, and the next message.

import type { Who } from '../../kernel/who.ts'
import { askToClaim } from '../../members/actions/asking.ts'
import { receiveList } from '../../members/actions/importing.ts'
import { notTaken } from '../../members/messages/importing-refusals.ts'
import { cleanName } from '../../members/rules.ts'
import { isOrphaned } from '../../members/store/offices.ts'
import { nameBranch } from '../../organisation/actions.ts'
import { branchById, type Group, groupByChat } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import {
  type Door,
  formStep,
  type Reply,
  type Said,
  startLink,
  type Turn,
} from '../../platform/telegram/door.ts'
import { closeForm, keepForm } from '../../platform/telegram/form.ts'
import { question } from '../actions/question.ts'
import { openingFile } from '../actions/roster.ts'
import { planByRule } from '../actions/rule.ts'
import {
  goTo,
  groupBehind,
  type Opening,
  openerName,
  openingOf,
  recover,
  redeem,
  titleOf,
} from '../actions.ts'
import { type SetupForm, setupForm, setupLink } from '../buttons.ts'
import { codeToLead, leading, leads } from '../messages/recovery.ts'
import { notEveryMonth, planned, ruleUnread, ruleWithoutTime, typeRule } from '../messages/steps.ts'
import * as say from '../messages.ts'

interface Visit {
  w: Work
  who: Who
}

export const writingDoors: readonly Door[] = [
  startLink(setupLink, ({ w, who, data }) => entered({ w, who }, groupBehind(w, data.nonce))),
  formStep(setupForm, wrote),
]

function entered({ w, who }: Visit, group: Group | undefined): Reply {
  if (!group) return { show: [say.linkOver] }
  if (group.branch !== undefined) return taken({ w, who }, group, group.branch)
  keepForm(w, who.account, setupForm, { chat: group.chat, step: 'code' })
  return { show: [say.codePlease(titleOf(w, group.chat))] }
}

/** Somebody comes to a group with a branch: to go on, to wait, or to claim. */
function taken({ w, who }: Visit, group: Group, branch: Opening['branch']): Reply {
  const { chat, openedBy } = group
  if (isOrphaned(w, branch)) {
    keepForm(w, who.account, setupForm, { chat, step: 'code' })
    return { show: [codeToLead(branchById(w, branch)?.name ?? '')] }
  }
  if (openedBy === undefined) return askToClaim(w, who, branch)
  const opening = openingOf(w, who, branch)
  if (opening) return { show: [question(w, who, opening)] }
  return { show: [say.beingOpened(openerName(w, branch))] }
}

function wrote({ w, who, data, said }: Turn<SetupForm>): Reply {
  if (data.branch === undefined) return wroteCode({ w, who }, data, said)
  const opening = openingOf(w, who, data.branch)
  if (opening) return wroteAt({ w, who }, opening, said)
  closeForm(w, who.account)
  return { show: [say.notOpeningAnyMore] }
}

function wroteCode({ w, who }: Visit, { chat }: SetupForm, said: Said): Reply {
  const group = groupByChat(w, chat)
  if (!group || group.leftAt || (group.branch !== undefined && !isOrphaned(w, group.branch))) {
    closeForm(w, who.account)
    return entered({ w, who }, group?.leftAt ? undefined : group)
  }
  if (said.kind !== 'text') return { show: [say.codeInWords] }
  return usedCode({ w, who }, group, said.text)
}

/** The code opens a branch in the group, or makes its holder the secretary of one without. */
function usedCode({ w, who }: Visit, { chat, branch }: Group, typed: string): Reply {
  const isNew = branch === undefined
  const outcome = isNew ? redeem(w, who, chat, typed) : recover(w, who, { chat, branch }, typed)
  if (outcome.ok) {
    const { opening } = outcome
    if (!opening) return { show: [leads(outcome.name)] }
    return { show: [say.after(isNew ? say.confirmed : leading, question(w, who, opening))] }
  }
  if (outcome.reason === 'wrong') return { show: [say.wrongCode(outcome.triesLeft)] }
  return { show: [say.codePaused(minutesUntil(w, outcome.until))] }
}

function wroteAt(visit: Visit, opening: Opening, said: Said): Reply {
  const { w, who } = visit
  const text = said.kind === 'text' ? said.text : undefined
  switch (opening.step) {
    case 'name':
      return text === undefined ? { show: [say.typeName] } : wroteName(visit, opening, text)
    case 'roster':
      return wroteRoster(visit, opening, said)
    case 'rule':
      return text === undefined ? { show: [typeRule] } : wroteRule(visit, opening, text)
    default:
      return { show: [say.after(say.buttonsPlease, question(w, who, opening))] }
  }
}

function wroteName({ w, who }: Visit, opening: Opening, text: string): Reply {
  const name = cleanName(text)
  if (name.length < 2 || !nameBranch(w, who, opening.branch, name)) return { show: [say.typeName] }
  const next = goTo(w, who, { ...opening, step: 'roster' })
  return { show: [say.after(say.named(name), question(w, who, next))] }
}

function wroteRoster({ w, who }: Visit, opening: Opening, said: Said): Reply {
  const { branch } = opening
  const outcome = receiveList(w, who, { branch, said, purpose: openingFile })
  if (outcome.ok) return { show: [question(w, who, opening)] }
  const zone = branchById(w, branch)?.zone ?? ''
  return { show: [notTaken(outcome, { branch, zone })] }
}

function wroteRule({ w, who }: Visit, opening: Opening, text: string): Reply {
  const outcome = planByRule(w, who, opening, text)
  if (outcome.ok) {
    const next = goTo(w, who, { ...opening, step: 'defaults' })
    return { show: [say.after(planned(outcome.spoken, outcome.next), question(w, who, next))] }
  }
  switch (outcome.reason) {
    case 'timeMissing':
      return { show: [ruleWithoutTime] }
    case 'notEveryMonth':
      return { show: [notEveryMonth(outcome.piece)] }
    case 'unreadable':
      return { show: [ruleUnread(outcome.piece)] }
    default:
      return { show: [ruleUnread(text)] }
  }
}

function minutesUntil(w: Work, until: Date): number {
  return Math.ceil((until.getTime() - w.now.getTime()) / 60_000)
}
