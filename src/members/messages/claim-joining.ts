// What is said to somebody known who comes to the card of a second branch.

import { html } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { Office } from '../../kernel/roles.ts'
import { helper, isThatYou, nextStep, type Offered, spoken, type Welcome } from './claim.ts'

/** A line of that roster has their name and their digits. */
export function isThatYouToo(
  branch: { id: OrganisationId; name: string },
  line: Offered,
  waiting: readonly Office[],
): Message {
  const { text, buttons = [] } = isThatYou(branch.id, line, waiting)
  return {
    text: html`${branch.name}的名册里也有您的姓名和后四位。${text}
点“是我”，两个支部就认作同一位，一个账号都能用。`,
    buttons,
  }
}

export function joinedToo(branch: string, { name, offices }: Welcome): Message {
  const held = offices.length > 0 ? html`您是那里的${spoken(offices)}。` : html``
  return {
    text: html`✅ ${name}同志，您现在也在${branch}的名册里。${held}同一个账号，两边的事都在这里办。`,
    buttons: [nextStep],
  }
}

/** Their line there has records of its own that cannot be carried over. */
export function lineHasRecords(branch: string, secretary: string | undefined): Message {
  return {
    text: html`${branch}名册里您那一行已经有记录，不能直接合并。请${helper(secretary)}先把那一行转出，再按同样的姓名和后四位重新加一次，然后您再点“认领身份”。`,
  }
}

export function lineTaken(branch: string, secretary: string | undefined): Message {
  return {
    text: html`${branch}名册里您那一行已被另一个账号认领。请${helper(secretary)}先解除那边的认领，您再点一次“认领身份”。`,
  }
}

/** To the secretary of that branch. */
export function recognised(name: string): Message {
  return {
    text: html`${name}同志在另一个支部已经认领过，姓名、后四位都与名册一致，本人确认是同一位。`,
    silent: true,
  }
}
