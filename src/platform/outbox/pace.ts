// How fast Telegram may be called where nobody waits for an answer.

import type { Clock } from '../../kernel/clock.ts'
import type { ChatId } from '../../kernel/ids.ts'
import type { lanes } from './schema.ts'

export type Lane = (typeof lanes)[number]

export interface Pace {
  /** Notes a call that leaves now. */
  took(lane: Lane, chat: ChatId): void
  /** Milliseconds until the lane as a whole may go; 0 is now. */
  laneRestMs(lane: Lane): number
  /** The chats to which the lane may not go now. */
  resting(lane: Lane): ChatId[]
  /** Milliseconds until the lane, or the first of its resting chats, may go. */
  nextMs(lane: Lane): number
  /** Sleeps; a clock whose sleep returns at once has slept all the same. */
  rest(ms: number, signal: AbortSignal): Promise<void>
}

/** At most `count` calls in any `perMs` milliseconds. */
interface Limit {
  count: number
  perMs: number
}

const perMinute = { count: 18, perMs: 60_000 }
const privateLimits: readonly Limit[] = [{ count: 1, perMs: 1_000 }]
const groupLimits: readonly Limit[] = [{ count: 1, perMs: 1_000 }, perMinute]
const editLimits: readonly Limit[] = [{ count: 1, perMs: 3_000 }, perMinute]

/**
 * Telegram's published limits with some room: about 30 messages a second over all chats, one a
 * second in a chat, 20 a minute in a group, and as many edits (core.telegram.org/bots/faq).
 */
export function createPace(clock: Clock, bulkPerSecond: number): Pace {
  const overall = createMeter(() => [{ count: bulkPerSecond, perMs: 1_000 }])
  const messages = createMeter((chat) => (chat < 0 ? groupLimits : privateLimits))
  const edits = createMeter(() => editLimits)
  const everywhere = 0 as ChatId
  let waivedMs = 0

  const now = () => clock.monotonicMs() + waivedMs
  const meterOf = (lane: Lane) => (lane === 'card' ? edits : messages)
  const laneRestMs = (lane: Lane) =>
    lane === 'answer' ? 0 : Math.max(0, overall.readyAt(everywhere) - now())

  return {
    took(lane, chat) {
      meterOf(lane).note(chat, now())
      if (lane !== 'answer') overall.note(everywhere, now())
    },
    laneRestMs,
    resting: (lane) => (lane === 'answer' ? [] : meterOf(lane).resting(now())),
    nextMs(lane) {
      const soonest = () => {
        const ready = meterOf(lane).resting(now()).map(meterOf(lane).readyAt)
        return Math.min(...ready) - now()
      }
      return laneRestMs(lane) || soonest()
    },
    async rest(ms, signal) {
      const before = clock.monotonicMs()
      await clock.sleep(ms, signal)
      if (!signal.aborted) waivedMs += Math.max(0, before + ms - clock.monotonicMs())
    },
  }
}

/** Remembers the last calls of each chat, as long as they matter. */
function createMeter(limitsOf: (chat: ChatId) => readonly Limit[]) {
  const calls = new Map<ChatId, number[]>()

  function readyAt(chat: ChatId): number {
    const times = calls.get(chat) ?? []
    const waits = limitsOf(chat).map(({ count, perMs }) => (times.at(-count) ?? -perMs) + perMs)
    return Math.max(...waits)
  }

  return {
    readyAt,
    note(chat: ChatId, at: number): void {
      const most = Math.max(...limitsOf(chat).map(({ count }) => count))
      calls.set(chat, [...(calls.get(chat) ?? []), at].slice(-most))
    },
    resting(now: number): ChatId[] {
      for (const [chat, times] of calls) {
        const longest = Math.max(...limitsOf(chat).map(({ perMs }) => perMs))
        if ((times.at(-1) ?? 0) + longest <= now) calls.delete(chat)
      }
      return [...calls.keys()].filter((chat) => readyAt(chat) > now)
    },
  }
}
