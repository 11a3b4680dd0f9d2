// Asking for a list, and the answers while it is on its way.

import { html } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import { leaveImportButton, templateButton } from '../buttons/importing.ts'

/** 更新名册 */
export function listPlease(branch: OrganisationId): Message {
  return {
    text: html`<b>更新名册</b>
请把名册 Excel 或 csv 发给我，${whatToSend}
导入前先给您看一遍；名册里有、新表里没有的人不会删除。`,
    buttons: [templateOffer(branch), [{ label: '取消', data: leaveImportButton.data({ branch }) }]],
  }
}

/** The columns, and the other ways; also said in the wizard. */
export const whatToSend = html`只需要两列：<b>姓名、手机号后四位</b>；有党小组、类别也会一起读。
也可以直接粘贴名单，一行一个。`

export function templateOffer(branch: OrganisationId): readonly Button[] {
  return [{ label: '📄 下载空白表', data: templateButton.data({ branch }) }]
}

export const reading: Message = { text: html`收到，正在读…`, silent: true }

export const sendAgain: Message = {
  text: html`好的，刚才的没有导入。请把改好的名单整个再发一次。`,
}

export const notImported: Message = { text: html`好的，没有导入，名册没有变化。` }

/** With the blank form. */
export const templateCaption = html`名册空白表：一人一行，填好发给我就行。最少填姓名和手机后四位。`

/** To a secretary who is not on the roster yet. */
export const whoOnRoster = html`名册里哪位是您？`

export function youAre(name: string): Message {
  return { text: html`✅ 您是${name}同志，已和您的账号合在一起。` }
}
