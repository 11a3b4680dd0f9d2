// What is said when a branch stops using the bot, comes back, or has been still for long.

import { html } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import { exportYearButton } from '../../ledger/buttons.ts'
import { deskButton, keepUsingButton, resumeButton, retireButton, sureButton } from '../buttons.ts'

export interface Branch {
  id: OrganisationId
  name: string
  /** This year, for the export. */
  year: number
}

export function askRetire({ id, name, year }: Branch, stamp: number): Message {
  return {
    text: html`<b>停用${name}</b>
先导出一份台账留着。停用后：不再提醒，不再发卡片，群里只发一条告别；再发命令会答“支部已停用”。
资料都留着，随时可以恢复使用。`,
    buttons: [
      [exportYear('📄 导出今年台账', id, year)],
      [{ label: '确认停用', data: sureButton.data({ deed: 'retire', stamp }), style: 'danger' }],
      [{ label: '不停用', data: deskButton.data({ page: 'settings' }) }],
    ],
  }
}

export function retired({ id, name }: Pick<Branch, 'id' | 'name'>): Message {
  return {
    text: html`${name}已停用，群里发了一条告别。资料都留着，导出随时可以。`,
    buttons: [[resume(id)]],
  }
}

export const farewell: Message = {
  text: html`各位同志，支部小助手在这里的工作先到今天，不再发通知和提醒。记录都保存着，需要时书记可以恢复。谢谢大家！`,
}

export function resumed(name: string): Message {
  return { text: html`${name}已恢复使用 ✅ 提醒和每月安排照常进行。群里没有另发消息。` }
}

/** In the group. */
export const retiredAlert = '支部已停用：这里暂时不用小助手了，记录都保存着。需要时书记可以恢复。'

/** To a command in the group. */
export const retiredInGroup: Message = { text: html`${retiredAlert}`, silent: true }

/** Instead of whatever was asked. */
export function retiredNotice({
  id,
  name,
  year,
  known,
  mayConfigure,
}: Branch & { known: boolean; mayConfigure: boolean }): Message {
  const mine: Button = { label: '我的资料', data: deskButton.data({ page: 'mine' }) }
  return {
    text: html`支部已停用：${name}暂时不用小助手了，记录都保存着。`,
    buttons: [
      ...(mayConfigure ? [[resume(id), exportYear('📄 导出今年台账', id, year)]] : []),
      ...(known ? [[mine]] : []),
    ],
  }
}

/** Sixty days without anybody doing anything: asked once. */
export function stillThere({ id, name, year }: Branch): Message {
  return {
    text: html`${name}有两个月没有用小助手了。您看怎么办？继续用的话，什么都不用做。`,
    buttons: [
      [{ label: '继续用', data: keepUsingButton.data({ branch: id }) }],
      [
        exportYear('📄 导出归档', id, year),
        { label: '停用', data: retireButton.data({ branch: id }) },
      ],
    ],
    silent: true,
  }
}

export const keptInUse: Message = { text: html`好的，继续用。没有新的动静之前不再问您。` }

/** The bot is no longer in the branch's group. */
export function groupLost({ id, year }: Pick<Branch, 'id' | 'year'>, title: string): Message {
  return {
    text: html`我已离开群“${title}”。资料还在，重新拉我进群即可继续。`,
    buttons: [[exportYear('现在导出', id, year)]],
  }
}

/** The bot is in the group and may not write there. */
export function groupMuted(title: string): Message {
  return {
    text: html`群“${title}”里我发不了言，刚才的消息没有发出。请群管理员打开成员的“发送消息”权限，再发一次。看权限：/status`,
  }
}

function resume(branch: OrganisationId): Button {
  return { label: '恢复使用', data: resumeButton.data({ branch }) }
}

function exportYear(label: string, branch: OrganisationId, year: number): Button {
  return { label, data: exportYearButton.data({ branch, year }) }
}
