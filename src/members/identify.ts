// From a Telegram account and a chat to the person acting; runs for every update.

import type { OrganisationId } from '../kernel/ids.ts'
import { permissionsFrom } from '../kernel/roles.ts'
import type { Who } from '../kernel/who.ts'
import { branchOfGroup } from '../organisation/store.ts'
import type { Work } from '../platform/store/work.ts'
import { type Account, accountById, changeAccount } from './store/accounts.ts'
import { branchesOf, officesOf } from './store/identity.ts'

type From = Pick<Who, 'account' | 'displayName' | 'place'>

/** Who is acting. Also learns that they can be written to, and which branch they used last. */
export function identify(w: Work, { account, displayName, place }: From): Who {
  const known = accountById(w, account)
  const inGroup = place.kind === 'group' ? branchOfGroup(w, place.chat) : undefined
  if (known) learn(w, known, place.kind === 'private', inGroup)
  const person = known?.person
  const memberOf = person === undefined ? [] : branchesOf(w, person)
  const permissions = person === undefined ? new Map() : permissionsOf(w, person)
  const branch =
    place.kind === 'group'
      ? inGroup
      : branchMeant([...memberOf, ...permissions.keys()], known?.lastBranch)
  return {
    account,
    displayName,
    place,
    memberOf,
    permissions,
    ...(person !== undefined && { person }),
    ...(branch !== undefined && { branch }),
  }
}

function learn(w: Work, known: Account, inPrivate: boolean, branch?: OrganisationId): void {
  if (inPrivate && known.reach !== 'reachable') {
    changeAccount(w, known.id, { reach: 'reachable', reachChangedAt: w.now })
  }
  if (branch !== undefined && branch !== known.lastBranch) {
    changeAccount(w, known.id, { lastBranchId: branch })
  }
}

function permissionsOf(w: Work, person: NonNullable<Who['person']>): Who['permissions'] {
  const held = [...officesOf(w, person)]
  return new Map(held.map(([branch, offices]) => [branch, permissionsFrom(offices)]))
}

/** The only branch, else the last used; somebody on no roster yet means the one they came for. */
function branchMeant(
  candidates: readonly OrganisationId[],
  last: OrganisationId | undefined,
): OrganisationId | undefined {
  const branches = new Set(candidates)
  if (branches.size === 1) return [...branches][0]
  return branches.size === 0 || (last !== undefined && branches.has(last)) ? last : undefined
}
