// One person is put on the roster by hand, and a name or digits written wrongly are put right.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Day } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import type { Work } from '../../platform/store/work.ts'
import type { WayBack } from '../rules/change.ts'
import { isCurrent } from '../rules/membership.ts'
import type { NewPerson } from '../rules/person-line.ts'
import { evenedName } from '../rules.ts'
import { forgetPeople } from '../store/importing-traces.ts'
import { usesOf } from '../store/importing-uses.ts'
import {
  everyMembership,
  type Listed,
  membershipsOf,
  renamePerson,
  saveMembership,
} from '../store/membership.ts'
import { setPartyGroup } from '../store/party-groups.ts'
import { savePerson } from '../store/roster.ts'
import { setStanding } from '../store/standing.ts'
import type { Person } from '../store.ts'
import { refreshClaimCard } from './claim-card.ts'
import { type About, type Kept, keptBy, noteChange, subjectOf } from './managing.ts'

interface Named {
  name: string
  phoneTail?: string
}

/** Somebody who is, will be or was on the roster and may be the one who is meant. */
export interface Known {
  person: Listed
  /** Whether they are or will be there; else they left. */
  isThere: boolean
}

/** Who on the roster that name may already be: the digits tell two of one name apart. */
export function knownAs(w: Work, { branch, today }: Kept, meant: Named): Known | undefined {
  const like = everyMembership(w, branch.id).filter((one) => isLike(one, meant))
  const there = like.find((one) => isCurrent(one, today))
  const person = there ?? like.at(-1)
  return person && { person, isThere: there !== undefined }
}

export type AddRefusal =
  | { reason: 'notAllowed' }
  | { reason: 'taken'; name: string; person: PersonId }

/** Puts somebody new on the roster from that day on. */
export function addPerson(
  w: Work,
  who: Who,
  { branch, line, day }: { branch: OrganisationId; line: NewPerson; day: Day },
): Outcome<{ person: PersonId; way: WayBack }, AddRefusal> {
  const kept = keptBy(w, who, branch)
  if (!kept) return refused({ reason: 'notAllowed' })
  const known = knownAs(w, kept, line)
  if (known?.isThere)
    return refused({ reason: 'taken', name: line.name, person: known.person.person })
  const person = savePerson(w, line)
  const { kind, standing, partyGroup } = line
  const row = saveMembership(w, { branch, person, kind, joinedOn: day })
  setStanding(w, { branch, person, standing, fromOn: day })
  if (partyGroup !== undefined) setPartyGroup(w, { branch, person, partyGroup, fromOn: day })
  const detail = { kind, standing, joinedOn: day }
  noteChange(w, who, { branch, person }, { action: 'member.add', detail })
  refreshClaimCard(w, branch)
  return done({ person, way: { row } })
}

/** Forgets somebody put on the roster by mistake; not when anything speaks of them. */
export function undoAdding(w: Work, { branch, person }: About, { row }: WayBack): boolean {
  const isTheirs = membershipsOf(w, branch, person).some(({ id }) => id === row)
  if (!isTheirs || usesOf(w, [person]).size > 0) return false
  forgetPeople(w, branch, [person])
  refreshClaimCard(w, branch)
  return true
}

export type CorrectRefusal =
  | { reason: 'notAllowed' }
  | { reason: 'gone' }
  | { reason: 'unchanged' }
  | { reason: 'taken'; name: string; person: PersonId }

/** Puts a name or the four digits right: also on old sheets, where it was the same person. */
export function correctPerson(
  w: Work,
  who: Who,
  { name, phoneTail, ...about }: About & Partial<Named>,
): Outcome<{ before: Person; after: Person }, CorrectRefusal> {
  const subject = subjectOf(w, who, about)
  if (!subject.ok) return subject
  const before = subject.person
  const after = { ...before, ...(name && { name }), ...(phoneTail && { phoneTail }) }
  if (after.name === before.name && after.phoneTail === before.phoneTail) {
    return refused({ reason: 'unchanged' })
  }
  const others = everyMembership(w, about.branch).filter(({ person }) => person !== about.person)
  const same = others.find((one) => isLike(one, after))
  if (same) return refused({ reason: 'taken', name: same.name, person: same.person })
  renamePerson(w, after)
  const changed = [name && 'name', phoneTail && 'phoneTail'].filter(Boolean).join(' ')
  noteChange(w, who, about, { action: 'member.correct', detail: { changed } })
  return done({ before, after })
}

function isLike(one: Named, other: Named): boolean {
  const sameTail = !one.phoneTail || !other.phoneTail || one.phoneTail === other.phoneTail
  return sameTail && evenedName(one.name) === evenedName(other.name)
}
