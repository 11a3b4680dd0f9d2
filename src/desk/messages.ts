// The overview texts: welcome, what awaits me, the next session, help, and not understood.

import { type Html, html, joined } from '../kernel/html.ts'
import type { Message } from '../kernel/message.ts'
import type { Awaiting } from '../platform/feature.ts'
import { deskButton } from './buttons.ts'

const overview = [
  [
    { label: '我的待办', data: deskButton.data({ page: 'me' }) },
    { label: '下次活动', data: deskButton.data({ page: 'next' }) },
  ],
]

/** To somebody on a roster who pressed a bare Start. */
export function welcomeBack(name: string, branch: string): Message {
  return { text: html`${name}同志，您好。这里是${branch}。`, buttons: overview }
}

export const welcomeStranger: Message = {
  text: html`您好，我是支部小助手。
请回到您所在支部的群里，点群里“认领身份”卡片上的按钮进来，我就知道您是哪个支部的了。`,
}

export function myDesk(name: string, awaiting: readonly Awaiting[], year: Html): Message {
  return {
    text: joined([
      html`${name}同志，您好。`,
      ...linesOf(awaiting, html`现在没有等您办的事。`),
      year,
    ]),
    buttons: [...buttonsOf(awaiting), myRows],
  }
}

const myRows = [
  { label: '我的资料', data: deskButton.data({ page: 'mine' }) },
  { label: '设置', data: deskButton.data({ page: 'settings' }) },
]

export function officeDesk(awaiting: readonly Awaiting[]): Message {
  return {
    text: joined([html`<b>待处理</b>`, ...linesOf(awaiting, html`都处理完了，没有等您的事。`)]),
    buttons: buttonsOf(awaiting),
  }
}

export interface YearRecord {
  year: string
  sessions: number
  came: number
  late: number
  excused: number
  absent: number
  /** Months for which a reflection was handed in. */
  reflections: number
}

/** What did not happen is not mentioned: nobody needs to read that they were late no time. */
export function myYear({ year, sessions, came, late, ...record }: YearRecord): Html {
  const { excused, absent, reflections } = record
  const handedIn = reflections > 0 ? html`${year}年交学习体会 ${reflections} 篇。` : undefined
  if (sessions === 0) return joined([html`${year}年还没有记录到的活动。`, handedIn])
  const attended = [
    `${year}年：应到 ${sessions} 次，到会 ${came} 次`,
    late > 0 ? `（迟到 ${late} 次）` : '',
    `，请假 ${excused} 次`,
    absent > 0 ? `，缺席 ${absent} 次` : '',
  ].join('')
  return joined([html`${attended}。`, handedIn])
}

export const nothingAhead: Message = { text: html`目前没有已发布的活动。发布后群里会有卡片。` }

export const officeOnly: Message = {
  text: html`这是书记和组织委员用的功能。您自己的事请看“我的待办”。`,
  buttons: overview,
}

export const forSecretary: Message = {
  text: html`这是书记用的功能。您自己的设置请看“设置”。`,
  buttons: [myRows],
}

export interface HelpLine {
  command: string
  describes: string
  words: readonly string[]
}

export function helpText(lines: readonly HelpLine[]): Message {
  const spoken = lines.map(({ command, describes, words: [word] }) =>
    word ? html`· ${describes}：发“${word}”或 /${command}` : html`· ${describes}：/${command}`,
  )
  return {
    text: joined([html`<b>我能帮您做这些</b>`, ...spoken, html`填到一半不想填了，发“取消”。`]),
  }
}

export function notUnderstood(contact: string | undefined): Message {
  const person = contact ? html`需要人工的话请联系 ${contact}。` : undefined
  return {
    text: joined([html`没太明白。您可以点：`, person]),
    buttons: [...overview, [{ label: '帮助', data: deskButton.data({ page: 'help' }) }]],
  }
}

function linesOf(awaiting: readonly Awaiting[], empty: Html): readonly Html[] {
  if (awaiting.length === 0) return [empty]
  return awaiting.map(({ line }, at) => html`${at + 1}. ${line}`)
}

function buttonsOf(awaiting: readonly Awaiting[]) {
  return awaiting.flatMap(({ button }) => (button ? [[button]] : []))
}

export const uncertainLetter: Message = {
  text: html`刚才有一条消息不确定是否送到（网络中断）。请看一眼群里或私聊，没有的话再发一次。`,
}

export function faultyLetter(fault: string): Message {
  return { text: html`有一条消息没能发出，编号 ${fault}。请把编号告诉管理员。` }
}
