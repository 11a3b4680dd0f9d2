// Rows of a roster as tests write them: one branch or two, people with dated places.

import type { OrganisationId, PersonId } from '../../src/kernel/ids.ts'
import type { ExemptionKind, MembershipKind, Standing } from '../../src/members/rules.ts'
import { saveExemption } from '../../src/members/store/exemptions.ts'
import { saveMembership } from '../../src/members/store/membership.ts'
import { setPartyGroup } from '../../src/members/store/party-groups.ts'
import { savePerson } from '../../src/members/store/roster.ts'
import { setStanding } from '../../src/members/store/standing.ts'
import { expectedOn, rosterOn } from '../../src/members/store.ts'
import type { Work } from '../../src/platform/store/work.ts'

export interface Rows {
  /** `[from, until]`, until the first day no longer there. */
  places: readonly (readonly [from: string, until?: string | undefined, kind?: MembershipKind])[]
  standings?: readonly (readonly [standing: Standing, from: string])[]
  groups?: readonly (readonly [name: string | undefined, from: string])[]
  exemptions?: readonly (readonly [kind: ExemptionKind, from: string, until?: string])[]
}

/** Writes somebody's rows; a person given is the one of another branch. */
export function writeRows(
  w: Work,
  { branch, name, person }: { branch: OrganisationId; name: string; person?: PersonId },
  { places, standings = [], groups = [], exemptions = [] }: Rows,
): PersonId {
  const one = { branch, person: person ?? savePerson(w, { name }) }
  for (const [joinedOn, leftOn, kind = 'home'] of places) {
    saveMembership(w, { ...one, kind, joinedOn, ...(leftOn && { leftOn }) })
  }
  for (const [standing, fromOn] of standings) setStanding(w, { ...one, standing, fromOn })
  for (const [partyGroup, fromOn] of groups) setPartyGroup(w, { ...one, partyGroup, fromOn })
  for (const [kind, fromOn, untilOn] of exemptions) {
    saveExemption(w, { ...one, kind, fromOn, ...(untilOn && { untilOn }) }, undefined)
  }
  return one.person
}

/** What the roster of the day says of somebody: a word, or nothing when they are not on it. */
export function placeOn(
  w: Work,
  branch: OrganisationId,
  day: string,
  person: PersonId,
): 'expected' | 'exempt' | 'sittingIn' | undefined {
  const member = rosterOn(w, branch, day).find((one) => one.person === person)
  if (!member) return undefined
  if (expectedOn(w, branch, day).some((one) => one.person === person)) return 'expected'
  return member.exemption ? 'exempt' : 'sittingIn'
}
