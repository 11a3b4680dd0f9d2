// Who is acting, where, and what they may do there.

import type { AccountId, ChatId, OrganisationId, PersonId } from './ids.ts'
import type { Permission } from './roles.ts'

export interface Place {
  chat: ChatId
  kind: 'private' | 'group'
  /** The forum topic, when the group has them. */
  thread?: number
}

/** The person behind an update. Lasts as long as the update. */
export interface Who {
  account: AccountId
  /** How they call themselves in Telegram; shown, never stored. */
  displayName: string
  place: Place
  /** Known when the account is linked to somebody on a roster. */
  person?: PersonId
  /** The branch meant: of the group, else the only one, else the last used. */
  branch?: OrganisationId
  /** Branches whose roster the person is on today. */
  memberOf: readonly OrganisationId[]
  /** What the person's offices allow, by branch; an overseer's reach every branch below theirs. */
  permissions: ReadonlyMap<OrganisationId, ReadonlySet<Permission>>
}

/** Whether `who` may do this in that branch; default no. */
export function may(who: Who, permission: Permission, branch: OrganisationId): boolean {
  return isInPlace(who, branch) && (who.permissions.get(branch)?.has(permission) ?? false)
}

/** Whether `who` belongs to that branch, seen from where they speak; who only oversees it does not. */
export function reaches(who: Who, branch: OrganisationId): boolean {
  if (who.place.kind === 'group') return isInPlace(who, branch)
  const allowed = [...(who.permissions.get(branch) ?? [])]
  return who.memberOf.includes(branch) || allowed.some((each) => each !== 'branch.oversee')
}

/** In a group only that group's branch is within reach. */
function isInPlace({ place, branch: meant }: Who, branch: OrganisationId): boolean {
  return place.kind === 'private' || meant === branch
}
