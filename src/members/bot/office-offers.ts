// Doors through which somebody is asked to take an office, and through which they answer.

import { firstDayOf, monthOf, nextMonth } from '../../kernel/month.ts'
import { dayOn } from '../../kernel/time.ts'
import { parseWhen } from '../../kernel/when.ts'
import { may } from '../../kernel/who.ts'
import { branchById } from '../../organisation/store.ts'
import { button, type Door, formStep, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, keepForm } from '../../platform/telegram/form.ts'
import { askingRefusal, offer, offerRefusal } from '../actions/office-offers.ts'
import { personPicker } from '../actions/picking.ts'
import {
  askSomebodyButton,
  dayButton,
  dayForm,
  handOverButton,
  offerToButton,
  type Post,
  postButton,
  sendOfferButton,
  typeDayButton,
} from '../buttons/offices.ts'
import * as say from '../messages/office-offers.ts'
import { onlySecretaryAppoints } from '../messages/offices.ts'
import type { OfferRefusal } from '../rules/offices.ts'
import { accountOf } from '../store/accounts.ts'
import type { NewOffer } from '../store/offices.ts'
import { partyGroupsOf } from '../store/party-groups.ts'
import { personById, rosterNow } from '../store.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>
type OnDay = Post & { on: string }

const noGroup = 0 as Post['group']

const toAsk = personPicker({
  tag: 'of.pk',
  people: ({ w, who }, { branch }) =>
    may(who, 'office.appoint', branch)
      ? rosterNow(w, branch).filter(({ person }) => person !== who.person)
      : undefined,
  question: () => say.whomToAsk,
  chosen: ({ branch }, person) => offerToButton.data({ branch, person }),
})

const toTakeOver = personPicker({
  tag: 'of.ho',
  people: ({ w, who }, { branch }) =>
    may(who, 'branch.handOver', branch)
      ? rosterNow(w, branch).filter((one) => one.person !== who.person && one.account !== undefined)
      : undefined,
  question: ({ w, who }, { branch }) =>
    say.whoTakesOver(
      rosterNow(w, branch).some((one) => one.person !== who.person && one.account !== undefined),
    ),
  chosen: ({ branch }, person) =>
    postButton.data({ branch, person, office: 'secretary', group: noGroup }),
})

export const offerDoors: readonly Door[] = [
  ...toAsk.doors,
  ...toTakeOver.doors,
  button(askSomebodyButton, ({ w, who, data: { branch } }) =>
    may(who, 'office.appoint', branch)
      ? { edit: toAsk.ask({ w, who }, { branch, object: 0 }) }
      : { alert: onlySecretaryAppoints },
  ),
  button(handOverButton, ({ w, who, data: { branch } }) =>
    may(who, 'branch.handOver', branch)
      ? { edit: toTakeOver.ask({ w, who }, { branch, object: 0 }) }
      : { alert: onlySecretaryAppoints },
  ),
  button(offerToButton, asksWhich),
  button(postButton, asksWhen),
  button(typeDayButton, ({ w, who, data }) =>
    ifOffered({ w, who }, data, () => {
      keepForm(w, who.account, dayForm, data)
      return { show: [say.typeDay] }
    }),
  ),
  button(dayButton, ({ w, who, data }) => previewed({ w, who }, data, 'edit')),
  formStep(dayForm, typedDay),
  button(sendOfferButton, sent),
]

function asksWhich({ w, who, data }: Turn<Pick<Post, 'branch' | 'person'>>): Reply {
  const refusal = askingRefusal(w, who, data)
  if (refusal) return { alert: say.offerRefused(refusal) }
  return { edit: say.whichOffice(nameOf(w, data), data) }
}

function asksWhen({ w, who, data }: Turn<Post>): Reply {
  const name = nameOf(w, data)
  const groups = partyGroupsOf(w, data.branch)
  const group = groups.find(({ id }) => id === data.group)
  if (data.office === 'groupLeader' && !group) {
    const refusal = askingRefusal(w, who, data)
    if (refusal) return { alert: say.offerRefused(refusal) }
    return { edit: say.whichGroup(name, data, groups) }
  }
  return ifOffered({ w, who }, data, () => {
    closeForm(w, who.account)
    const now = today(w, data)
    const next = firstDayOf(nextMonth(monthOf(now)))
    const facts = { name, office: data.office, today: now, next }
    return { edit: say.whichDay(data, { ...facts, ...(group && { partyGroup: group }) }) }
  })
}

function typedDay({ w, who, data, said }: Turn<Post>): Reply {
  const zone = branchById(w, data.branch)?.zone ?? ''
  const read = said.kind === 'text' ? parseWhen(said.text, { now: w.now, zone }) : undefined
  if (!read?.ok) return { show: [say.dayUnread] }
  closeForm(w, who.account)
  return previewed({ w, who }, { ...data, on: read.day }, 'show')
}

function previewed({ w, who }: Visit, data: OnDay, how: 'edit' | 'show'): Reply {
  const { on, ...post } = data
  const refusal = offerRefusal(w, who, wanted(data))
  if (refusal) return refusedAs(how, refusal)
  const message = say.preview(post, {
    ...factsOf({ w, who }, data),
    isLinked: accountOf(w, data.person) !== undefined,
  })
  return how === 'edit' ? { edit: message } : { show: [message] }
}

function sent({ w, who, data }: Turn<OnDay>): Reply {
  const facts = factsOf({ w, who }, data)
  const outcome = offer(w, who, wanted(data))
  if (!outcome.ok) return { alert: say.offerRefused(outcome) }
  return { edit: say.sent(outcome.offer.id, { ...facts, how: outcome.how }) }
}

/** Goes on when such an offer could be sent today. */
function ifOffered(visit: Visit, post: Post, reply: () => Reply): Reply {
  const { w, who } = visit
  const refusal = offerRefusal(w, who, wanted({ ...post, on: today(w, post) }))
  return refusal ? refusedAs('edit', refusal) : reply()
}

function refusedAs(how: 'edit' | 'show', refusal: OfferRefusal): Reply {
  const text = say.offerRefused(refusal)
  return how === 'edit' ? { alert: text } : { show: [say.plainly(text)] }
}

function factsOf({ w }: Visit, { on, ...post }: OnDay) {
  const group = partyGroupsOf(w, post.branch).find(({ id }) => id === post.group)
  return {
    name: nameOf(w, post),
    office: post.office,
    on,
    today: today(w, post),
    ...(group && { partyGroup: group }),
  }
}

function wanted({ branch, person, office, group, on }: OnDay): NewOffer {
  return { branch, person, office, fromOn: on, ...(group !== noGroup && { partyGroup: group }) }
}

function today(w: Visit['w'], { branch }: Pick<Post, 'branch'>): string {
  const zone = branchById(w, branch)?.zone
  return zone === undefined ? '' : dayOn(w.now, zone)
}

function nameOf(w: Visit['w'], { person }: Pick<Post, 'person'>): string {
  return personById(w, person)?.name ?? ''
}
