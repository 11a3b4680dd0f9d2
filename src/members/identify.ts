// From a Telegram account and a chat to the person acting; runs for every update.

import type { OrganisationId } from '../kernel/ids.ts'
import { type Permission, permissionsFrom } from '../kernel/roles.ts'
import type { Who } from '../kernel/who.ts'
import { branchOfGroup } from '../organisation/store.ts'
import type { Work } from '../platform/store/work.ts'
import { type Account, accountById, changeAccount } from './store/accounts.ts'
import { branchesOf, branchesUnder, officesOf } from './store/identity.ts'

type From = Pick<Who, 'account' | 'displayName' | 'place'>

/** Who is acting. Also learns that they can be written to, and which branch they used last. */
export function identify(w: Work, { account, displayName, place }: From): Who {
  const known = accountById(w, account)
  const inGroup = place.kind === 'group' ? branchOfGroup(w, place.chat) : undefined
  if (known) learn(w, known, place.kind === 'private', inGroup)
  const person = known?.person
  const memberOf = person === undefined ? [] : branchesOf(w, person)
  const { permissions, inBranches } = person === undefined ? nothing : allowed(w, person)
  const branch =
    place.kind === 'group' ? inGroup : branchMeant([...memberOf, ...inBranches], known?.lastBranch)
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

interface Allowed {
  permissions: Who['permissions']
  /** Where they hold an office of the branch itself; one who oversees it does not mean it. */
  inBranches: readonly OrganisationId[]
}

const nothing: Allowed = { permissions: new Map(), inBranches: [] }

function allowed(w: Work, person: NonNullable<Who['person']>): Allowed {
  const held = [...officesOf(w, person)]
  const own = held.map(([branch, offices]) => [branch, permissionsFrom(offices)] as const)
  const overseen = held
    .filter(([, offices]) => offices.includes('overseer'))
    .flatMap(([organisation]) => branchesUnder(w, organisation))
  const permissions = new Map<OrganisationId, ReadonlySet<Permission>>(own)
  for (const branch of overseen) {
    permissions.set(branch, new Set([...(permissions.get(branch) ?? []), 'branch.oversee']))
  }
  const inBranches = held.filter(([, offices]) => offices.some((each) => each !== 'overseer'))
  return { permissions, inBranches: inBranches.map(([branch]) => branch) }
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
