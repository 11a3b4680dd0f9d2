// Who keeps the roster, and of whom: the first question of every change of it.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { type Day, dayOn } from '../../kernel/time.ts'
import { may, type Who } from '../../kernel/who.ts'
import { type Branch, branchById } from '../../organisation/store.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { type Membership, membershipsOf } from '../store/membership.ts'
import { type Person, personById } from '../store.ts'

export interface Kept {
  branch: Branch
  today: Day
}

/** The branch, for somebody who keeps its roster. */
export function keptBy(w: Work, who: Who, id: OrganisationId | undefined): Kept | undefined {
  const branch = id === undefined ? undefined : branchById(w, id)
  if (!branch || !may(who, 'roster.manage', branch.id)) return undefined
  return { branch, today: dayOn(w.now, branch.zone) }
}

export interface About {
  branch: OrganisationId
  person: PersonId
}

export interface Subject extends Kept {
  person: Person
  /** All of them, the first first; never none. */
  memberships: readonly [Membership, ...Membership[]]
}

/** Somebody who is, was or will be on the roster, for whoever keeps it. */
export function subjectOf(
  w: Work,
  who: Who,
  about: About,
): Outcome<Subject, { reason: 'notAllowed' } | { reason: 'gone' }> {
  const kept = keptBy(w, who, about.branch)
  if (!kept) return refused({ reason: 'notAllowed' })
  const person = personById(w, about.person)
  const [first, ...later] = membershipsOf(w, about.branch, about.person)
  if (!person || !first) return refused({ reason: 'gone' })
  return done({ ...kept, person, memberships: [first, ...later] })
}

/** Writes down what was done about somebody on the roster. */
export function noteChange(
  w: Work,
  who: Who,
  { branch, person }: About,
  deed: { action: string; detail?: Record<string, string | number> },
): void {
  audit(w, who, { branch, subject: `person:${person}`, ...deed })
}

/** No change counts before somebody was there. */
export function notBeforeJoining({ memberships }: Subject, day: Day): Day {
  const [first] = memberships
  return day < first.fromOn ? first.fromOn : day
}
