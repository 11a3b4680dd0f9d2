// Who holds which office, as the secretary sees it; ending one, and what the other then hears.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { OfferId, OrganisationId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import type { Day } from '../../kernel/time.ts'
import {
  askSomebodyButton,
  endingsButton,
  endOfficeButton,
  handOverButton,
  officesButton,
  ownOfficesButton,
  withdrawOfferButton,
} from '../buttons/offices.ts'
import { onDay } from './days.ts'
import { type PostSaid, spokenFrom, spokenPost } from './office-words.ts'

export interface HeldLine extends PostSaid {
  period: number
  name: string
  fromOn: Day
  /** The last day, where the end is known. */
  lastOn?: Day
  /** Not begun yet. */
  isAhead: boolean
}

export interface OfferedLine extends PostSaid {
  offer: OfferId
  name: string
  fromOn: Day
}

export interface OfficesShown {
  branch: OrganisationId
  branchName: string
  today: Day
  held: readonly HeldLine[]
  offered: readonly OfferedLine[]
  /** Whether the reader asks people to take offices and hands over their own. */
  appoints: boolean
}

export function officesShown(shown: OfficesShown): Message {
  const { branch, branchName, today, held, offered, appoints } = shown
  const some = held.length > 0 ? held.map((line) => heldLine(line, today)) : [html`还没有人。`]
  const withdrawals = offered.map(({ offer, name, ...post }) => [
    { label: `收回：${name} · ${spokenPost(post)}`, data: withdrawOfferButton.data({ offer }) },
  ])
  const endable = held.some(isEndable)
  return {
    text: joined([
      html`<b>${branchName}</b>职务`,
      ...some,
      ...offered.map(
        ({ name, fromOn, ...post }) =>
          html`等${name}同志答复：${spokenPost(post)}，${spokenFrom(fromOn, today)}`,
      ),
    ]),
    ...(appoints && { buttons: [...withdrawals, ...ways(branch, endable)] }),
  }
}

function ways(branch: OrganisationId, endable: boolean): Button[][] {
  const ask = { label: '请人担任…', data: askSomebodyButton.data({ branch }) }
  const end = { label: '到期/免去…', data: endingsButton.data({ branch }) }
  const handOver = { label: '移交书记…', data: handOverButton.data({ branch }) }
  return [endable ? [ask, end] : [ask], [handOver]]
}

/** A secretary goes by handing over; only a hand-over that lies ahead is taken back. */
function isEndable({ office, isAhead }: HeldLine): boolean {
  return office !== 'secretary' || isAhead
}

function heldLine({ name, fromOn, lastOn, isAhead, ...post }: HeldLine, today: Day): Html {
  const until = lastOn === undefined ? '' : `，到${onDay(lastOn, today)}`
  const since = isAhead ? `从${onDay(fromOn, today)}起` : `${onDay(fromOn, today)}起`
  return html`${spokenPost(post)}：${name}（${since}${until}）`
}

/** Which of the offices ends. */
export function whichEnds(branch: OrganisationId, held: readonly HeldLine[]): Message {
  const rows = held.filter(isEndable).map(({ period, name, ...post }) => [
    {
      label: `${name} · ${spokenPost(post)}`,
      data: endOfficeButton.data({ period, sure: 'ask' }),
    },
  ])
  return {
    text: html`哪一位不再担任？`,
    buttons: [...rows, [{ label: '返回', data: officesButton.data({ branch }) }]],
  }
}

export function ownOffices(branch: OrganisationId, held: readonly HeldLine[], today: Day): Message {
  if (held.length === 0) return { text: html`您现在没有担任支部职务。` }
  const leaving = held.filter(isEndable).map(({ period, ...post }) => [
    {
      label: `不再担任${spokenPost(post)}…`,
      data: endOfficeButton.data({ period, sure: 'ask' }),
    },
  ])
  const mine = held.map((line) => heldLine(line, today))
  const leads = held.some((line) => !isEndable(line))
  const handOver = leads ? [[{ label: '移交书记…', data: handOverButton.data({ branch }) }]] : []
  return { text: joined([html`<b>您的职务</b>`, ...mine]), buttons: [...leaving, ...handOver] }
}

export interface Ending extends PostSaid {
  branch: OrganisationId
  period: number
  name: string
  /** Whether it is the reader's own. */
  own: boolean
  isAhead: boolean
  handsBack: boolean
}

/** Asked before an office ends. */
export function sureToEnd(ending: Ending): Message {
  const { branch, period, name, own, isAhead, handsBack } = ending
  const post = spokenPost(ending)
  const whose = own ? '您' : `${name}同志`
  const then = isAhead ? '原来定的就作废' : '马上生效，记录都留着'
  const secretary = handsBack ? '，书记还是原来的同志' : ''
  const told = own ? '会告诉书记' : '会告诉本人'
  const back = own ? ownOfficesButton.data({ branch }) : officesButton.data({ branch })
  return {
    text: html`确定${whose}不再担任${post}吗？${then}${secretary}，${told}。以后可以再请。`,
    buttons: [
      [
        { label: '确定', data: endOfficeButton.data({ period, sure: 'yes' }), style: 'danger' },
        { label: '先不了', data: back },
      ],
    ],
  }
}

export function endedReceipt(
  { name, own, ...post }: Omit<Ending, 'period'>,
  told: boolean,
): Message {
  const whose = own ? '您' : `${name}同志`
  const deaf = told || own ? '' : '我还没法私信本人，请您当面说一声。'
  return { text: html`✅ ${whose}不再担任${spokenPost(post)}。${deaf}` }
}

/** To the person whose office was ended. */
export function endedForYou(post: PostSaid, by: string, isAhead: boolean): Message {
  const when = isAhead ? '原来定的作废了' : '从现在起'
  return {
    text: html`${by}请您不再担任${spokenPost(post)}，${when}。您办过的事都还在；有疑问请找${by}。`,
  }
}

/** To the secretary, when somebody lays theirs down. */
export function laidDown(name: string, post: PostSaid): Message {
  return { text: html`${name}同志不再担任${spokenPost(post)}。看职务：/members` }
}

export const onlySecretaryAppoints = '任免职务是书记用的功能。需要的话请联系本支部书记。'
export const onlyOfficeSees = '职务名单是书记、副书记用的功能。'
export const notOfBranch = '您今天不在这个支部的名册里。'
export const officeIsOver = '这一项已经结束了。'
export const handOverFirst = '您是唯一的书记，请先移交：发 /members，点“职务”，再点“移交书记…”。'
