// Those who may decide, the organiser first.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { Permission } from '../../kernel/roles.ts'
import { tell } from '../../members/actions.ts'
import { holdersOf, organiserOf } from '../../members/store.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Leave } from '../rules/leave.ts'
import { comradeName } from '../store/occasion.ts'

/** Everybody whose office allows it, the organiser first. */
export function officers(w: Work, branch: OrganisationId, permission: Permission): PersonId[] {
  const holders = holdersOf(w, branch, permission)
  const organiser = organiserOf(w, branch)
  return organiser === undefined || !holders.includes(organiser)
    ? holders
    : [organiser, ...holders.filter((person) => person !== organiser)]
}

interface OfficeLetter {
  branch: OrganisationId
  permission: Permission
  message: Message
  key: string
}

/** Tells the first of them who can be reached: one message, not one for each. */
export function tellFirst(w: Work, { branch, permission, message, key }: OfficeLetter): void {
  for (const person of officers(w, branch, permission)) {
    if (tell(w, { branch, person, message, key }) === 'queued') return
  }
}

/** Whose answer a leave got, or waits for: 周航同志. */
export function deciderOf(w: Work, leave: Leave): string {
  const next = officers(w, leave.branch, 'leave.decide').find((person) => person !== leave.person)
  return comradeName(w, leave.decidedBy ?? next)
}
