// Asking somebody to take an office: office, day, preview; the question to them and their answer.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { OfferId, OrganisationId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import type { Day } from '../../kernel/time.ts'
import {
  answerOfferButton,
  dayButton,
  officesButton,
  ownOfficesButton,
  type Post,
  postButton,
  sendOfferButton,
  typeDayButton,
  withdrawOfferButton,
} from '../buttons/offices.ts'
import { spokenOffice } from '../messages.ts'
import { type OfferRefusal, offeredOffices } from '../rules/offices.ts'
import { type PostSaid, spokenFrom, spokenPost, spokenPostWithDuties } from './office-words.ts'

type Whom = Pick<Post, 'branch' | 'person'>
type Group = { id: Post['group']; name: string }
const noGroup = 0 as Post['group']

export const whomToAsk = html`请哪一位担任？`

export function whoTakesOver(someCan: boolean): Html {
  return someCan
    ? html`移交给哪一位？只列出已经认领身份的同志。`
    : html`名册里还没有别的同志认领身份。请先请要接任的同志认领，再来移交。`
}

export function whichOffice(name: string, whom: Whom): Message {
  const rows = offeredOffices.map((office) => [
    { label: spokenOffice[office], data: postButton.data({ ...whom, office, group: noGroup }) },
  ])
  return { text: html`请${name}同志担任什么？`, buttons: [...rows, back(whom.branch)] }
}

export function whichGroup(name: string, whom: Whom, groups: readonly Group[]): Message {
  const { branch } = whom
  if (groups.length === 0) {
    return {
      text: html`支部还没有党小组。先给同志分好党小组，再请人担任组长：发 /members，点人名。`,
      buttons: [back(branch)],
    }
  }
  const rows = groups.map((group) => [
    {
      label: group.name,
      data: postButton.data({ ...whom, office: 'groupLeader', group: group.id }),
    },
  ])
  return { text: html`请${name}同志担任哪个党小组的组长？`, buttons: [...rows, back(branch)] }
}

export interface DayAsked extends PostSaid {
  name: string
  today: Day
  /** The first of the next month. */
  next: Day
}

export function whichDay(post: Post, { name, today, next, ...said }: DayAsked): Message {
  const from = (label: string, on: Day) => ({ label, data: dayButton.data({ ...post, on }) })
  const lead =
    post.office === 'secretary'
      ? html`书记移交给${name}同志，从哪天起？`
      : html`请${name}同志担任${spokenPost(said)}，从哪天起？`
  return {
    text: lead,
    buttons: [
      [from('今天起', today), from('下月1日起', next)],
      [{ label: '其他日期', data: typeDayButton.data(post) }],
      back(post.branch),
    ],
  }
}

export const typeDay: Message = {
  text: html`请发送日子，例如：12月15日、下周一。不想改了就发“取消”。`,
}

export const dayUnread: Message = {
  text: html`没看懂是哪天，或者已经过去了。请再发一次，例如：12月15日、下周一`,
}

export interface Preview extends PostSaid {
  name: string
  on: Day
  today: Day
  isLinked: boolean
}

/** What will be sent, and what follows from a yes. */
export function preview(post: Post, facts: Preview): Message {
  const { name, on } = facts
  return {
    text: post.office === 'secretary' ? handOverPreview(facts) : offerPreview(facts),
    buttons: [
      [
        {
          label: `发给${name}`,
          data: sendOfferButton.data({ ...post, on }),
          style: 'success',
        },
      ],
      [{ label: '改日期', data: postButton.data(post) }, ...back(post.branch, '先不发')],
    ],
  }
}

function offerPreview({ name, on, today, isLinked, ...post }: Preview): Html {
  const how = isLinked
    ? html`等${name}同志答复后才算数`
    : html`${name}同志还没认领身份，认领时一并答复`
  return joined([
    html`请核对：请<b>${name}</b>同志担任<b>${spokenPost(post)}</b>，${spokenFrom(on, today)}。`,
    html`${how}；14 天没有答复就作废，随时可以收回。`,
  ])
}

