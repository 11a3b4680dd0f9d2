// How long lists are good for, how many may come, and what is remembered to take an import back.

import type { PartyGroupId, PersonId } from '../../kernel/ids.ts'
import { addMinutes, type Day } from '../../kernel/time.ts'
import type { MembershipKind, Standing } from '../rules.ts'

const day = 24 * 60

/** What is kept of a list, and the way back, are good for a day. */
export function goodUntil(at: Date): Date {
  return addMinutes(at, day)
}

export const listsAnHour = 5
export const peopleAtMost = 5_000

/** When the next list may come, given when the lists of the last hour came; undefined: now. */
export function nextListAt(came: readonly Date[]): Date | undefined {
  const first = came.toSorted((one, other) => one.getTime() - other.getTime())
  const blocking = first[first.length - listsAnHour]
  return blocking && addMinutes(blocking, 60)
}

/** All rows that place a person in one branch, as they stand in the tables. */
export interface Trace {
  phoneTail: string | null
  places: readonly {
    id: number
    kind: MembershipKind
    joinedOn: Day
    leftOn: Day | null
    position: number
  }[]
  standings: readonly { id: number; standing: Standing; fromOn: Day }[]
  partyGroups: readonly { id: number; partyGroupId: PartyGroupId | null; fromOn: Day }[]
}

export interface ChangedPerson {
  person: PersonId
  name: string
  /** Undefined for somebody who was not on the roster. */
  before?: Trace
  after: Trace
}

/** What an import did, so that it can be taken back exactly. */
export interface ImportEffects {
  people: readonly ChangedPerson[]
  /** Party groups that it made. */
  partyGroups: readonly PartyGroupId[]
}

/** Why somebody stays who was imported. */
export type InUse = 'claimed' | 'office' | 'recorded' | 'changed'

export function isSameTrace(one: Trace | undefined, other: Trace | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Everybody whose rows are others than before. */
export function changedPeople(
  before: ReadonlyMap<PersonId, Trace>,
  after: ReadonlyMap<PersonId, Trace>,
  nameOf: (person: PersonId) => string,
): ChangedPerson[] {
  return [...after].flatMap(([person, trace]) => {
    const was = before.get(person)
    if (isSameTrace(was, trace)) return []
    return [{ person, name: nameOf(person), after: trace, ...(was && { before: was }) }]
  })
}
