// Asking for leave: reading the reason, and when those who decide are told.

import type { LeaveId, OrganisationId, PersonId, SessionId } from '../../kernel/ids.ts'
import { addMinutes, type Zone } from '../../kernel/time.ts'
import { firstGraphemes } from '../../members/rules.ts'
import { nextPermitted } from '../../organisation/rules.ts'
import type { Session } from '../../sessions/rules.ts'
import type { GoingRefusal } from './rsvp.ts'
import type { LeaveCode, LeaveState } from './words.ts'

export interface Leave {
  id: LeaveId
  branch: OrganisationId
  session: SessionId
  person: PersonId
  code: LeaveCode
  note?: string
  state: LeaveState
  requestedAt: Date
  decidedBy?: PersonId
  /** Why it was declined. */
  answer?: string
}

export type LeaveRefusal =
  | GoingRefusal
  | { reason: 'alreadyAsked'; session: Session; leave: Leave }
  | { reason: 'alreadyHere'; session: Session; at: Date }

/** About a leave of one's own. */
export type OwnLeaveRefusal =
  | { reason: 'gone' }
  | { reason: 'over'; session: Session; leave: Leave }

export type DecisionRefusal =
  | { reason: 'gone' }
  | { reason: 'notAllowed'; session: Session }
  | { reason: 'own'; session: Session }
  | { reason: 'locked'; session: Session }
  | { reason: 'decided'; session: Session; leave: Leave; by: string }

export type Decision = { approve: true } | { approve: false; answer: string }

/** Characters that still make one sentence; also the room they take, for a drawn one may be many. */
const longestSentence = 200

const digestPauseMinutes = 30
const urgentMinutes = 3 * 60

/** The words of the buttons, and those people write instead. */
const wordsOf: readonly [LeaveCode, exact: RegExp, hint: RegExp][] = [
  ['official', /^(?:出差公务|出差|公务|公出)$/, /出差|公务|公出|外出开会/],
  ['sick', /^(?:身体不适|病假|生病|看病)$/, /身体|不舒服|生病|病假|看病|发烧|感冒|医院|住院|手术/],
  ['personal', /^(?:家中有事|事假|家里有事)$/, /家中|家里|事假|孩子|老人|婚|丧/],
  ['other', /^其他$/, /^$/],
]

/** One sentence of somebody's: on one line, not endless, without signs that turn text around. */
export function sentenceOf(text: string): string {
  const visible = text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
  return firstGraphemes(visible.trim(), longestSentence, longestSentence)
}

/** What `请假 去上海布展` says: a code, and the words themselves unless they only name the code. */
export function readLeave(text: string): { code: LeaveCode; note?: string } {
  const words = sentenceOf(text)
  const exact = wordsOf.find(([, whole]) => whole.test(words))
  if (exact) return { code: exact[0] }
  const [code] = wordsOf.find(([, , hint]) => hint.test(words)) ?? ['other' as const]
  return { code, note: words }
}

export interface DigestFacts {
  /** When the oldest leave that nobody was told of was asked for. */
  waitingSince: Date
  /** When those who decide were last told of leaves for this session. */
  lastToldAt: Date | undefined
  startsAt: Date
  zone: Zone
}

/** When to tell those who decide: at most every half hour and in waking hours, near the start at once. */
export function digestDueAt({ waitingSince, lastToldAt, startsAt, zone }: DigestFacts): Date {
  const urgentAt = addMinutes(startsAt, -urgentMinutes)
  if (waitingSince >= urgentAt) return waitingSince
  const pausedUntil = lastToldAt && addMinutes(lastToldAt, digestPauseMinutes)
  const earliest = pausedUntil && pausedUntil > waitingSince ? pausedUntil : waitingSince
  const permitted = nextPermitted(earliest, zone)
  return permitted < urgentAt ? permitted : urgentAt
}
