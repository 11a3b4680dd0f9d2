// Who on the roster somebody means who says a name and four digits.

import { evenedName } from '../rules.ts'

/** Wrong names or digits before an account has to pause. */
export const missesAllowed = 3
export const pauseMinutes = 60

const nearShown = 3

export interface Claimable {
  name: string
  phoneTail?: string
  /** Whether an account is linked already. */
  isClaimed: boolean
}

export type ClaimReading<Someone> =
  /** Name and digits fit: ask 是我 or 不是. */
  | { kind: 'found'; one: Someone }
  /** Fits, but another account was there before. */
  | { kind: 'taken'; one: Someone }
  /** The roster has no digits for that name: the secretary has to nod. */
  | { kind: 'unproven'; one: Someone }
  | { kind: 'tailMissing' }
  /** Nobody; `near` are those with these digits whose name shares a character. */
  | { kind: 'notFound'; near: Someone[] }

/** Why a claim could not be made after all. */
export type ClaimRefusal =
  /** Another account was there before. */
  | { reason: 'taken'; name: string }
  /** The account is somebody else's already. */
  | { reason: 'accountTaken' }
  | { reason: 'notOnRoster' }

/** Reads a claim against the roster. Without the right digits nothing of the roster is shown. */
export function readClaim<Someone extends Claimable>(
  said: { name: string; phoneTail?: string },
  roster: readonly Someone[],
): ClaimReading<Someone> {
  const name = evenedName(said.name)
  const named = roster.filter((one) => evenedName(one.name) === name)
  const proven = named.filter(({ phoneTail }) => phoneTail && phoneTail === said.phoneTail)
  const free = proven.find(({ isClaimed }) => !isClaimed)
  if (free) return { kind: 'found', one: free }
  if (proven[0]) return { kind: 'taken', one: proven[0] }
  const unproven = named.find(({ phoneTail, isClaimed }) => !phoneTail && !isClaimed)
  if (unproven) return { kind: 'unproven', one: unproven }
  if (!said.phoneTail) return { kind: 'tailMissing' }
  const near = roster.filter(
    (one) => one.phoneTail === said.phoneTail && !one.isClaimed && shareCharacter(one.name, name),
  )
  return { kind: 'notFound', near: near.slice(0, nearShown) }
}

function shareCharacter(one: string, other: string): boolean {
  const characters = new Set(evenedName(one))
  return [...other].some((character) => characters.has(character))
}
