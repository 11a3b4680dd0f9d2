// What the group sees while a branch is opened, and the beginning in private.

import { type Html, html } from '../kernel/html.ts'
import type { OrganisationId } from '../kernel/ids.ts'
import type { Button, Message } from '../kernel/message.ts'
import { consentButton } from '../members/buttons.ts'
import { claimButton } from '../members/messages/claim.ts'
import { whatIsKept } from '../members/messages/consent.ts'
import { firstGraphemes } from '../members/rules.ts'
import {
  cancelButton,
  privacyButton,
  resumeButton,
  setupLink,
  typeNameButton,
  useTitleButton,
} from './buttons.ts'

const titleShown = 24

/** In the group, when the bot has come. What it says of the chat depends on what it can see. */
export function openingCard(nonce: string, botIsAdmin: boolean): Message {
  const sees = botIsAdmin
    ? html`我不保存群聊内容，只处理命令和按钮；个人情况只在私聊里说。`
    : html`我看不到大家的聊天内容，只响应发给我的命令和按钮；个人情况只在私聊里说。`
  return {
    text: html`大家好，我是支部小助手。
我帮支部做四件事：活动通知与报名、到场签到、每月学习体会、整理台账。
${sees}
请支部负责人完成开通，大约 3 分钟。`,
    buttons: [
      [{ label: '🛠 我来开通', start: setupLink.payload({ nonce }) }],
      [{ label: 'ℹ️ 隐私说明', data: privacyButton.data({}) }],
    ],
  }
}

/** At most 200 characters: Telegram's limit for a window. */
export const privacy =
  '我只存：姓名、手机后四位、Telegram 编号、报名签到记录和交来的体会；不存群聊，不收身份证号。请假原因、缺席和未交名单不发到群里，只在私聊里给本人和书记、组织委员看。消息经 Telegram 的服务器传递，请不要发送涉密内容。'

/** Somebody else is at it. */
export function beingOpened(name: string): Message {
  return { text: html`${name}同志正在开通，稍后会请您认领身份。`, silent: true }
}

/** In a topic that is not the branch's. */
export function inAnotherTopic(branch: OrganisationId): Message {
  return {
    text: html`支部的通知发在开通时的那个话题里。要认领身份，点这里就行。`,
    buttons: [[claimButton(branch)]],
    silent: true,
  }
}

export const linkOver: Message = {
  text: html`这个开通链接失效了。请回到群里，从命令菜单里选 /start，我再放一张开通卡片。`,
}

/** Whoever redeems a code becomes known to us. */
export const codeIsConsent: Html = html`${whatIsKept}发来即表示同意。`

export const codeButtons: readonly (readonly Button[])[] = [
  [
    { label: 'ℹ️ 隐私说明', data: consentButton.data({}) },
    { label: '取消', data: cancelButton.data({}) },
  ],
]

export function codePlease(title: string): Message {
  const group = title ? html`「${title}」群` : html`您的支部群`
  return {
    text: html`您好！您正在为${group}开通支部小助手。
请发送启用码（部署人员或上级党组织发给您的 8 位码）。
${codeIsConsent}`,
    buttons: codeButtons,
  }
}

export function wrongCode(triesLeft: number): Message {
  return { text: html`启用码不对，还可以再试 ${triesLeft} 次。字母不分大小写。` }
}

export function codePaused(minutes: number): Message {
  const wait = minutes >= 60 ? '1 小时' : `${minutes} 分钟`
  return { text: html`为了安全先停一停，${wait}后再试。` }
}

export const codeInWords: Message = { text: html`请把 8 位启用码用文字发来。` }

export const cancelled: Message = {
  text: html`好的，先不开通。想开通时，再点群里的“我来开通”就行。`,
}

export const confirmed: Html = html`✅ 已确认，您是本支部的书记管理员。还有三步，中途退出也会替您记着。`

export function namePlease(branch: OrganisationId, title: string): Message {
  const typed = { label: '我来输入', data: typeNameButton.data({ branch }) }
  const short = firstGraphemes(title, titleShown)
  const label = `用群名：${short}${short === title ? '' : '…'}`
  const fromTitle = { label, data: useTitleButton.data({ branch }) }
  return {
    text: html`<b>1/3 支部全称</b>`,
    buttons: title ? [[fromTitle], [typed]] : [[typed]],
  }
}

export const typeName: Message = { text: html`请发送支部全称，例如：青砖里文创园联合党支部` }

export function named(name: string): Html {
  return html`✅ 支部全称：${name}`
}

/** Said before the next question in one message. */
export function after(done: Html, next: Message): Message {
  return { ...next, text: html`${done}\n\n${next.text}` }
}

/** In /me, as long as the opening is not over. */
export function unfinished(branch: OrganisationId) {
  return {
    line: html`支部还没有开通完，可以接着来`,
    button: { label: '继续开通', data: resumeButton.data({ branch }) },
  }
}

export const notOpening =
  '这一步已经过去了。还没开通完的话，请先看看我是否还在群里，再发 /me 接着来。'

export const notOpeningAnyMore: Message = { text: html`${notOpening}` }
export const stepIsDone = '这一步已经完成了，已为您刷新。'
export const stepWasDone = '这一步已经过去了，不用再点。'
export const buttonsPlease: Html = html`请点下面的按钮选。`
