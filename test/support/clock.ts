// A clock moved by hand. Waiting on it takes no time and moves nothing but monotonic time.

import type { Clock } from '../../src/kernel/clock.ts'
import { instant } from '../../src/kernel/time.ts'

export const zone = 'Asia/Shanghai'

/** `'2026-12-04 18:30'` in the zone of the stories. */
export function at(text: string): Date {
  const [day = '', clock = '00:00'] = text.split(' ')
  return instant(day, clock, zone)
}

export class ManualClock implements Clock {
  private instant: Date
  private monotonic = 0

  constructor(start: string) {
    this.instant = at(start)
  }

  now(): Date {
    return new Date(this.instant)
  }

  monotonicMs(): number {
    return this.monotonic
  }

  /** Returns at once; pacing sees the time pass, the wall clock does not. */
  async sleep(ms: number): Promise<void> {
    this.monotonic += ms
  }

  /** Sets the wall clock; monotonic time passes along when it moves forward. */
  set(to: Date): void {
    this.monotonic += Math.max(0, to.getTime() - this.instant.getTime())
    this.instant = new Date(to)
  }
}
