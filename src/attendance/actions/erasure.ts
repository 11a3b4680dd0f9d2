// Forgets what somebody wrote about their leaves; and a name that need not be kept any more.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { namesToForget, pseudonymise } from '../../members/actions/erasure.ts'
import { clearedPerNight, keptSince } from '../../organisation/rules/retention.ts'
import { settingsOf } from '../../organisation/store/settings.ts'
import type { Work } from '../../platform/store/work.ts'
import { lastSessionsOf } from '../../sessions/store/of-person.ts'
import { zoneOf } from '../../sessions/store.ts'
import { blankLeaves, dropReminders, withdrawAnswers } from '../store/own-data.ts'
import { refreshCard } from './card.ts'

/**
 * Their own words at once, and their name on the group's cards; marks and kinds of leave belong to the
 * branch's ledger.
 */
export function eraseAttendance(w: Work, person: PersonId): void {
  blankLeaves(w, person)
  dropReminders(w, person)
  for (const session of withdrawAnswers(w, person)) refreshCard(w, session)
}

/** Names of erased people go when every sheet they stand on is older than its branch keeps names. */
export function forgetOldNames(w: Work): void {
  const ripe = namesToForget(w).filter(({ person }) => !isNameKept(w, person))
  for (const { person } of ripe.slice(0, clearedPerNight)) pseudonymise(w, person)
}

function isNameKept(w: Work, person: PersonId): boolean {
  return lastSessionsOf(w, person).some(({ branch, at }) => at >= namesKeptSince(w, branch))
}

function namesKeptSince(w: Work, branch: OrganisationId): Date {
  return keptSince(w.now, settingsOf(w, branch).attendanceMonths, zoneOf(w, branch))
}