function handOverPreview({ name, on, today }: Preview): Html {
  return joined([
    html`请核对：把<b>书记</b>移交给<b>${name}</b>同志，${spokenFrom(on, today)}。`,
    html`${name}同志答应后，到那一天：名册、职务、请假、台账和没办完的事都由${name}同志接着办；您不再有书记的权限，另有职务的照旧。`,
    html`生效之前您还是书记，随时可以收回；14 天没有答复就作废。`,
  ])
}

export interface Sent extends PostSaid {
  name: string
  on: Day
  today: Day
  /** Asked in private; waits for the claim; or out of reach. */
  how: 'asked' | 'atClaim' | 'unreachable'
}

export function sent(offer: OfferId, { name, on, today, how, ...post }: Sent): Message {
  const then = {
    asked: `等${name}同志答复，我再告诉您。`,
    atClaim: `${name}同志认领身份时会看到。`,
    unreachable: `我现在没法私信${name}同志，请您说一声：打开和我的私聊，发 /me 就能看到。`,
  }
  return {
    text: html`✅ 已请${name}同志担任${spokenPost(post)}，${spokenFrom(on, today)}。${then[how]}`,
    buttons: [[{ label: '收回', data: withdrawOfferButton.data({ offer }) }]],
  }
}

export interface Question extends PostSaid {
  offer: OfferId
  /** Who asks: 陈敏书记. */
  by: string
  on: Day
  today: Day
}

/** To the other, in private. */
export function question({ offer, by, on, today, ...post }: Question): Message {
  const from = spokenFrom(on, today)
  const what = spokenPostWithDuties(post)
  const text =
    post.office === 'secretary'
      ? html`${by}想请您接任${what}，${from}。您答应了才算数。`
      : html`${by}请您担任${what}，${from}。`
  const answer = (word: 'yes' | 'no') => answerOfferButton.data({ offer, answer: word })
  return {
    text,
    buttons: [
      [
        { label: '我来担任', data: answer('yes'), style: 'success' },
        { label: '不方便', data: answer('no') },
      ],
    ],
  }
}

/** In /me, until it is answered. */
export function waitingLine(by: string, post: PostSaid): Html {
  return html`${by}请您担任${spokenPost(post)}，等您答复`
}

export interface Accepted extends PostSaid {
  branch: OrganisationId
  from: { on: Day; today: Day }
}

/** The receipt of a yes. */
export function acceptedReceipt({ branch, from, ...post }: Accepted): Message {
  const { on, today } = from
  const now = on <= today
  const then = now ? '发 /help 看能办什么，发 /todo 看等着办的事。' : '到那天我再提醒您。'
  return {
    text: html`✅ 谢谢您。${spokenFrom(on, today)}，您担任${spokenPost(post)}。${then}`,
    buttons: [ownButton(branch)],
  }
}

export const declinedReceipt: Message = { text: html`好的，已转告书记。` }

function ownButton(branch: OrganisationId): Button[] {
  return [{ label: '我的职务', data: ownOfficesButton.data({ branch }) }]
}

function back(branch: OrganisationId, label = '返回'): Button[] {
  return [{ label, data: officesButton.data({ branch }) }]
}

/** Why nobody can be asked like that; for an alert. */
export function offerRefused(why: OfferRefusal): string {
  switch (why.reason) {
    case 'notAllowed':
      return '任免职务是书记用的功能。需要的话请联系本支部书记。'
    case 'notOnRoster':
      return '这位同志今天不在本支部的名册里。'
    case 'badDay':
      return '这一天已经过去了，或者太远了。请重新选一天。'
    case 'notOffered':
      return '这个职务不能这样请。书记请用“移交书记…”；您自己不用请。'
    case 'noPartyGroup':
      return '请先选是哪个党小组。'
    case 'holdsAlready':
      return '这位同志已经担任这个职务了 ✅'
    case 'waitsAlready':
      return '已经请过了，在等答复。要改的话请先收回。'
    case 'notLinked':
      return '这位同志还没认领身份，认领后才能接任书记。'
  }
}

export const offerIsOver = '这个邀请已经答复过、收回了，或者过了 14 天。'
export const offerNotYours = '这是发给另一位同志的，请本人来答复。'
export const offerNotHere = '您今天不在本支部的名册里，请联系本支部书记。'
export const withdrawn: Message = { text: html`✅ 已收回。` }

/** What would be an alert, after something typed. */
export function plainly(text: string): Message {
  return { text: html`${text}` }
}
