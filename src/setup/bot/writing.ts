// Doors of the opening that are written through: the link from the card, and the next message.

import type { Who } from '../../kernel/who.ts'
import { askToClaim } from '../../members/actions/asking.ts'
import { parseRosterLines } from '../../members/rules/roster-lines.ts'
import { cleanName } from '../../members/rules.ts'
import { nameBranch } from '../../organisation/actions.ts'
import { type Group, groupByChat } from '../../organisation/store.ts'
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
import { planByRule } from '../actions/rule.ts'
import {
  goTo,
  groupBehind,
  type Opening,
  openerName,
  openingOf,
  redeem,
  titleOf,
} from '../actions.ts'
import { type SetupForm, setupForm, setupLink } from '../buttons.ts'
import { nobodyRead, rosterInWords } from '../messages/roster.ts'
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
function taken({ w, who }: Visit, { openedBy }: Group, branch: Opening['branch']): Reply {
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
  if (!group || group.leftAt || group.branch !== undefined) {
    closeForm(w, who.account)
    return entered({ w, who }, group?.leftAt ? undefined : group)
  }
  if (said.kind !== 'text') return { show: [say.codeInWords] }
  const outcome = redeem(w, who, chat, said.text)
  if (outcome.ok) {
    return { show: [say.after(say.confirmed, question(w, who, outcome.opening))] }
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
      return text === undefined ? { show: [rosterInWords] } : wroteRoster(visit, opening, text)
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

function wroteRoster({ w, who }: Visit, opening: Opening, text: string): Reply {
  if (parseRosterLines(text).lines.length === 0) return { show: [nobodyRead] }
  const next = goTo(w, who, { ...opening, pasted: { text, stamp: w.now.getTime() } })
  return { show: [question(w, who, next)] }
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
