// What importing a roster would change: a difference, never a replacement.

import type { PersonId } from '../../kernel/ids.ts'
import { evenedName, type Standing } from '../rules.ts'
import type { RosterLine, RosterRead } from './roster-lines.ts'

/** Somebody on the roster, as far as a list can tell. */
export interface ListedMember {
  person: PersonId
  name: string
  phoneTail?: string
  standing: Standing
  partyGroup?: { name: string }
  /** They had themselves forgotten: a list brings nothing back. */
  erasedAt?: Date
}

/** What a list says otherwise than the roster. */
export interface MemberChange {
  phoneTail?: string
  standing?: Standing
  /** The group's name. */
  partyGroup?: string
}

export interface RosterChanges {
  added: RosterLine[]
  changed: { person: PersonId; name: string; set: MemberChange }[]
  same: number
  notInList: { person: PersonId; name: string }[]
  /** Could be one of several: neither added nor changed until the digits tell them apart. */
  unclear: RosterLine[]
}

type Fits = (line: RosterLine, member: ListedMember) => boolean

/** What came of everybody: pairs, new people, and members whom no line can mean. */
interface Sorted {
  pairs: Map<RosterLine, ListedMember>
  added: Set<RosterLine>
  missing: Set<ListedMember>
}

/** Nobody is removed, and a new name is never taken for a renamed person. */
export function changesBy(
  { lines }: Pick<RosterRead, 'lines'>,
  roster: readonly ListedMember[],
): RosterChanges {
  const members = Map.groupBy(roster, nameKey)
  const sorted: Sorted = { pairs: new Map(), added: new Set(), missing: new Set(roster) }
  for (const [name, said] of Map.groupBy(lines, nameKey)) {
    sortNamesakes(sorted, said, members.get(name) ?? [])
  }
  const { pairs, added, missing } = sorted
  return {
    ...changesOf(pairs, lines),
    added: lines.filter((line) => added.has(line)),
    notInList: [...missing].map(({ person, name }) => ({ person, name })),
    unclear: lines.filter((line) => !pairs.has(line) && !added.has(line)),
  }
}

/** Everybody of one name: first by the digits, then by being the only one whom it can be. */
function sortNamesakes(
  { pairs, added, missing }: Sorted,
  said: readonly RosterLine[],
  members: readonly ListedMember[],
): void {
  const sure = pairsBy(isSure, said, members)
  for (const [line, member] of sure) {
    pairs.set(line, member)
    missing.delete(member)
  }
  const open = said.filter((line) => !pairs.has(line))
  const rest = members.filter((member) => missing.has(member))
  for (const [line, member] of pairsBy(couldBe, open, rest)) pairs.set(line, member)
  const taken = new Set(open.map((line) => pairs.get(line)))
  const free = rest.filter((member) => !taken.has(member))
  for (const line of open) {
    if (!pairs.has(line) && !free.some((member) => couldBe(line, member))) added.add(line)
  }
  const unclear = open.filter((line) => !pairs.has(line) && !added.has(line))
  for (const member of rest) {
    if (taken.has(member) || unclear.some((line) => couldBe(line, member))) missing.delete(member)
  }
}

/** Those who fit each other and nobody else. */
function pairsBy(
  fits: Fits,
  lines: readonly RosterLine[],
  members: readonly ListedMember[],
): [RosterLine, ListedMember][] {
  return lines.flatMap((line) => {
    const [member, ...more] = members.filter((one) => fits(line, one))
    if (!member || more.length > 0) return []
    return lines.some((other) => other !== line && fits(other, member)) ? [] : [[line, member]]
  })
}

function isSure({ phoneTail }: RosterLine, member: ListedMember): boolean {
  return phoneTail !== undefined && phoneTail === member.phoneTail
}

/** Digits that differ are another person; where one side has none, it could be the same. */
function couldBe({ phoneTail }: RosterLine, member: ListedMember): boolean {
  return phoneTail === undefined || member.phoneTail === undefined || phoneTail === member.phoneTail
}

function changesOf(
  pairs: Sorted['pairs'],
  lines: readonly RosterLine[],
): Pick<RosterChanges, 'changed' | 'same'> {
  const known = lines.flatMap((line) => {
    const member = pairs.get(line)
    return member
      ? [{ person: member.person, name: member.name, set: differences(line, member) }]
      : []
  })
  const changed = known.filter(({ set }) => Object.keys(set).length > 0)
  return { changed, same: known.length - changed.length }
}

function nameKey({ name }: { name: string }): string {
  return evenedName(name)
}

/** What is not said changes nothing, and nothing changes who wants to be forgotten. */
function differences(line: RosterLine, member: ListedMember): MemberChange {
  if (member.erasedAt) return {}
  const { phoneTail, standing, standingAssumed, partyGroup } = line
  const isOther = (said: string, known = '') => evenedName(said) !== evenedName(known)
  return {
    ...(phoneTail && phoneTail !== member.phoneTail && { phoneTail }),
    ...(!standingAssumed && standing !== member.standing && { standing }),
    ...(partyGroup && isOther(partyGroup, member.partyGroup?.name) && { partyGroup }),
  }
}
