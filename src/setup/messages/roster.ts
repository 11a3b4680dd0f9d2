// The step in which the roster is sent, looked at and imported, or left for later.

import { type Html, html } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { Preview } from '../../members/actions/importing.ts'
import { wholeListButton } from '../../members/buttons/importing.ts'
import { preview } from '../../members/messages/importing.ts'
import { templateOffer, whatToSend } from '../../members/messages/importing-asking.ts'
import { importButton, pasteAgainButton, skipRosterButton } from '../buttons.ts'

export function rosterPlease(branch: OrganisationId): Message {
  return {
    text: html`<b>2/3 党员名册</b>
把名册 Excel 发给我就行。${whatToSend}`,
    buttons: [[...templateOffer(branch), skip(branch)]],
  }
}

/** The list that was sent, with the buttons of the opening. */
export function rosterPreview(facts: Preview): Message {
  const { list, branch } = facts
  return preview(facts, {
    confirm: importButton.data({ branch, list }),
    again: pasteAgainButton.data({ branch }),
    whole: wholeListButton.data({ list, page: 0 }),
    leave: skip(branch),
  })
}

export const rosterSkipped: Html = html`✅ 名册先跳过。什么时候有了，发 /members 点“更新名册”就行`

function skip(branch: OrganisationId) {
  return { label: '先跳过', data: skipRosterButton.data({ branch }) }
}
