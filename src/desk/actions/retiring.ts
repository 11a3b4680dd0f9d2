// A branch stops and starts again; one that is still is asked about.

import type { OrganisationId } from '../../kernel/ids.ts'
import { addMinutes, dayOn } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import { tell } from '../../members/actions.ts'
import { secretaryOf } from '../../members/store.ts'
import { retireBranch } from '../../organisation/actions/settings.ts'
import { nextPermitted } from '../../organisation/rules.ts'
import { type BranchInUse, changeBranch, isRetired } from '../../organisation/store/retiring.ts'
import { type Branch, branchById, groupOfBranch } from '../../organisation/store.ts'
import { cancelLettersOf } from '../../platform/outbox/forget.ts'
import { enqueue } from '../../platform/outbox/outbox.ts'
import { lastDeedAt } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { farewell, stillThere } from '../messages/retiring.ts'

const idleMinutes = 60 * 24 * 60

/** Stops the branch: what waits to be sent is taken back, the group gets one farewell. */
export function retire(w: Work, who: Who, branch: OrganisationId) {
  const outcome = retireBranch(w, who, branch)
  if (!outcome.ok) return outcome
  cancelLettersOf(w, branch)
  const group = groupOfBranch(w, branch)
  if (group) {
    const { chat, thread } = group
    enqueue(w, { chat, branch, message: farewell, ...(thread !== undefined && { thread }) })
  }
  return outcome
}

/** When the secretary is to be asked about a still branch; undefined while it was asked already. */
export function idleQuestionAt(w: Work, branch: BranchInUse): Date | undefined {
  const last = lastDeedAt(w, branch.id) ?? branch.createdAt
  if (branch.idleAskedAt && branch.idleAskedAt > last) return undefined
  return nextPermitted(addMinutes(last, idleMinutes), branch.zone)
}

/** Asks once; only new activity and as long a silence again make it ask another time. */
export function askIdle(w: Work, id: OrganisationId): void {
  const branch = branchById(w, id)
  const secretary = secretaryOf(w, id)
  if (!branch || isRetired(w, id)) return
  changeBranch(w, id, { idleAskedAt: w.now })
  if (secretary === undefined) return
  const notBefore = nextPermitted(w.now, branch.zone)
  tell(w, { branch: id, person: secretary, message: stillThere(named(w, branch)), notBefore })
}

/** A branch as it is spoken of, with this year. */
export function named(w: Work, { id, name, zone }: Branch) {
  return { id, name, year: Number(dayOn(w.now, zone).slice(0, 4)) }
}
