// What is said about what is kept of somebody: the page, the export, unbinding, erasure.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Button, DocumentMessage, Message } from '../../kernel/message.ts'
import type { Office } from '../../kernel/roles.ts'
import type { Day } from '../../kernel/time.ts'
import { handOverButton } from '../../members/buttons/offices.ts'
import { onDay } from '../../members/messages/days.ts'
import { spokenOffice, spokenStanding } from '../../members/messages.ts'
import type { Standing } from '../../members/rules.ts'
import { deskButton, ownButton, sureButton } from '../buttons.ts'

export interface PlaceKept {
  branch: string
  standing: Standing
  since?: Day
  partyGroup?: string
  offices: readonly Office[]
}

export interface OwnPage {
  name: string
  phoneTail?: string
  places: readonly PlaceKept[]
  linkedOn?: Day
  consent?: { version: number; on: Day }
  today: Day
}

/** 我的资料: everything but the records, in plain words; the digits masked. */
export function ownPage(page: OwnPage): Message {
  const { name, phoneTail, places, linkedOn, consent, today } = page
  const tail = phoneTail ? `··${phoneTail.slice(-2)}` : '没有存'
  return {
    text: joined([
      html`<b>我的资料</b>`,
      html`姓名：${name}`,
      html`手机后四位：${tail}`,
      ...places.map((place) => placeLine(place, today)),
      places.length === 0 ? html`现在不在任何支部的名册上。` : undefined,
      linkedOn ? html`账号认领：${onDay(linkedOn, today)}` : undefined,
      consent
        ? html`同意隐私说明：第 ${consent.version} 版，${onDay(consent.on, today)}`
        : undefined,
      html`报名、签到、请假和体会的记录，都在导出的文件里。`,
    ]),
    buttons: [
      [own('✏️ 有误，请更正', 'correct')],
      [own('📄 导出我的记录', 'export')],
      [own('解除绑定', 'unbind'), own('申请删除', 'erase')],
    ],
  }
}

function placeLine({ branch, standing, since, partyGroup, offices }: PlaceKept, today: Day): Html {
  const from = since ? `（自${onDay(since, today)}）` : ''
  const more = [partyGroup, ...offices.map((office) => spokenOffice[office])]
  const said = [`${spokenStanding[standing]}${from}`, ...more].filter(Boolean)
  return html`${branch}：${said.join('，')}`
}

const ownExport: Html = html`这是保存着的、关于您的全部记录。含个人信息，请自己收好，不要转发到群里。`

export function ownDocument(person: number, account: number): DocumentMessage {
  return { document: { report: 'own', args: { person, account } }, caption: ownExport }
}

const back: Button = { label: '再想想', data: deskButton.data({ page: 'mine' }) }

export function askUnbind(stamp: number): Message {
  return {
    text: html`解除绑定后，这个账号不再是您在支部里的身份：收不到提醒，也不能用它报名签到。
您的记录都留着，签到可以请同志点名登记。什么时候想用，在支部群里点“认领身份”就能再绑定。`,
    buttons: [
      [{ label: '确认解除', data: sureButton.data({ deed: 'unbind', stamp }), style: 'danger' }],
      [back],
    ],
  }
}

export const unbound: Message = {
  text: html`已解除绑定。记录都留着，想用时在支部群里点“认领身份”就行。`,
}

/** How long the branch keeps the name. */
export function askErase(stamp: number, attendanceMonths: number): Message {
  return {
    text: html`<b>申请删除</b>
您的签到记录属于支部台账会保留姓名；体会可由您删除。确认后会：
· 马上删除：账号绑定、手机后四位、交来的体会原文和草稿、请假说明、更正请求、提醒设置，还有没发出的消息。
· 保留姓名和出勤结果。离开支部、最后一次活动过了 ${attendanceMonths} 个月后，姓名改成代号。
· 已经导出的文件和已有的备份，不在这里面。
· 告诉书记一声，不问原因。
删了就不能恢复，需要的话请先导出。`,
    buttons: [
      [own('📄 先导出我的记录', 'export')],
      [{ label: '确认删除', data: sureButton.data({ deed: 'erase', stamp }), style: 'danger' }],
      [back],
    ],
  }
}

export const erased: Message = {
  text: html`已删除，账号也解除了绑定。姓名和出勤结果留在支部台账里，到期后改成代号。
这个聊天窗口里已有的消息在您自己手里，需要的话请自行清空。谢谢您这段时间的支持。`,
}

/** To whoever keeps the roster, once. */
export function erasedNotice(name: string, branch: string): Message {
  return {
    text: html`${name}同志删除了自己的账号和个人资料（手机后四位、体会原文、请假说明）。
${branch}的名册和台账照旧保留姓名，签到请点名登记。这是每位同志的权利，不用问原因。`,
    silent: true,
  }
}

/** The only secretary has to hand over first. */
export function handOverFirst(branch: OrganisationId, name: string): Message {
  return {
    text: html`您是${name}唯一的书记。请先把书记移交给接任的同志，再回来办这件事，支部才不会没人管。`,
    buttons: [[{ label: '移交书记…', data: handOverButton.data({ branch }) }], [back]],
  }
}

export const noLongerOpen = '这一步过了时间，请重新点一次。'

function own(label: string, deed: Parameters<typeof ownButton.data>[0]['deed']): Button {
  return { label, data: ownButton.data({ deed }) }
}
