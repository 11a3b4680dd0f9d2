// Importing a roster, appointing to an office, and the founder's place in both.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { dayOn } from '../../kernel/time.ts'
import { may, type Who } from '../../kernel/who.ts'
import { branchById } from '../../organisation/store.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import type { RosterLine } from '../rules/roster-lines.ts'
import { cleanName, evenedName } from '../rules.ts'
import { changeAccount, meetAccount } from '../store/accounts.ts'
import {
  endOffice,
  type Holding,
  isOnAnyRoster,
  moveAccountAndOffices,
  movePlace,
  saveMember,
  saveOffice,
  savePerson,
} from '../store/roster.ts'
import { rosterNow, secretaryOf } from '../store.ts'

/** Adds people to a branch from today on; who is there already is not added again. */
export function importRoster(
  w: Work,
  who: Who,
  { branch, lines }: { branch: OrganisationId; lines: readonly RosterLine[] },
): Outcome<{ imported: number }, { reason: 'notAllowed' }> {
  const zone = branchById(w, branch)?.zone
  if (!zone || !may(who, 'roster.manage', branch)) return refused({ reason: 'notAllowed' })
  const there = new Set(rosterNow(w, branch).map(keyOf))
  const fresh = lines.filter((line) => !there.has(keyOf(line)))
  for (const line of fresh) saveMember(w, branch, line, dayOn(w.now, zone))
  const detail = { imported: fresh.length }
  audit(w, who, { branch, action: 'roster.import', subject: `organisation:${branch}`, detail })
  return done({ imported: fresh.length })
}

/** Gives an office to somebody on the roster; whoever held it holds it no more. */
export function appoint(w: Work, who: Who, { branch, person, office }: Holding): boolean {
  if (who.person === undefined || !may(who, 'office.appoint', branch)) return false
  if (!rosterNow(w, branch).some((member) => member.person === person)) return false
  endOffice(w, { branch, office })
  saveOffice(w, { branch, person, office }, who.person)
  audit(w, who, {
    branch,
    action: 'office.appoint',
    subject: `person:${person}`,
    detail: { office },
  })
  return true
}

/** Makes whoever redeemed a claim code the secretary; their place on the roster comes later. */
export function appointFounder(w: Work, who: Who, branch: OrganisationId): PersonId {
  const person = who.person ?? savePerson(w, { name: cleanName(who.displayName) || '书记' })
  meetAccount(w, who.account)
  changeAccount(w, who.account, {
    personId: person,
    lastBranchId: branch,
    ...(who.person === undefined && { linkedAt: w.now }),
  })
  saveOffice(w, { branch, person, office: 'secretary' }, person)
  const deed = { action: 'office.appoint', subject: `person:${person}` }
  audit(w, { ...who, person }, { branch, ...deed, detail: { office: 'secretary' } })
  return person
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
  // Somebody who is on another roster has a history; then the new line joins them.
  const known = isOnAnyRoster(w, founder)
  if (known) movePlace(w, person, founder)
  else moveAccountAndOffices(w, founder, person)
  const now = known ? founder : person
  audit(w, { ...who, person: now }, { branch, action: 'member.claim', subject: `person:${now}` })
  return true
}

function keyOf({ name, phoneTail = '' }: { name: string; phoneTail?: string }): string {
  return `${evenedName(name)} ${phoneTail}`
}
