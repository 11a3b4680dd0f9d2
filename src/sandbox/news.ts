// What the pages hear of the world, as server-sent events: their screen after each change.

import { type Clock, systemClock } from '../kernel/clock.ts'
import type { JournalEntry } from './journal.ts'
import type { Stage } from './stage.ts'
import type { WorldEvent } from './state.ts'

/** What changes a screen. */
type Drawn = Exclude<WorldEvent, { kind: 'called' | 'answered' }>
type Send = (event: string, data: object) => void

export interface Listener {
  as: number
  calls: boolean
  send: Send
  /** Their screen as it stands. */
  screen(): object
}

interface Reader extends Listener {
  /** A `screen` is on its way. */
  isDue: boolean
  lastAtMs: number
}

export interface News {
  /** Tells a page from now on; gives what stops it. */
  read(who: Listener): () => void
  /** To every page. */
  announce: Send
  /** Every page gets its screen anew. */
  redraw(): void
  /** To the pages that show this person. */
  tell(as: number, event: string, data: object): void
  /** Follows another stage from now on. */
  follow(stage: Stage): void
}

/** Short enough that nobody feels it; what changes meanwhile comes together. */
const restMs = 20
const callsRemembered = 50

/** `clock` paces what is sent: the machine's, since pages live in its time. */
export function createNews(clock: Clock = systemClock): News {
  const readers = new Set<Reader>()
  let stage: Stage | undefined
  let unfollow: () => void = () => undefined

  async function redraw(reader: Reader): Promise<void> {
    if (reader.isDue) return
    reader.isDue = true
    await clock.sleep(Math.max(0, reader.lastAtMs + restMs - clock.monotonicMs()))
    reader.isDue = false
    reader.lastAtMs = clock.monotonicMs()
    if (readers.has(reader)) reader.send('screen', reader.screen())
  }

  function hear(event: WorldEvent): void {
    if (event.kind === 'called') hearCall(event.entry)
    if (event.kind === 'called' || event.kind === 'answered' || !stage) return
    for (const reader of readers) if (concerns(stage, reader.as, event)) void redraw(reader)
  }

  function hearCall(entry: JournalEntry): void {
    if (!isNews(entry)) return
    for (const { calls, send } of readers) if (calls) send('calls', callOf(entry))
  }

  return {
    read(listener) {
      const { calls, send } = listener
      const reader = { ...listener, isDue: false, lastAtMs: clock.monotonicMs() - restMs }
      readers.add(reader)
      const past = stage?.world.journal.entries.filter(isNews).slice(-callsRemembered) ?? []
      if (calls) for (const entry of past) send('calls', callOf(entry))
      return () => void readers.delete(reader)
    },
    announce(event, data) {
      for (const { send } of readers) send(event, data)
    },
    redraw() {
      for (const reader of readers) void redraw(reader)
    },
    tell(as, event, data) {
      for (const reader of readers) if (reader.as === as) reader.send(event, data)
    },
    follow(next) {
      unfollow()
      stage = next
      unfollow = next.world.subscribe(hear)
    },
  }
}

/** A private chat has the number of its person; who came or went may be anybody. */
function concerns({ world }: Stage, as: number, event: Drawn): boolean {
  if (event.kind === 'membership') return true
  if (event.chat > 0) return event.chat === as
  const group = world.groups().find(({ id }) => id === event.chat)
  return group?.memberIds().includes(as) ?? false
}

/** Waiting for updates is no news, unless some came. */
function isNews({ method, outcome }: JournalEntry): boolean {
  if (method !== 'getUpdates') return true
  return outcome.ok && Array.isArray(outcome.result) && outcome.result.length > 0
}

function callOf({ at, method, params, outcome }: JournalEntry) {
  if (outcome.ok) return { at, method, params, ok: true, result: outcome.result }
  const error = 'lost' in outcome ? '连接中断' : `${outcome.code} ${outcome.description}`
  return { at, method, params, ok: false, error }
}
