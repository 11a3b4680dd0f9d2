// Writes what a list brings: new people at the end of the roster, and changes from a day on.

import { eq } from 'drizzle-orm'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import type { Work } from '../../platform/store/work.ts'
import type { MemberChange } from '../rules/roster-changes.ts'
import type { RosterLine } from '../rules/roster-lines.ts'
import { memberships, partyGroupPeriods, people, standingPeriods } from '../schema.ts'
import { lastPosition } from './membership.ts'
import { partyGroupsOf, savePartyGroup, setPartyGroup } from './party-groups.ts'
import { setStanding } from './standing.ts'

interface From {
  branch: OrganisationId
  fromOn: Day
}

/** Rows in one statement: one at a time, thousands of people would take many seconds. */
const rowsAtOnce = 500

/** Puts new people at the end of the roster, in their order. */
export function addMembers(w: Work, from: From, lines: readonly RosterLine[]): void {
  const groupIds = partyGroupIds(w, from.branch, lines)
  for (let first = 0; first < lines.length; first += rowsAtOnce) {
    const some = lines.slice(first, first + rowsAtOnce)
    const persons = savePeople(w, some)
    const members = some.flatMap((line, at) => {
      const person = persons[at]
      return person === undefined ? [] : [{ line, person }]
    })
    place(w, from, members, groupIds)
  }
}

interface NewMember {
  line: RosterLine
  person: PersonId
}

function place(
  w: Work,
  { branch: branchId, fromOn }: From,
  members: readonly NewMember[],
  groupIds: ReturnType<typeof partyGroupIds>,
): void {
  const next = lastPosition(w, branchId) + 1
  const places = members.map(({ person: personId }, at) => ({
    branchId,
    personId,
    kind: 'home' as const,
    joinedOn: fromOn,
    position: next + at,
  }))
  const standings = members.map(({ person: personId, line: { standing } }) => ({
    branchId,
    personId,
    standing,
    fromOn,
  }))
  const groups = members.flatMap(({ person: personId, line: { partyGroup = '' } }) => {
    const partyGroupId = groupIds.get(partyGroup)
    return partyGroupId === undefined ? [] : [{ branchId, personId, partyGroupId, fromOn }]
  })
  w.tx.insert(memberships).values(places).run()
  w.tx.insert(standingPeriods).values(standings).run()
  if (groups.length > 0) w.tx.insert(partyGroupPeriods).values(groups).run()
}

/** The new people in the order of their lines. */
function savePeople(w: Work, lines: readonly RosterLine[]): PersonId[] {
  const rows = lines.map(({ name, phoneTail }) => ({ name, phoneTail, createdAt: w.now }))
  const saved = w.tx.insert(people).values(rows).returning({ id: people.id }).all()
  // SQLite numbers them in order and gives them back in any.
  return saved.map(({ id }) => id).sort((one, other) => one - other)
}

/** The groups of the list by name, made where there is none. */
function partyGroupIds(w: Work, branch: OrganisationId, lines: readonly RosterLine[]) {
  const ids = new Map(partyGroupsOf(w, branch).map(({ id, name }) => [name, id]))
  for (const { partyGroup } of lines) {
    if (partyGroup === undefined || ids.has(partyGroup)) continue
    ids.set(partyGroup, savePartyGroup(w, branch, partyGroup))
  }
  return ids
}

/** Changes what a list says differently about somebody; what it does not say stays. */
export function changeMember(
  w: Work,
  about: From & { person: PersonId },
  { phoneTail, standing, partyGroup }: MemberChange,
): void {
  if (phoneTail !== undefined) {
    w.tx.update(people).set({ phoneTail }).where(eq(people.id, about.person)).run()
  }
  if (standing !== undefined) setStanding(w, { ...about, standing })
  if (partyGroup !== undefined) setPartyGroup(w, { ...about, partyGroup })
}
