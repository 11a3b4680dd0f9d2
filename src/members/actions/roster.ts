// Importing a roster, and the founder's place on it.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { dayOn } from '../../kernel/time.ts'
import { may, type Who } from '../../kernel/who.ts'
import { branchById } from '../../organisation/store.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { changedPeople, type ImportEffects } from '../rules/importing.ts'
import { changesBy } from '../rules/roster-changes.ts'
import type { RosterLine } from '../rules/roster-lines.ts'
import { endErasure } from '../store/erasure.ts'
import { addMembers, changeMember } from '../store/importing-people.ts'
import { tracesOf } from '../store/importing-traces.ts'
import { partyGroupsOf } from '../store/party-groups.ts'
import { areSideBySide, becomeOne, isOnAnyRoster } from '../store/roster.ts'
import { personById, rosterNow, secretaryOf } from '../store.ts'
import { refreshClaimCard } from './claim-card.ts'

export interface Imported {
  added: number
  changed: number
  /** What it did, to take it back. */
  effects: ImportEffects
}

/** Brings a branch's roster up to a list from today on: adds and changes, never removes. */
export function importRoster(
  w: Work,
  who: Who,
  { branch, lines }: { branch: OrganisationId; lines: readonly RosterLine[] },
): Outcome<Imported, { reason: 'notAllowed' }> {
  const zone = branchById(w, branch)?.zone
  if (!zone || !may(who, 'roster.manage', branch)) return refused({ reason: 'notAllowed' })
  const before = tracesOf(w, branch)
  const known = new Set(partyGroupsOf(w, branch).map(({ id }) => id))
  const { added, changed } = changesBy({ lines: [...lines] }, rosterNow(w, branch))
  const from = { branch, fromOn: dayOn(w.now, zone) }
  addMembers(w, from, added)
  for (const { person, set } of changed) changeMember(w, { ...from, person }, set)
  const people = changedPeople(before, tracesOf(w, branch), (id) => personById(w, id)?.name ?? '')
  const partyGroups = partyGroupsOf(w, branch).flatMap(({ id }) => (known.has(id) ? [] : [id]))
  const counts = { added: added.length, changed: changed.length }
  audit(w, who, {
    branch,
    action: 'roster.import',
    subject: `organisation:${branch}`,
    detail: counts,
  })
  refreshClaimCard(w, branch)
  return done({ ...counts, effects: { people, partyGroups } })
}

/** The founder says who on the freshly imported roster they are: the two become one person. */
export function recogniseFounder(
  w: Work,
  who: Who,
  { branch, person }: { branch: OrganisationId; person: PersonId },
): boolean {
  const founder = secretaryOf(w, branch)
  if (founder === undefined || founder !== who.person) return false
  const chosen = rosterNow(w, branch).find((member) => member.person === person)
  if (!chosen || (chosen.account !== undefined && chosen.account !== who.account)) return false
  if (founder === person) return true
  if (areSideBySide(w, founder, person)) return false
  // Somebody who is on another roster has a history; then the new line joins them.
  const known = isOnAnyRoster(w, founder)
  const [now, line] = known ? [founder, person] : [person, founder]
  becomeOne(w, line, now)
  const detail = { ...(endErasure(w, now) && { isBack: true }) }
  const deed = { branch, action: 'member.claim', subject: `person:${now}`, detail }
  audit(w, { ...who, person: now }, deed)
  return true
}
