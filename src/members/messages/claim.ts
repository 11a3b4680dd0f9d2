// What is said to somebody while they claim who they are.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import type { Office } from '../../kernel/roles.ts'
import { addMeButton, claimLink, meButton, notMeButton, rebindButton } from '../buttons.ts'
import { spokenOffice, spokenStanding } from '../messages.ts'
import type { ClaimRefusal } from '../rules/claim.ts'
import type { Standing } from '../rules.ts'
import { whatIsKept } from './consent.ts'

/** The one card in the group. */
export function claimCard(
  branch: OrganisationId,
  { claimed, total }: { claimed: number; total: number },
): Message {
  return {
    text: html`👤 <b>认领身份</b>（每人一次，约 20 秒）
认领后才能一键报名和签到。已认领 <b>${claimed}/${total}</b>`,
    buttons: [[claimButton(branch)]],
  }
}

export function claimButton(branch: OrganisationId): Button {
  return { label: '认领身份', start: claimLink.payload({ branch }) }
}

/** In place of the reader's keyboard: their own number, or back to writing. */
export const claimKeys = { contact: '📱 用本机号码认领', instead: '✍️ 我来输入' }

const nameAndDigits = html`请发送 <b>姓名 + 手机后四位</b>，例如：李晓雯 6281`

export const whoAreYou: Message = { text: nameAndDigits, keys: claimKeys }

/** They would rather write. */
export const nameThen: Message = { text: nameAndDigits }

/** Said before a message with buttons, so that our keys go away. */
export const received: Message = {
  text: html`收到，我对一下名册。`,
  silent: true,
  keys: 'removed',
}

export const nameInWords: Message = { text: html`这里需要文字：${nameAndDigits}` }

export const nameUnreadable: Message = { text: html`没看懂。${nameAndDigits}` }

export const tailPlease: Message = { text: html`请连手机后四位一起发来，例如：李晓雯 6281` }

export const numberNotYours: Message = {
  text: html`这里只认您本人的号码：请点“${claimKeys.contact}”，或发送姓名 + 手机后四位。`,
}

export interface Offered {
  person: PersonId
  name: string
  standing: Standing
  partyGroup?: { name: string }
}

/** 是我 also accepts the offices that wait for them. */
export function isThatYou(
  branch: OrganisationId,
  { person, name, standing, partyGroup }: Offered,
  waiting: readonly Office[] = [],
): Message {
  const place = [partyGroup?.name, spokenStanding[standing]].filter(Boolean).join('，')
  return {
    text: joined([
      html`您是 <b>${name}</b>（${place}）吗？`,
      waiting.length > 0 ? html`支部请您担任${spoken(waiting)}，点“是我”就是同意担任。` : undefined,
    ]),
    buttons: [
      [
        { label: '✅ 是我', data: meButton.data({ branch, person }), style: 'success' },
        { label: '不是', data: notMeButton.data({ branch }) },
      ],
    ],
  }
}

/** Their number is certain, and several have its last digits. */
export function whichAreYou(branch: OrganisationId, people: readonly Offered[]): Message {
  return {
    text: html`名册里有 ${people.length} 位同志是这个尾号，您是哪位？`,
    buttons: namesToChoose(branch, people),
  }
}

/** Their number is on nobody's line, or on so many that the name has to be said. */
export function numberNotEnough(branch: OrganisationId, isKnown: boolean): Message {
  const why = isKnown ? html`名册里好几位同志是这个尾号。` : html`名册里没有这个号码的后四位。`
  return { text: html`${why}${nameAndDigits}`, buttons: [[addMe(branch)]] }
}

export interface Missed {
  branch: OrganisationId
  /** What they typed, as it was understood. */
  said: string
  near: readonly Offered[]
  secretary: string | undefined
}

