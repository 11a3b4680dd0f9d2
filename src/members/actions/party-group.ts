// Party groups are made and named; somebody moves into one on a day.

import type { OrganisationId, PartyGroupId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Day } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import type { WayBack } from '../rules/change.ts'
import { cleanName, evenedName, firstGraphemes } from '../rules.ts'
import {
  dropPartyGroup,
  partyGroupsOf,
  partyGroupsOn,
  renamePartyGroup,
  savePartyGroup,
  setPartyGroup,
} from '../store/party-groups.ts'
import { type About, keptBy, notBeforeJoining, noteChange, subjectOf } from './managing.ts'
import type { Changed } from './standing.ts'

export function changePartyGroup(
  w: Work,
  who: Who,
  { group, day, ...about }: About & { group: PartyGroupId | undefined; day: Day },
): Changed {
  const subject = subjectOf(w, who, about)
  if (!subject.ok) return subject
  const meant = partyGroupsOf(w, about.branch).find(({ id }) => id === group)
  if (group !== undefined && !meant) return refused({ reason: 'gone' })
  const fromOn = notBeforeJoining(subject, day)
  const before = partyGroupsOn(w, about.branch, fromOn).get(about.person)
  if (before?.id === group) return refused({ reason: 'unchanged' })
  const row = setPartyGroup(w, { ...about, partyGroup: meant?.name, fromOn })
  noteChange(w, who, about, {
    action: 'member.partyGroup',
    detail: { group: group ?? 0, fromOn, row },
  })
  return done({ fromOn, way: { row } })
}

/** Takes the row back; false when it is somebody else's, or no more. */
export function undoPartyGroup(w: Work, about: About, { row }: WayBack): boolean {
  return dropPartyGroup(w, about, row)
}

export type NamingRefusal =
  | { reason: 'notAllowed' }
  | { reason: 'gone' }
  | { reason: 'noName' }
  | { reason: 'taken'; name: string }

export interface Naming {
  branch: OrganisationId
  /** Undefined makes a new one. */
  group?: PartyGroupId | undefined
  text: string
}

const longestName = 16

/** Makes a party group, or gives one another name. */
export function namePartyGroup(
  w: Work,
  who: Who,
  { branch, group, text }: Naming,
): Outcome<{ group: PartyGroupId; name: string; before?: string }, NamingRefusal> {
  if (!keptBy(w, who, branch)) return refused({ reason: 'notAllowed' })
  const all = partyGroupsOf(w, branch)
  const before = all.find(({ id }) => id === group)
  if (group !== undefined && !before) return refused({ reason: 'gone' })
  const name = firstGraphemes(cleanName(text), longestName)
  if (evenedName(name) === '') return refused({ reason: 'noName' })
  const same = all.find((one) => one.id !== group && evenedName(one.name) === evenedName(name))
  if (same) return refused({ reason: 'taken', name: same.name })
  const id = group ?? savePartyGroup(w, branch, name)
  if (before) renamePartyGroup(w, id, name)
  const action = before ? 'partyGroup.rename' : 'partyGroup.create'
  audit(w, who, { branch, action, subject: `partyGroup:${id}` })
  return done({ group: id, name, ...(before && { before: before.name }) })
}
