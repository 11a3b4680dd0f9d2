// What a person's dated place in a branch means on a day: expected, voting, sitting in.

import type { Day } from '../../kernel/time.ts'
import { isExpected, type MembershipKind, type Standing } from '../rules.ts'

/** From its first day on; `untilOn` is the first day after it. */
export interface Span {
  fromOn: Day
  untilOn?: Day
}

/** Whether the day lies in it. */
export function covers({ fromOn, untilOn }: Span, day: Day): boolean {
  return fromOn <= day && (untilOn === undefined || day < untilOn)
}

/** Whether two of them have a day in common. */
export function overlap(one: Span, other: Span): boolean {
  const before = (end: Day | undefined, start: Day) => end !== undefined && end <= start
  return !before(one.untilOn, other.fromOn) && !before(other.untilOn, one.fromOn)
}

/** Whether it ended on its first day: written by mistake, or replaced that same day. */
export function isEmpty({ fromOn, untilOn }: Span): boolean {
  return fromOn === untilOn
}

/** Whether it lasts on that day, or lies ahead of it. */
export function isCurrent(span: Span, today: Day): boolean {
  return !isEmpty(span) && (span.untilOn === undefined || span.untilOn > today)
}

interface Standed {
  standing: Standing
  kind: MembershipKind
  exemption?: object
}

/** Whether somebody with that place is 应到: at home and where they are received alike. */
export function isAwaited({ standing, exemption }: Standed): boolean {
  return isExpected(standing) && exemption === undefined
}

/** Full members vote, and only where their membership is: never at a receiving branch. */
export function hasVote({ standing, kind }: Standed): boolean {
  return standing === 'full' && kind === 'home'
}
