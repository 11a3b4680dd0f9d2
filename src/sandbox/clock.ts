// The sandbox's clock: starts where the scripts do, runs like the machine's, can be moved on.

import { type Clock, systemClock } from '../kernel/clock.ts'

export interface MovableClock extends Clock {
  /** Moves on to `at`, waking whoever slept until then; never back. */
  moveTo(at: Date): void
  /** Moves on to the next waking if it is at most `ms` milliseconds away: nobody sees it pass. */
  skipPause(ms: number): void
}

interface Sleeper {
  until: number
  waking: AbortController
}

/** A clock that shows `start` now. Wall and monotonic time move on together. */
export function createMovableClock(start: Date, base: Clock = systemClock): MovableClock {
  const begun = base.monotonicMs()
  const sleepers = new Set<Sleeper>()
  let aheadMs = 0

  const monotonicMs = () => base.monotonicMs() + aheadMs
  const now = () => new Date(start.getTime() + monotonicMs() - begun)

  function moveBy(ms: number): void {
    if (ms <= 0) return
    aheadMs += ms
    for (const { waking } of sleepers) waking.abort()
  }

  return {
    now,
    monotonicMs,
    async sleep(ms, signal) {
      const sleeper: Sleeper = { until: monotonicMs() + ms, waking: new AbortController() }
      const hangUp = () => sleeper.waking.abort()
      signal?.addEventListener('abort', hangUp)
      sleepers.add(sleeper)
      for (let left = ms; left >= 0 && !signal?.aborted; left = sleeper.until - monotonicMs()) {
        sleeper.waking = new AbortController()
        await base.sleep(left, sleeper.waking.signal)
      }
      sleepers.delete(sleeper)
      signal?.removeEventListener('abort', hangUp)
    },
    moveTo: (at) => moveBy(at.getTime() - now().getTime()),
    skipPause(ms) {
      const next = Math.min(...[...sleepers].map(({ until }) => until)) - monotonicMs()
      if (next <= ms) moveBy(next)
    },
  }
}
