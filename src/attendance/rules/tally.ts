// What a person's attendance at a session is, and how the lines of a roll are counted.

import type { PersonId } from '../../kernel/ids.ts'
import type { Standing } from '../../members/rules.ts'
import type { RollPlace } from '../../sessions/rules.ts'
import type { AttendanceState, LeaveCode, LeaveState, MarkSource } from './words.ts'

export type LineState = Exclude<AttendanceState, 'none'> | 'unrecorded'

/** The mark that counts: the last one that was not taken back. */
export interface Mark {
  state: Exclude<AttendanceState, 'none'>
  late: boolean
  source: MarkSource
  at: Date
}

export interface LineLeave {
  code: LeaveCode
  state: LeaveState
  note?: string
  requestedAt: Date
}

/** One person on the roll of a session. */
export interface AttendanceLine {
  person: PersonId
  name: string
  place: RollPlace
  /** Of that day, as the party group. */
  standing: Standing
  partyGroup?: string
  state: LineState
  late: boolean
  at?: Date
  source?: MarkSource
  leave?: LineLeave
}

export interface Tally {
  expected: number
  present: number
  online: number
  late: number
  excused: number
  absent: number
  unrecorded: number
  /** Sitting in, and here: beside the expected, never among them. */
  sittingIn: number
  /** Exempt, and not here: who comes all the same is among the expected. */
  exempt: number
}

interface LineFacts {
  mark: Mark | undefined
  leave: LineLeave | undefined
  startsAt: Date
  now: Date
}

/** A mark counts before a leave, a leave before nothing. */
export function lineState({ mark, leave, startsAt, now }: LineFacts): LineState {
  if (mark) return mark.state
  return leave && excuses(leave, { startsAt, now }) ? 'excused' : 'unrecorded'
}

/** Asked for in time but undecided at the start counts as agreed (未及确认). */
function excuses(leave: LineLeave, { startsAt, now }: { startsAt: Date; now: Date }): boolean {
  if (leave.state === 'approved') return true
  return leave.state === 'pending' && leave.requestedAt < startsAt && startsAt <= now
}

/** Whether a state means being there. */
export function isHere(state: LineState | undefined): boolean {
  return state === 'present' || state === 'online'
}

/** Whether somebody was expected and is not accounted for. */
export function isMissing({ place, state }: Pick<AttendanceLine, 'place' | 'state'>): boolean {
  return place === 'expected' && (state === 'absent' || state === 'unrecorded')
}

type Counted = Pick<AttendanceLine, 'place' | 'state'>

/** Whether somebody counts in 应到: an exempt one only by coming, so that no rate passes 100 %. */
export function countsAsExpected({ place, state }: Counted): boolean {
  return place === 'expected' || (place === 'exempt' && isHere(state))
}

/** Counts the lines; of a locked session expected = present + online + excused + absent. */
export function tallyOf(lines: readonly Pick<AttendanceLine, 'place' | 'state' | 'late'>[]): Tally {
  const expected = lines.filter(countsAsExpected)
  const of = (state: LineState) => expected.filter((line) => line.state === state).length
  return {
    expected: expected.length,
    present: of('present'),
    online: of('online'),
    late: expected.filter((line) => line.late && isHere(line.state)).length,
    excused: of('excused'),
    absent: of('absent'),
    unrecorded: of('unrecorded'),
    sittingIn: lines.filter((line) => line.place === 'sittingIn' && isHere(line.state)).length,
    exempt: lines.filter((line) => line.place === 'exempt' && !isHere(line.state)).length,
  }
}
