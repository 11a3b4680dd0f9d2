// The sandbox's clock: starts where the scripts do, runs like the machine's, can be moved on.

import { type Clock, systemClock } from '../kernel/clock.ts'

export interface MovableClock extends Clock {
  /** Moves on to `at`, waking whoever slept until then; never back. */
  moveTo(at: Date): void
  /** Moves on to the next waking if it is at most `ms` milliseconds away: nobody sees it pass. */
  skipPause(ms: number): void
}

/** A clock that shows `start` now. Wall and monotonic time move on together. */
export function createMovableClock(start: Date, base: Clock = systemClock): MovableClock {
  const begun = base.monotonicMs()
  const wakings = new Set<number>()
  let aheadMs = 0
  let moved = new AbortController()

  const monotonicMs = () => base.monotonicMs() + aheadMs
  const now = () => new Date(start.getTime() + monotonicMs() - begun)

  function moveBy(ms: number): void {
    if (ms <= 0) return
    aheadMs += ms
    const before = moved
    moved = new AbortController()
    before.abort()
  }

  return {
    now,
    monotonicMs,
    async sleep(ms, signal) {
      const until = monotonicMs() + ms
      wakings.add(until)
      do {
        const given = signal ? [signal, moved.signal] : [moved.signal]
        await base.sleep(Math.max(0, until - monotonicMs()), AbortSignal.any(given))
      } while (!signal?.aborted && monotonicMs() < until)
      wakings.delete(until)
    },
    moveTo: (at) => moveBy(at.getTime() - now().getTime()),
    skipPause(ms) {
      const next = Math.min(...wakings) - monotonicMs()
      if (next <= ms) moveBy(next)
    },
  }
}
