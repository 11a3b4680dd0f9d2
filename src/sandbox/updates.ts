// A bot's queue of updates: kept until confirmed or expired, handed out by long polling.

import type { Update } from 'grammy/types'
import type { Clock } from '../kernel/clock.ts'
import { conflict } from './refusal.ts'

/** A kind of update, as named in `allowed_updates`. */
export type UpdateKind = Exclude<keyof Update, 'update_id'>

interface Waiting {
  update: Update
  expiresAtMs: number
}

/** Not handed out unless asked for by name (Bot API, getUpdates). */
const onlyWhenAsked: readonly UpdateKind[] = [
  'chat_member',
  'message_reaction',
  'message_reaction_count',
]
const daySeconds = 86_400
/** Client.cpp of the real server: a press waits 150 seconds, all else a day. */
const keptSeconds: Partial<Record<UpdateKind, number>> = { callback_query: 150 }
const firstUpdateId = 700_000_001

export class UpdateQueue {
  readonly #clock: Clock
  #waiting: Waiting[] = []
  #nextId = firstUpdateId
  #asked: ReadonlySet<UpdateKind> | undefined
  #lastBatch: Update[] = []
  #repeating: Update[] = []
  /** Ends the poll that waits now; `true` means another one took its place. */
  #endPoll: ((conflicted: boolean) => void) | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Puts an update in line, unless the bot did not ask for its kind. */
  add<Kind extends UpdateKind>(kind: Kind, content: NonNullable<Update[Kind]>): void {
    if (!this.#asks(kind)) return
    const seconds = keptSeconds[kind] ?? daySeconds
    const update: Update = { update_id: this.#nextId, [kind]: content }
    this.#nextId += 1
    this.#waiting.push({ update, expiresAtMs: this.#nowMs() + seconds * 1_000 })
    this.#endPoll?.(false)
  }

  /** Forgets what lies before `offset`; a negative one keeps that many from the end. */
  confirm(offset: number): void {
    const from = offset < 0 ? this.#nextId + offset : offset
    this.#waiting = this.#waiting.filter(({ update }) => update.update_id >= from)
  }

  /** What waits, or what comes within `waitMs`. A later poll ends this one with 409. */
  async poll(wish: { limit: number; waitMs: number; signal: AbortSignal }): Promise<Update[]> {
    const { limit, waitMs, signal } = wish
    this.#endPoll?.(true)
    const ready = this.#take(limit)
    if (ready.length > 0 || waitMs === 0 || signal.aborted) return ready
    await this.#wait(waitMs, signal)
    return this.#take(limit)
  }

  /** The kinds to put in line from now on; an empty list means the usual ones. */
  ask(kinds: readonly UpdateKind[]): void {
    this.#asked = kinds.length > 0 ? new Set(kinds) : undefined
  }

  /** Hands out the last batch once more, as a redelivery would. */
  repeat(): void {
    this.#repeating = this.#lastBatch
  }

  pending(): number {
    return this.#waiting.length
  }

  #asks(kind: UpdateKind): boolean {
    return this.#asked ? this.#asked.has(kind) : !onlyWhenAsked.includes(kind)
  }

  #take(limit: number): Update[] {
    const nowMs = this.#nowMs()
    this.#waiting = this.#waiting.filter(({ expiresAtMs }) => expiresAtMs > nowMs)
    const again = this.#repeating
    this.#repeating = []
    const known = new Set(again.map(({ update_id }) => update_id))
    const fresh = this.#waiting.filter(({ update }) => !known.has(update.update_id))
    const batch = [...again, ...fresh.map(({ update }) => update)].slice(0, limit)
    if (batch.length > 0) this.#lastBatch = batch
    return batch
  }

  /** Until an update is added, another poll begins, the time is over or the caller hangs up. */
  async #wait(waitMs: number, signal: AbortSignal): Promise<void> {
    const waking = new AbortController()
    let isConflict = false
    const end = (conflicted: boolean) => {
      isConflict = conflicted
      waking.abort()
    }
    const hangUp = () => end(false)
    this.#endPoll = end
    signal.addEventListener('abort', hangUp)
    await this.#clock.sleep(waitMs, waking.signal)
    signal.removeEventListener('abort', hangUp)
    if (this.#endPoll === end) this.#endPoll = undefined
    if (isConflict) throw twoPollers()
  }

  #nowMs(): number {
    return this.#clock.now().getTime()
  }
}

function twoPollers() {
  return conflict(
    'terminated by other getUpdates request; make sure that only one bot instance is running',
  )
}
