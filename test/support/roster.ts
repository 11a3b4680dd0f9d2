// Puts people on a branch's roster, as if they had been imported one by one.

import type { OrganisationId } from '../../src/kernel/ids.ts'
import type { Day } from '../../src/kernel/time.ts'
import type { RosterLine } from '../../src/members/rules/roster-lines.ts'
import { saveMembership } from '../../src/members/store/membership.ts'
import { savePerson } from '../../src/members/store/roster.ts'
import { setStanding } from '../../src/members/store/standing.ts'
import type { Work } from '../../src/platform/store/work.ts'

/** Puts somebody new at the end of the roster, from that day on. */
export function saveMember(w: Work, branch: OrganisationId, line: RosterLine, day: Day): void {
  const person = savePerson(w, line)
  saveMembership(w, { branch, person, kind: 'home', joinedOn: day })
  setStanding(w, { branch, person, standing: line.standing, fromOn: day })
}
