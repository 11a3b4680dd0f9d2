// What can be changed about somebody on the roster, and why it may not be.

import type { ExemptionId, PartyGroupId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import {
  type ExemptionKind,
  exemptionKinds,
  type MembershipKind,
  membershipKinds,
  type Standing,
  standings,
} from '../rules.ts'
import { isDay } from './change-days.ts'

/** A change without its day. */
export type Alteration =
  | { what: 'standing'; standing: Standing }
  /** No group: in none from that day on. */
  | { what: 'group'; group: PartyGroupId | undefined }
  | { what: 'kind'; kind: MembershipKind }
  /** The day is the first day they are expected again; without one until somebody says. */
  | { what: 'exempt'; kind: ExemptionKind; fromOn: Day }
  | { what: 'resume'; exemption: ExemptionId }
  | { what: 'leave' }
  | { what: 'rejoin' }

/** `until` gives the end of what `exempt` began; its value is `sick.2026-12-01`. */
export type What = Alteration['what'] | 'until'

/** A change as its buttons carry it. */
export interface Draft {
  what: What
  value: string
}

/** What a button means; undefined when it means nothing, or not everything yet. */
export function alterationFrom({ what, value }: Draft): Alteration | undefined {
  switch (what) {
    case 'standing':
      return worded(standings, value, (standing) => ({ what, standing }))
    case 'group':
      if (value === 'none') return { what, group: undefined }
      return numbered(value, (group) => ({ what, group: group as PartyGroupId }))
    case 'kind':
      return worded(membershipKinds, value, (kind) => ({ what, kind }))
    case 'until': {
      const [word = '', fromOn = ''] = value.split('.')
      if (!isDay(fromOn)) return undefined
      return worded(exemptionKinds, word, (kind) => ({ what: 'exempt', kind, fromOn }))
    }
    case 'resume':
      return numbered(value, (exemption) => ({ what, exemption: exemption as ExemptionId }))
    case 'leave':
    case 'rejoin':
      return { what }
    case 'exempt':
      return undefined
  }
}

export type ChangeRefusal =
  | { reason: 'notAllowed' }
  /** Nobody of that roster, or what it was about is no more. */
  | { reason: 'gone' }
  | { reason: 'unchanged' }
  | { reason: 'overlaps'; kind: ExemptionKind; fromOn: Day; untilOn?: Day }
  | { reason: 'endsBefore' }
  | { reason: 'beforeJoining'; joinedOn: Day }
  /** The secretary hands over first. */
  | { reason: 'secretary' }
  | { reason: 'stillHere' }

/** What takes a change back: the row it wrote, and what was there before. */
export interface WayBack {
  row: number
  /** The row or the day that was there before. */
  before?: string
}

export type UndoRefusal =
  | { reason: 'notAllowed' }
  | { reason: 'gone' }
  | { reason: 'tooLate' }
  /** Somebody already acted under it. */
  | { reason: 'used' }

const undoMinutes = 24 * 60

/** Minutes since 1970: short enough for a button. */
export function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / 60_000)
}

/** Whether what was done in that minute may still be taken back. */
export function isUndoable(doneAtMinute: number, now: Date): boolean {
  const passed = minuteOf(now) - doneAtMinute
  return passed >= 0 && passed <= undoMinutes
}

function worded<Word extends string>(
  words: readonly Word[],
  value: string,
  to: (word: Word) => Alteration,
): Alteration | undefined {
  const word = words.find((each) => each === value)
  return word && to(word)
}

function numbered(value: string, to: (number: number) => Alteration): Alteration | undefined {
  return /^\d{1,11}$/.test(value) ? to(Number(value)) : undefined
}