/** Nobody fits; whoever has these digits and nearly that name is offered. */
export function notOnRoster({ branch, said, near, secretary }: Missed): Message {
  const opening = html`名册里没找到“${said}”。`
  if (near.length === 0) {
    return { text: html`${opening}请核对后再发一次；也可以请${helper(secretary)}看看名册。` }
  }
  return { text: html`${opening}您是不是：`, buttons: namesToChoose(branch, near) }
}

/** After three misses, and as long as the pause lasts. */
export function secretaryHelps(branch: OrganisationId, secretary: string | undefined): Message {
  return {
    text: html`还没对上。请联系${helper(secretary)}核对名册，或请书记把您加进名册。1 小时后也可以再试。`,
    buttons: [[addMe(branch)]],
  }
}

export function notYouThen(secretary: string | undefined): Message {
  return {
    text: html`好的。请再发一次 <b>姓名 + 手机后四位</b>；名册里没有您的话，请联系${helper(secretary)}。`,
  }
}

/** To somebody known, who is not that line of another roster. */
export function notYouThere(secretary: string | undefined): Message {
  return { text: html`好的，没有改动。需要核对名册的话，请联系${helper(secretary)}。` }
}

export function takenAlready(
  branch: OrganisationId,
  { person, name }: { person: PersonId; name: string },
): Message {
  return {
    text: html`“${name}”已被另一个账号认领。如果是您换了账号，或者有人点错了，点“申请换绑”，书记确认后生效。`,
    buttons: [[{ label: '申请换绑', data: rebindButton.data({ branch, person }) }]],
  }
}

/** Why a claim could not be made after all. */
export function refusal(
  why: ClaimRefusal,
  { branch, secretary }: { branch: OrganisationId; secretary: string | undefined },
): Message {
  switch (why.reason) {
    case 'taken':
      return takenAlready(branch, why)
    case 'accountTaken':
      return { text: html`这个账号已经认领为另一位同志。需要更正请联系${helper(secretary)}。` }
    case 'notOnRoster':
      return { text: html`这位同志已不在名册里。请联系${helper(secretary)}。` }
  }
}

export interface Welcome {
  name: string
  offices: readonly Office[]
}

/** The receipt of a claim. */
export function claimed({ name, offices }: Welcome): Message {
  return {
    text: joined([
      html`✅ 认领成功，${name}同志。`,
      offices.length > 0 ? html`您是本支部的${spoken(offices)}，发 /help 看能办什么。` : undefined,
      html`以后我会在这里提醒您培训和学习体会。提醒多了？随时在 /settings 里调。`,
      whatIsKept,
    ]),
    buttons: [nextStep],
  }
}

export function alreadyYou(name: string, branch: string): Message {
  return {
    text: html`${name}同志，您已经认领过了 ✅ 这里是${branch}。`,
    buttons: [nextStep],
  }
}

export const unknownBranch: Message = {
  text: html`这个链接对不上任何支部。请回到支部的群里，点“认领身份”卡片上的按钮。`,
}

/** Their account belongs to somebody who is not on this roster. */
export function notOnThisRoster(name: string, branch: string, secretary: string | undefined): Html {
  return html`${name}同志，您不在${branch}的名册里。需要加入的话请联系${helper(secretary)}。`
}

export function helper(secretary: string | undefined): string {
  return secretary ? `书记${secretary}同志` : '本支部书记'
}

export const nextStep: readonly Button[] = [
  { label: '📅 看下次活动', start: 'do_next' },
  { label: '我的设置', start: 'do_settings' },
]

function namesToChoose(branch: OrganisationId, people: readonly Offered[]) {
  const names: Button[] = people.map(({ person, name }) => ({
    label: name,
    data: meButton.data({ branch, person }),
  }))
  return [names, [{ ...addMe(branch), label: '都不是，请书记加我' }]]
}

function addMe(branch: OrganisationId): Button {
  return { label: '请书记加我', data: addMeButton.data({ branch }) }
}

export function spoken(offices: readonly Office[]): string {
  return offices.map((office) => spokenOffice[office]).join('、')
}
