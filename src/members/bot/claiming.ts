// Doors of claiming: the link, name and digits or one's own number, 是我, and what to do if it fails.

import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import {
  button,
  type Door,
  formStep,
  type Reply,
  type Said,
  startLink,
  type Turn,
} from '../../platform/telegram/door.ts'
import { closeForm, keepForm, openForm } from '../../platform/telegram/form.ts'
import { askForNod, askToBeAdded, askToClaim, askToRebind } from '../actions/asking.ts'
import { claim, type LookUp, lookUp, lookUpNumber, receipt } from '../actions/claim.ts'
import { joinRoster } from '../actions/joining.ts'
import { acceptOffersAtClaim, askWaitingOffers } from '../actions/offices.ts'
import { secretaryName } from '../actions/vouching.ts'
import {
  addMeButton,
  type ClaimForm,
  claimForm,
  claimLink,
  consentButton,
  meButton,
  notMeButton,
  rebindButton,
} from '../buttons.ts'
import * as say from '../messages/claim.ts'
import { joinedToo } from '../messages/claim-joining.ts'
import {
  helpAsked,
  rebindAsked,
  rebindAskedThere,
  rebindNotAsked,
  secretaryAsked,
  secretaryOutOfReach,
} from '../messages/claim-secretary.ts'
import { consentText } from '../messages/consent.ts'
import type { NumberReading } from '../rules/claim.ts'
import { officesOf } from '../store/identity.ts'
import { waitingOffers } from '../store/offices.ts'
import type { RosterMember } from '../store.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>
type Meant = { branch: OrganisationId; person: RosterMember['person'] }

export const claimingDoors: readonly Door[] = [
  startLink(claimLink, ({ w, who, data }) => askToClaim(w, who, data.branch)),
  formStep(claimForm, saidWho),
  button(consentButton, () => ({ show: [consentText] })),
  button(meButton, saidMe),
  button(notMeButton, saidNotMe),
  button(addMeButton, wantsToBeAdded),
  button(rebindButton, wantsToRebind),
]

/** What is answered, and what the form remembers of it. */
interface Answer {
  message: Message
  /** Asked for again: our keys stay. */
  again?: boolean
  offered?: readonly RosterMember[]
  isAsked?: boolean
  name?: string
}

function saidWho({ w, who, data: form, said }: Turn<ClaimForm>): Reply {
  if (who.person !== undefined) {
    closeForm(w, who.account)
    return askToClaim(w, who, form.branch, form.next)
  }
  const heard = hear({ w, who }, form, said)
  const { message, again, offered = [], isAsked = false, name = form.name } = heard
  const hasKeys = again === true && form.hasKeys === true
  keepForm(w, who.account, claimForm, {
    ...form,
    offered: offered.map(({ person }) => person),
    isAsked,
    hasKeys,
    ...(name !== undefined && { name }),
  })
  if (hasKeys) return { show: [{ ...message, keys: say.claimKeys }] }
  return { show: form.hasKeys ? withoutKeys(message) : [message] }
}

/** Takes our keys away: with the message itself, or before one that has buttons. */
function withoutKeys(message: Message): Message[] {
  return message.buttons ? [say.received, message] : [{ ...message, keys: 'removed' }]
}

function hear(visit: Visit, form: ClaimForm, said: Said): Answer {
  const { w, who } = visit
  if (said.kind === 'contact') {
    if (!said.isOwn) return { message: say.numberNotYours, again: true }
    return answer(visit, form, lookUpNumber(w, who, form.branch, said.lastFour))
  }
  if (said.kind !== 'text') return { message: say.nameInWords, again: true }
  if (said.text === say.claimKeys.instead) return { message: say.nameThen }
  const reading = lookUp(w, who, form.branch, said.text)
  return { ...answer(visit, form, reading), ...('name' in reading && { name: reading.name }) }
}

function answer(
  visit: Visit,
  { branch }: ClaimForm,
  reading: LookUp | NumberReading<RosterMember>,
): Answer {
  const secretary = secretaryName(visit.w, branch)
  switch (reading.kind) {
    case 'unreadable':
      return { message: say.nameUnreadable, again: true }
    case 'tailMissing':
      return { message: say.tailPlease, again: true }
    case 'taken':
      return { message: say.takenAlready(branch, reading.one), offered: [reading.one] }
    case 'found':
      return isThatYou(visit, branch, reading.one)
    case 'several':
      return { message: say.whichAreYou(branch, reading.people), offered: reading.people }
    case 'nameMissing':
      return { message: say.numberNotEnough(branch, reading.isKnown) }
    case 'notFound': {
      const { name, phoneTail = '', near } = reading
      const message = say.notOnRoster({ branch, said: `${name} ${phoneTail}`, near, secretary })
      return { message, offered: near, again: near.length === 0 }
    }
    case 'unproven':
      return { message: waitForNod(visit, branch, reading.one) }
    case 'paused':
      return { message: say.secretaryHelps(branch, secretary) }
  }
}

