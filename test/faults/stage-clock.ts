// The clock of a staged program: the wall clock stands where it is set, waiting takes real time.

import { type Clock, systemClock } from '../../src/kernel/clock.ts'

/** Pacing made for people (one edit in 3 s) passes twenty times as fast. */
const hurry = 20

export interface StageClock extends Clock {
  set(now: Date): void
}

export function stageClock(start: Date, speed = hurry): StageClock {
  let instant = start
  return {
    now: () => new Date(instant),
    monotonicMs: () => systemClock.monotonicMs() * speed,
    sleep: (ms, signal) => systemClock.sleep(ms / speed, signal),
    set(now) {
      instant = now
    },
  }
}
