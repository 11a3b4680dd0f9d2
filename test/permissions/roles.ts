// Who comes to the doors: somebody in every office, and those who have no business in the branch.

import type { OrganisationId, PersonId } from '../../src/kernel/ids.ts'
import { rosterNow } from '../../src/members/store.ts'
import type { Work } from '../../src/platform/store/work.ts'

/** Who comes, by what they are to the branch. */
export const roles = {
  secretary: '陈敏',
  deputySecretary: '沈文',
  organiser: '周航',
  publicist: '冯丽',
  disciplineOfficer: '杨博',
  groupLeader: '钱鸣',
  member: '孙悦',
  asker: '李晓雯',
  probationary: '何雨桐',
  sittingIn: '林涛',
  left: '吴丽',
  overseer: '郑秀',
  otherSecretary: '高峰',
  otherMember: '马丽',
  stranger: '路人',
} as const
export type Role = keyof typeof roles

export const insiders: readonly Role[] = [
  'secretary',
  'deputySecretary',
  'organiser',
  'publicist',
  'disciplineOfficer',
  'groupLeader',
  'member',
  'asker',
  'probationary',
  'sittingIn',
]
export const outsiders: readonly Role[] = [
  'left',
  'overseer',
  'otherSecretary',
  'otherMember',
  'stranger',
]

/** What buttons may carry, by the name of the field. */
export type Things = Record<string, readonly (string | number)[]>

export function personOf(w: Work, branch: OrganisationId, name: string): PersonId {
  const found = rosterNow(w, branch).find((one) => one.name === name)
  if (!found) throw new Error(`${name} is not on the roster`)
  return found.person
}
