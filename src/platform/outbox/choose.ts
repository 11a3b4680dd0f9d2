// Chooses what is sent next: answers first, then bulk, and card edits take what is left.

import type { ChatId } from '../../kernel/ids.ts'
import type { Work } from '../store/work.ts'
import { type DueLetters, prepareDueLetters } from './claim.ts'
import { bulkLane, frozenNow } from './freeze.ts'
import type { Lane, Pace } from './pace.ts'
import { type Parcel, posted } from './parcel.ts'

export interface Choice {
  parcels: Parcel[]
  /** Something is due but must go slowly: milliseconds until it may leave. */
  pacedMs?: number
  /** When something becomes due that is not yet. */
  nextAt?: Date
}

/** Which chats have a letter on its way, and in which lane. */
export type OnTheWay = ReadonlyMap<ChatId, Lane>

/** All calls together, and those for which nobody waits. */
const atOnce = 30
const slowAtOnce = 8

interface Round {
  w: Work
  pace: Pace
  letters: DueLetters
  /** Closed to all lanes: on the way, frozen, or an answer waits for another try. */
  shut: Set<ChatId>
  held: { chat: ChatId; lane: Lane }[]
  parcels: Parcel[]
  pacedMs: number
}

/** A function that claims what may leave now: what it gives is marked, and noted with `pace`. */
export function createChoose(pace: Pace) {
  let letters: DueLetters | undefined

  return function choose(w: Work, onTheWay: OnTheWay): Choice {
    letters ??= prepareDueLetters(w.tx)
    const frozen = frozenNow(w)
    const held = letters.held(w.now)
    const answersHeld = held.filter(({ lane }) => lane === 'answer')
    const closed = [...frozen, ...answersHeld].map(({ chat }) => chat)
    const shut = new Set([...onTheWay.keys(), ...closed])
    const round: Round = { w, pace, letters, shut, held, parcels: [], pacedMs: Infinity }
    takeAll(round, onTheWay)
    return choiceOf(round, [letters.nextAt(w.now), ...frozen.map(({ until }) => until)])
  }
}

function takeAll(round: Round, onTheWay: OnTheWay): void {
  const slow = [...onTheWay.values()].filter((lane) => lane !== 'answer').length
  const free = atOnce - onTheWay.size
  const left = free - take(round, 'answer', free)
  if (round.shut.has(bulkLane)) return
  const leftSlow = Math.min(slowAtOnce - slow, left)
  take(round, 'card', leftSlow - take(round, 'bulk', leftSlow))
}

/** Claims up to `free` letters of a lane and says how many it claimed. */
function take(round: Round, lane: Lane, free: number): number {
  const { w, letters, pace } = round
  const shut = new Set([...round.shut, ...heldIn(round, lane), ...pace.resting(lane)])
  const before = round.parcels.length
  const taken = () => round.parcels.length - before
  const left = () => (pace.laneRestMs(lane) > 0 ? 0 : free - taken())
  for (let limit = left(); limit > 0; limit = left()) {
    const due = letters.due(lane, { now: w.now, shut, limit })
    for (const letter of due) {
      if (left() > 0 && !shut.has(letter.row.chatId)) takeOne(round, shut, posted(w, letter))
    }
    if (due.length < limit) break
  }
  if (taken() < free) notePacing(round, lane)
  return taken()
}

function takeOne(round: Round, shut: Set<ChatId>, parcel: Parcel | undefined): void {
  if (!parcel) return
  const { lane, chatId } = parcel.row
  round.pace.took(lane, chatId)
  round.shut.add(chatId)
  shut.add(chatId)
  round.parcels.push(parcel)
}

/** Is anything of the lane kept back by nothing but its pace? */
function notePacing(round: Round, lane: Lane): void {
  const { w, letters, pace } = round
  if (pace.laneRestMs(lane) === 0 && pace.resting(lane).length === 0) return
  const shut = [...round.shut, ...heldIn(round, lane)]
  const [kept] = letters.due(lane, { now: w.now, shut, limit: 1 })
  if (kept) round.pacedMs = Math.min(round.pacedMs, pace.nextMs(lane))
}

function heldIn({ held }: Round, lane: Lane): ChatId[] {
  return held.filter((waiting) => waiting.lane === lane).map(({ chat }) => chat)
}

function choiceOf({ parcels, pacedMs }: Round, ends: (Date | undefined)[]): Choice {
  const known = ends.filter((end) => end !== undefined)
  const nextAt = known.toSorted((one, other) => one.getTime() - other.getTime())[0]
  return { parcels, ...(pacedMs < Infinity && { pacedMs }), ...(nextAt && { nextAt }) }
}
