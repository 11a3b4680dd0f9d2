// Who may plan and announce, and for which branch.

import { officeOnly } from '../../attendance/messages/refusals.ts'
import { comradeName } from '../../attendance/store/occasion.ts'
import { html } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { may } from '../../kernel/who.ts'
import { organiserOf } from '../../members/store.ts'
import type { Reply, Turn } from '../../platform/telegram/door.ts'

export type Visit = Pick<Turn<unknown>, 'w' | 'who'>

/** Opens a door for somebody who manages the branch's sessions; tells anybody else whom to ask. */
export function forManager(
  visit: Visit,
  branch: OrganisationId | undefined,
  run: (branch: OrganisationId) => Reply,
): Reply {
  if (branch === undefined) {
    return { show: [{ text: html`我还不知道您说的是哪个支部。请先在支部群里点一下我发的卡片。` }] }
  }
  if (may(visit.who, 'session.manage', branch)) return run(branch)
  return { show: [{ text: html`${officeText(visit, branch)}` }] }
}

/** The sentence for somebody without the office. */
export function officeText({ w }: Visit, branch: OrganisationId): string {
  return officeOnly(comradeName(w, organiserOf(w, branch)))
}
