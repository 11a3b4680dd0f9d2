// The latest claims: in one line, and by name with a way to undo each.

import { type Html, html } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { claimsButton } from '../buttons.ts'

export interface ClaimsMade {
  branch: OrganisationId
  /** The digest's instant, in minutes since 1970. */
  minutes: number
  /** Whether all of them were made today. */
  allToday: boolean
  added: number
  claimed: number
  total: number
}

/** Instead of a message each. */
export function claimsMade({ branch, minutes, ...claims }: ClaimsMade): Message {
  const { allToday, added, claimed, total } = claims
  const since = allToday ? '今天' : '又有'
  return {
    text: html`${since} ${added} 位同志完成认领（${claimed - added}→${claimed}/${total}）。有误？`,
    buttons: [[{ label: '查看', data: claimsButton.data({ branch, minutes }) }]],
    silent: true,
  }
}

/** Over the names. */
export function whichWasWrong(count: number): Html {
  if (count === 0) return html`这几位现在都没有认领了。`
  return html`这次认领的 ${count} 位同志。有认错的，点名字解除认领：`
}
