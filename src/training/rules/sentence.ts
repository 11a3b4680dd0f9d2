// What a sentence says of a training: when, where, what about. Nothing is filled in unseen.

import type { OrganisationId } from '../../kernel/ids.ts'
import { addMinutes, type Day, instant, wallClock, type Zone } from '../../kernel/time.ts'
import type { Doubt, Reading, When } from '../../kernel/when.ts'

/** A day that was understood; with its time, when that was said too. */
export interface SaidTime {
  day: Day
  startsAt?: Date | undefined
  endsAt?: Date | undefined
}

/** A training being written. */
export interface Unfinished {
  branch: OrganisationId
  /** Which of the form's messages is the newest: only its buttons are good. */
  stamp: number
  /** What the next message answers. */
  asks: 'sentence' | 'when' | 'place' | 'topic'
  lengthMinutes: number
  startsAt?: Date | undefined
  endsAt?: Date | undefined
  place?: string | undefined
  topic?: string | undefined
  /** Known while only the time is asked for. */
  day?: Day | undefined
  /** The days the last answer may have meant. */
  days?: readonly SaidTime[] | undefined
  doubts: readonly Doubt[]
}

/** A training of which enough is known. */
export type Finished = Unfinished & { startsAt: Date; endsAt: Date }

const longestLine = 100

export function isFinished(state: Unfinished): state is Finished {
  return state.startsAt !== undefined && state.endsAt !== undefined
}

/** One visible line of at most a hundred characters; a longer one ends in an ellipsis. */
export function oneLine(text: string): string {
  const bare = text.replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ').trim()
  const characters = [...bare]
  if (characters.length <= longestLine) return bare
  return `${characters.slice(0, longestLine - 1).join('')}…`
}

/** The place and the topic that follow the time: 党群服务中心二楼 文创企业版权保护党课. */
function withRest(state: Unfinished, rest: string): Unfinished {
  const [, first = '', more = ''] = /^([^\s，,]+)[\s，,]*([\s\S]*)$/.exec(rest.trim()) ?? []
  if (!first) return state
  if (more) return { ...state, place: oneLine(first), topic: oneLine(more) }
  // One word alone is the topic when the place is known already.
  return { ...state, [state.place ? 'topic' : 'place']: oneLine(first) }
}

/** The training at the time that was said; a day alone keeps the clock that was known. */
export function withTime(state: Unfinished, said: SaidTime, zone: Zone): Unfinished {
  const { days: _, ...rest } = state
  const { day } = said
  const startsAt = said.startsAt ?? sameClock(state, day, zone)
  if (!startsAt) return { ...rest, asks: 'when', day }
  return { ...rest, day, startsAt, endsAt: said.endsAt ?? addMinutes(startsAt, lengthOf(state)) }
}

/** Takes in an answer about the time: understood, or two days to choose from. */
export function withAnswer(state: Unfinished, when: When, zone: Zone): Unfinished | undefined {
  if (when.ok) {
    const placed = withRest({ ...state, doubts: when.doubts }, restOf(state, when))
    return withTime(placed, saidTime(when), zone)
  }
  if (when.reason !== 'ambiguous' && when.reason !== 'weekdayMismatch') return undefined
  const [first] = when.options
  const placed = first ? withRest(state, restOf(state, first)) : state
  return { ...placed, days: when.options.map(saidTime), doubts: [] }
}

function sameClock({ startsAt }: Unfinished, day: Day, zone: Zone): Date | undefined {
  return startsAt && instant(day, wallClock(startsAt, zone), zone)
}

function lengthOf(state: Unfinished): number {
  if (!isFinished(state)) return state.lengthMinutes
  return (state.endsAt.getTime() - state.startsAt.getTime()) / 60_000
}

/** Only a whole sentence says more than the time. */
function restOf({ asks }: Unfinished, { rest }: Reading): string {
  return asks === 'sentence' ? rest : ''
}

function saidTime(reading: Reading): SaidTime {
  if (reading.timeMissing) return { day: reading.day }
  return { day: reading.day, startsAt: reading.start, endsAt: reading.end }
}
