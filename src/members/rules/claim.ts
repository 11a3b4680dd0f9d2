// Who on the roster somebody means who says a name and four digits, or shares their own number.

import type { PersonId } from '../../kernel/ids.ts'
import { evenedName } from '../rules.ts'
import { soundsLike } from './name-search.ts'

/** Wrong names or digits before an account has to pause. */
export const missesAllowed = 3
export const pauseMinutes = 60
/** How often somebody may ask the secretary to be put on a roster. */
export const helpEveryMinutes = 24 * 60

const nearShown = 3

export interface Claimable {
  name: string
  phoneTail?: string
  /** Whether an account is linked already. */
  isClaimed: boolean
}

/** Whom one name or number means. */
interface Meant<Someone> {
  /** Fits, and is free: ask 是我 or 不是. Or: another account was there before. */
  kind: 'found' | 'taken'
  one: Someone
}

export type ClaimReading<Someone> =
  | Meant<Someone>
  /** The roster has no digits for that name: the secretary has to nod. */
  | { kind: 'unproven'; one: Someone }
  | { kind: 'tailMissing' }
  /** Nobody; `near` are those with these digits whose name looks or sounds alike. */
  | { kind: 'notFound'; near: Someone[] }

/** Whose number somebody shared: proven digits, so names may be shown. */
export type NumberReading<Someone> =
  | Meant<Someone>
  /** Two or three have these digits. */
  | { kind: 'several'; people: Someone[] }
  /** Nobody has them, or so many that the name has to be said. */
  | { kind: 'nameMissing'; isKnown: boolean }

/** Why a claim could not be made after all. */
export type ClaimRefusal =
  /** Another account was there before. */
  | { reason: 'taken'; person: PersonId; name: string }
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
  const meant = proven.find(({ isClaimed }) => !isClaimed) ?? proven[0]
  if (meant) return { kind: meant.isClaimed ? 'taken' : 'found', one: meant }
  const unproven = named.find(({ phoneTail, isClaimed }) => !phoneTail && !isClaimed)
  if (unproven) return { kind: 'unproven', one: unproven }
  if (!said.phoneTail) return { kind: 'tailMissing' }
  const near = roster.filter(
    (one) => one.phoneTail === said.phoneTail && !one.isClaimed && isAlike(one.name, name),
  )
  return { kind: 'notFound', near: near.slice(0, nearShown) }
}

/** Reads the last four digits of a number that is certainly the asker's own. */
export function readNumber<Someone extends Claimable>(
  lastFour: string,
  roster: readonly Someone[],
): NumberReading<Someone> {
  const people = roster.filter(({ phoneTail }) => phoneTail && phoneTail === lastFour)
  const [one] = people
  if (!one || people.length > nearShown) return { kind: 'nameMissing', isKnown: one !== undefined }
  if (people.length > 1) return { kind: 'several', people }
  return { kind: one.isClaimed ? 'taken' : 'found', one }
}

/** Whether two lines are certainly one human: the same name, and digits that both have. */
export function isSamePerson(
  one: Pick<Claimable, 'name' | 'phoneTail'>,
  other: Pick<Claimable, 'name' | 'phoneTail'>,
): boolean {
  if (!one.phoneTail || one.phoneTail !== other.phoneTail) return false
  return evenedName(one.name) === evenedName(other.name)
}

function isAlike(one: string, other: string): boolean {
  const characters = new Set(evenedName(one))
  return [...other].some((character) => characters.has(character)) || soundsLike(one, other)
}
