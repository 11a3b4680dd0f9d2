// A clock that runs like another one but shows another time.

import type { Clock } from '../kernel/clock.ts'

export interface ShiftedClock extends Clock {
  /** From now on it shows this time, and goes on from there. */
  set(now: Date): void
}

export function shiftedClock(base: Clock): ShiftedClock {
  let offsetMs = 0
  return {
    now: () => new Date(base.now().getTime() + offsetMs),
    monotonicMs: () => base.monotonicMs(),
    sleep: (ms, signal) => base.sleep(ms, signal),
    set(now) {
      offsetMs = now.getTime() - base.now().getTime()
    },
  }
}
