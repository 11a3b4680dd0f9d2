// Doors of claiming: the link, name and digits, 是我, and the secretary's nod.

import type { OrganisationId } from '../../kernel/ids.ts'
import {
  button,
  type Door,
  formStep,
  type Reply,
  startLink,
  type Turn,
} from '../../platform/telegram/door.ts'
import { closeForm, keepForm, openForm } from '../../platform/telegram/form.ts'
import { askForNod, askToClaim, nod, receipt, secretaryName } from '../actions/asking.ts'
import { type Claim, claim, type LookUp, lookUp } from '../actions/claim.ts'
import {
  type ClaimForm,
  claimForm,
  claimLink,
  meButton,
  nodButton,
  notMeButton,
} from '../buttons.ts'
import * as say from '../messages/claim.ts'
import { personById, type RosterMember } from '../store.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>
type Meant = { branch: OrganisationId; person: RosterMember['person'] }

export const claimingDoors: readonly Door[] = [
  startLink(claimLink, ({ w, who, data }) => askToClaim(w, who, data.branch)),
  formStep(claimForm, saidWho),
  button(meButton, saidMe),
  button(notMeButton, saidNotMe),
  button(nodButton, ({ w, who, data }) =>
    nodReply({ w, who }, { ...data, agreed: data.answer === 'yes' }),
  ),
]

function saidWho({ w, who, data, said }: Turn<ClaimForm>): Reply {
  if (said.kind !== 'text') return { show: [say.nameInWords] }
  const reading = lookUp(w, who, data.branch, said.text)
  return answer({ w, who }, data, { ...reading, text: said.text })
}

function answer(visit: Visit, form: ClaimForm, reading: LookUp & { text: string }): Reply {
  const { w, who } = visit
  const { branch } = form
  const secretary = secretaryName(w, branch)
  const offer = (people: readonly RosterMember[]) =>
    keepForm(w, who.account, claimForm, { ...form, offered: people.map(({ person }) => person) })
  switch (reading.kind) {
    case 'unreadable':
      return { show: [say.nameUnreadable] }
    case 'tailMissing':
      return { show: [say.tailPlease] }
    case 'taken':
      return { show: [say.takenAlready(reading.one.name, secretary)] }
    case 'found':
      offer([reading.one])
      return { show: [say.isThatYou(branch, reading.one)] }
    case 'notFound':
      offer(reading.near)
      return {
        show: [say.notOnRoster({ branch, said: reading.text, near: reading.near, secretary })],
      }
    case 'unproven':
      return waitForNod(visit, branch, reading.one)
    case 'paused':
      closeForm(w, who.account)
      return { show: [say.secretaryHelps(secretary)] }
  }
}

function waitForNod({ w, who }: Visit, branch: OrganisationId, member: RosterMember): Reply {
  closeForm(w, who.account)
  const asked = askForNod(w, who, branch, member) === 'queued'
  return { show: [asked ? say.secretaryAsked : say.secretaryOutOfReach(secretaryName(w, branch))] }
}

function saidMe({ w, who, data, follow }: Turn<Meant>): Reply {
  if (who.person === data.person) return { toast: '已经登记过了 ✅' }
  const form = openForm(w, who.account, claimForm)
  if (form?.branch !== data.branch || !form.offered.includes(data.person)) {
    return { ...askToClaim(w, who, data.branch), toast: '这条消息旧了，请再发一次姓名和后四位。' }
  }
  const outcome = claim(w, who, { ...data, account: who.account })
  if (!outcome.ok) return { edit: say.refusal(outcome, secretaryName(w, data.branch)) }
  closeForm(w, who.account)
  const followed = form.next === undefined ? {} : follow(form.next)
  return { ...followed, edit: receipt(w, data.branch, outcome.member) }
}

function saidNotMe({ w, who, data }: Turn<{ branch: OrganisationId }>): Reply {
  const form = openForm(w, who.account, claimForm)
  if (form?.branch !== data.branch) return askToClaim(w, who, data.branch)
  keepForm(w, who.account, claimForm, { ...form, offered: [] })
  return { edit: say.notYouThen(secretaryName(w, data.branch)) }
}

function nodReply({ w, who }: Visit, about: Claim & { agreed: boolean }): Reply {
  const outcome = nod(w, who, about)
  if (outcome.ok)
    return { edit: say.nodded(personById(w, about.person)?.name ?? '', outcome.agreed) }
  if (outcome.reason === 'notAllowed') return { alert: say.onlySecretaryNods }
  return { edit: say.refusal(outcome, secretaryName(w, about.branch)) }
}
