// A branch without a secretary: the card in the group, and whoever takes it on.

import { type Html, html } from '../../kernel/html.ts'
import type { Message } from '../../kernel/message.ts'
import { setupLink } from '../buttons.ts'
import { codeButtons, codeIsConsent } from '../messages.ts'

/** In the group, when somebody asks with /start. */
export function orphanCard(nonce: string): Message {
  return {
    text: html`支部现在没有书记，已有的名册和记录都在。
要接任的同志请向管理员要一个启用码。`,
    buttons: [[{ label: '🛠 我来接任', start: setupLink.payload({ nonce }) }]],
  }
}

export function codeToLead(branch: string): Message {
  return {
    text: html`您好！${branch}现在没有书记，由您来接任。
请发送启用码（管理员或上级党组织发给您的 8 位码）。
${codeIsConsent}`,
    buttons: codeButtons,
  }
}

export const leading: Html = html`✅ 已确认，您现在是本支部的书记管理员。名册和以前的记录都没有动。`

/** The end of it. */
export function leads(name: string | undefined): Message {
  const whose = name === undefined ? html`您只管理，不计入名册。` : html`您是${name}同志。`
  return {
    text: html`${leading}
${whose}看名册和职务发 /members，等着办的事发 /todo。`,
  }
}
