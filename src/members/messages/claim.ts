// What is said while somebody claims who they are.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { AccountId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import type { Office } from '../../kernel/roles.ts'
import { claimLink, meButton, nodButton, notMeButton } from '../buttons.ts'
import { spokenOffice, spokenStanding } from '../messages.ts'
import type { ClaimRefusal } from '../rules/claim.ts'
import type { Standing } from '../rules.ts'

/** The one card in the group. */
export function claimCard(
  branch: OrganisationId,
  { claimed, total }: { claimed: number; total: number },
): Message {
  return {
    text: html`👤 <b>认领身份</b>（每人一次，约 20 秒）
认领后才能一键报名和签到。已认领 <b>${claimed}/${total}</b>`,
    buttons: [[{ label: '认领身份', start: claimLink.payload({ branch }) }]],
  }
}

export function whoAreYou(branch: string): Message {
  return {
    text: html`您好，这里是${branch}。
请发送 <b>姓名 + 手机后四位</b>，例如：李晓雯 6281`,
  }
}

export const nameInWords: Message = {
  text: html`这里需要文字：请发送 <b>姓名 + 手机后四位</b>，例如：李晓雯 6281`,
}

export const nameUnreadable: Message = {
  text: html`没看懂。请发送 <b>姓名 + 手机后四位</b>，例如：李晓雯 6281`,
}

export const tailPlease: Message = {
  text: html`请连手机后四位一起发来，例如：李晓雯 6281`,
}

export interface Offered {
  person: PersonId
  name: string
  standing: Standing
}

export function isThatYou(branch: OrganisationId, { person, name, standing }: Offered): Message {
  return {
    text: html`您是 <b>${name}</b>（${spokenStanding[standing]}）吗？`,
    buttons: [
      [
        { label: '✅ 是我', data: meButton.data({ branch, person }), style: 'success' },
        { label: '不是', data: notMeButton.data({ branch }) },
      ],
    ],
  }
}

export interface Missed {
  branch: OrganisationId
  /** What they typed. */
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
  const names: Button[] = near.map(({ person, name }) => ({
    label: name,
    data: meButton.data({ branch, person }),
  }))
  return {
    text: html`${opening}您是不是：`,
    buttons: [names, [{ label: '都不是，请书记加我', data: notMeButton.data({ branch }) }]],
  }
}

/** After three misses, and as long as the pause lasts. */
export function secretaryHelps(secretary: string | undefined): Message {
  return {
    text: html`还没对上。请联系${helper(secretary)}核对名册，或请书记把您加进名册。1 小时后也可以再试。`,
  }
}

export function notYouThen(secretary: string | undefined): Message {
  return {
    text: html`好的。请再发一次 <b>姓名 + 手机后四位</b>；名册里没有您的话，请联系${helper(secretary)}。`,
  }
}

export function takenAlready(name: string, secretary: string | undefined): Message {
  return {
    text: html`“${name}”已被另一个账号认领。如果是您换了账号，或者有人点错了，请联系${helper(secretary)}处理。`,
  }
}

/** Why a claim could not be made after all. */
export function refusal(why: ClaimRefusal, secretary: string | undefined): Message {
  switch (why.reason) {
    case 'taken':
      return takenAlready(why.name, secretary)
    case 'accountTaken':
      return { text: html`这个账号已经认领为另一位同志。需要更正请联系${helper(secretary)}。` }
    case 'notOnRoster':
      return { text: html`这位同志已不在名册里。请联系${helper(secretary)}。` }
  }
}

export const onlySecretaryNods = '这是书记用的功能。'

export interface Welcome {
  name: string
  offices: readonly Office[]
}

/** The receipt of a claim. */
export function claimed({ name, offices }: Welcome): Message {
  return {
    text: joined([
      html`✅ 认领成功，${name}同志。`,
      duty(offices),
      html`以后我会在这里提醒您培训和学习体会。`,
      html`我只存：姓名、手机后四位、Telegram 编号、报名签到记录和您交来的体会。`,
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

export const secretaryAsked: Message = {
  text: html`名册里您那一行没有手机后四位，已请书记确认。确认后我在这里告诉您。`,
}

export function secretaryOutOfReach(secretary: string | undefined): Message {
  return {
    text: html`名册里您那一行没有手机后四位，请直接联系${helper(secretary)}确认。`,
  }
}

/** To the secretary: is it really them? */
export function pleaseNod(asked: {
  branch: OrganisationId
  person: PersonId
  account: AccountId
  name: string
  displayName: string
}): Message {
  const { branch, person, account, name, displayName } = asked
  const about = { branch, person, account }
  return {
    text: html`有人要认领“${name}”，名册里没有后四位，请您确认。对方在 Telegram 上的名字：${displayName}`,
    buttons: [
      [
        { label: '同意', data: nodButton.data({ ...about, answer: 'yes' }), style: 'success' },
        { label: '不是', data: nodButton.data({ ...about, answer: 'no' }) },
      ],
    ],
  }
}

export function nodded(name: string, agreed: boolean): Message {
  return {
    text: agreed ? html`✅ 已确认是${name}同志。` : html`已记下：不是${name}同志，没有认领。`,
  }
}

export function nodRefused(name: string, secretary: string | undefined): Message {
  return { text: html`书记没有确认您是“${name}”。请联系${helper(secretary)}。` }
}

const nextStep: readonly Button[] = [{ label: '📅 看下次活动', start: 'do_next' }]

function duty(offices: readonly Office[]): Html | undefined {
  if (offices.length === 0) return undefined
  return html`您是本支部的${offices.map((office) => spokenOffice[office]).join('、')}，发 /help 看能办什么。`
}

function helper(secretary: string | undefined): string {
  return secretary ? `书记 ${secretary} ` : '本支部书记'
}