function isThatYou({ w }: Visit, branch: OrganisationId, one: RosterMember): Answer {
  const waiting = waitingOffers(w, branch, one.person).map(({ office }) => office)
  return { message: say.isThatYou(branch, one, waiting), offered: [one], isAsked: true }
}

function waitForNod({ w, who }: Visit, branch: OrganisationId, member: RosterMember): Message {
  const asked = askForNod(w, who, branch, member) === 'queued'
  return asked ? secretaryAsked : secretaryOutOfReach(secretaryName(w, branch))
}

function saidMe({ w, who, data, follow }: Turn<Meant>): Reply {
  const { branch, person } = data
  if (who.person === person) return { toast: '已经登记过了 ✅' }
  const form = offering({ w, who }, data)
  if (!form) {
    return { ...askToClaim(w, who, branch), toast: '这条消息旧了，请再发一次姓名和后四位。' }
  }
  const outcome =
    who.person === undefined ? claimed({ w, who }, form, data) : joined({ w, who }, form, data)
  if (!outcome.done) return { edit: outcome.message }
  if (!form.isAsked) askWaitingOffers(w, branch, who.person ?? person)
  closeForm(w, who.account)
  const followed = form.next === undefined ? {} : follow(form.next)
  return { ...followed, edit: outcome.message }
}

interface Made {
  done: boolean
  message: Message
}

function claimed({ w, who }: Visit, { isAsked }: ClaimForm, { branch, person }: Meant): Made {
  const outcome = claim(w, who, { branch, person, account: who.account })
  if (outcome.ok) {
    if (isAsked) acceptOffersAtClaim(w, who, branch)
    return { done: true, message: receipt(w, branch, outcome.member) }
  }
  const message = say.refusal(outcome, { branch, secretary: secretaryName(w, branch) })
  return { done: false, message }
}

function joined({ w, who }: Visit, { isAsked }: ClaimForm, data: Meant): Made {
  const { branch } = data
  const outcome = joinRoster(w, who, data)
  if (outcome.ok) {
    if (isAsked) acceptOffersAtClaim(w, who, branch)
    const { person, name } = outcome.member
    const offices = officesOf(w, person).get(branch) ?? []
    return { done: true, message: joinedToo(outcome.branch, { name, offices }) }
  }
  const why = { reason: 'accountTaken' } as const
  return { done: false, message: say.refusal(why, { branch, secretary: secretaryName(w, branch) }) }
}

function saidNotMe({ w, who, data: { branch } }: Turn<{ branch: OrganisationId }>): Reply {
  const form = openForm(w, who.account, claimForm)
  if (form?.branch !== branch) return askToClaim(w, who, branch)
  const secretary = secretaryName(w, branch)
  if (who.person !== undefined) {
    closeForm(w, who.account)
    return { edit: say.notYouThere(secretary) }
  }
  keepForm(w, who.account, claimForm, { ...form, offered: [] })
  return { edit: say.notYouThen(secretary) }
}

function wantsToBeAdded({ w, who, data: { branch } }: Turn<{ branch: OrganisationId }>): Reply {
  const form = openForm(w, who.account, claimForm)
  if (form?.branch !== branch || who.person !== undefined) return askToClaim(w, who, branch)
  const outcome = askToBeAdded(w, who, { branch, said: form.name })
  return { edit: helpAsked(outcome, secretaryName(w, branch)) }
}

function wantsToRebind({ w, who, data }: Turn<Meant>): Reply {
  const { branch } = data
  const form = offering({ w, who }, data)
  if (!form || who.person !== undefined) return askToClaim(w, who, branch)
  switch (askToRebind(w, who, data)) {
    case 'asked':
      return { edit: rebindAsked }
    case 'askedThere':
      return { edit: rebindAskedThere }
    case 'free':
      return askToClaim(w, who, branch, form.next)
    case 'paused':
      return { edit: say.secretaryHelps(branch, secretaryName(w, branch)) }
    case 'unreachable':
      return { edit: rebindNotAsked(secretaryName(w, branch)) }
  }
}

/** The open form in which that person was offered: name or number and digits have fitted. */
function offering({ w, who }: Visit, { branch, person }: Meant): ClaimForm | undefined {
  const form = openForm(w, who.account, claimForm)
  return form?.branch === branch && form.offered.includes(person) ? form : undefined
}
