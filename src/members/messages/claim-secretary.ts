// What the secretary is asked about claims, what comes of it, and what the claimant hears of that.

import { html, joined } from '../../kernel/html.ts'
import type { AccountId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import { personButton } from '../buttons/person.ts'
import { nodButton, rebindNodButton, unlinkSureButton } from '../buttons.ts'
import { claimButton, helper } from './claim.ts'

export interface Claimant {
  branch: OrganisationId
  person: PersonId
  account: AccountId
  name: string
  /** How they call themselves in Telegram. */
  displayName: string
}

/** Is it really them? */
export function pleaseNod({ name, displayName, ...about }: Claimant): Message {
  const yes = nodButton.data({ ...about, answer: 'yes' })
  const no = nodButton.data({ ...about, answer: 'no' })
  return {
    text: html`有人要认领“${name}”，名册里没有后四位，请您确认。对方在 Telegram 上的名字：${displayName}`,
    buttons: [
      [
        { label: '同意', data: yes, style: 'success' },
        { label: '不是', data: no },
      ],
    ],
  }
}

export function nodded(name: string, agreed: boolean): Message {
  return {
    text: agreed ? html`✅ 已确认是${name}同志。` : html`已记下：不是${name}同志，没有认领。`,
  }
}

export const secretaryAsked: Message = {
  text: html`名册里您那一行没有手机后四位，已请书记确认。确认后我在这里告诉您。`,
}

export function secretaryOutOfReach(secretary: string | undefined): Message {
  return {
    text: html`名册里您那一行没有手机后四位，请直接联系${helper(secretary)}确认。`,
  }
}

export function notConfirmed(name: string, secretary: string | undefined): Message {
  return { text: html`书记没有确认您是“${name}”。请联系${helper(secretary)}。` }
}

/** Somebody wants to claim from another account; a call to the person tells whether it is them. */
export function pleaseRebind({ name, displayName, ...about }: Claimant, old: AccountId): Message {
  const yes = rebindNodButton.data({ ...about, old, answer: 'yes' })
  const no = rebindNodButton.data({ ...about, old, answer: 'no' })
  return {
    text: html`有人要把“${name}”换绑到另一个账号。对方在 Telegram 上的名字：${displayName}
请先当面或电话问一下本人。同意后，原来的账号就解除了。`,
    buttons: [
      [
        { label: '同意换绑', data: yes },
        { label: '不是本人', data: no },
      ],
    ],
  }
}

export const rebindAsked: Message = {
  text: html`已请书记确认。确认后我在这里告诉您；书记可能会先打电话问您一声。`,
}

/** The secretary's own name. */
export const rebindAskedThere: Message = {
  text: html`已发到您原来的账号，请在那边点“同意换绑”。原账号用不了的话，请联系部署人员解除（命令 release-secretary）。`,
}

export function rebindNotAsked(secretary: string | undefined): Message {
  return { text: html`这件事请直接联系${helper(secretary)}。` }
}

/** To whoever has the name now, before anything happens. */
export function rebindWanted(name: string, secretary: string | undefined): Message {
  return {
    text: html`有人申请把“${name}”的认领换到另一个账号，书记还没有确认。不是您本人操作？请联系${helper(secretary)}。`,
  }
}

export function rebound(name: string, agreed: boolean): Message {
  return {
    text: agreed
      ? html`✅ 已换绑：${name}同志现在用新账号，原账号已解除，记录都在。`
      : html`已记下：不是${name}同志本人，没有换绑。`,
  }
}

/** To the old account. */
export function reboundAway(name: string, secretary: string | undefined): Message {
  return {
    text: html`“${name}”的认领已换到另一个账号，由书记确认。不是您本人操作？请联系${helper(secretary)}。`,
  }
}

export const overtaken: Message = {
  text: html`情况已经变了，这一步不用再点。可以从名册里看现在是谁。`,
}

export interface HelpWanted {
  displayName: string
  /** The name they typed last. */
  said: string | undefined
}

/** Somebody did not find themselves on the roster. */
export function helpWanted({ displayName, said }: HelpWanted): Message {
  return {
    text: joined([
      html`有位同志认领时没对上名册。对方在 Telegram 上的名字：${displayName}`,
      said === undefined ? undefined : html`写的姓名是：${said}`,
      html`请看看名册里的姓名和后四位，或把这位同志加进来，再请对方点一次“认领身份”。`,
    ]),
    buttons: [[{ label: '看名册', start: 'do_members' }]],
    silent: true,
  }
}

export function helpAsked(outcome: 'asked' | 'askedAlready' | 'unreachable', secretary?: string) {
  const who = helper(secretary)
  const text = {
    asked: html`已告诉${who}。名册核对好以后，请再点一次群里的“认领身份”。`,
    askedAlready: html`已经告诉过${who}了，请等一等。着急的话可以打个电话。`,
    unreachable: html`请直接联系${who}，把您加进名册。`,
  }
  return { text: text[outcome] } satisfies Message
}

export function unlinkQuestion(
  branch: OrganisationId,
  { person, name }: { person: PersonId; name: string },
): Message {
  const yes = unlinkSureButton.data({ branch, person, answer: 'yes' })
  const no = unlinkSureButton.data({ branch, person, answer: 'no' })
  return {
    text: html`解除${name}同志的认领？
那个账号以后收不到提醒，也不能替${name}同志报名签到；已有的记录都在。可以重新认领。`,
    buttons: [
      [
        { label: '解除认领', data: yes, style: 'danger' },
        { label: '先不解除', data: no },
      ],
    ],
  }
}

export function unlinkDone(
  branch: OrganisationId,
  { person, name, done }: { person: PersonId; name: string; done: boolean },
): Message {
  return {
    text: done ? html`已解除${name}同志的认领，记录都在。` : html`好的，没有改动。`,
    buttons: [[see(branch, person)]],
  }
}

/** To whoever had the name; without blame, for most slips are honest. */
export function unlinked(
  branch: { id: OrganisationId; name: string },
  secretary: string | undefined,
): Message {
  return {
    text: html`您在${branch.name}的认领已由支部解除，记录都在。还要用的话，请再认领一次；有疑问请联系${helper(secretary)}。`,
    buttons: [[claimButton(branch.id)]],
  }
}

/** To an account that was a secretary's until the operator took it from the office. */
export function releasedByOperator(branch: string): Message {
  return {
    text: html`应支部请求，部署人员解除了这个账号在${branch}的认领和书记职务，记录都在。不是您的意思的话，请尽快联系部署人员。`,
  }
}

/** Why a claim is not undone, for an alert. */
export const unlinkRefused = {
  notAllowed: '这是书记用的功能；对方另有职务的话，请书记来解除。',
  notOnRoster: '这位同志已不在名册里。',
  notClaimed: '这位同志现在没有认领，不用解除。',
  ownAccount: '这是您自己的账号，不能在这里解除。',
}

export const onlySecretaryNods = '这是书记用的功能。'

function see(branch: OrganisationId, person: PersonId): Button {
  return { label: '看这位同志', data: personButton.data({ branch, person }) }
}
