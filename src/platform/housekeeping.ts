// Once a night: forgets what has no more use.

import { addDays, dayOn, instant } from '../kernel/time.ts'
import type { Due, Jobs } from './feature.ts'
import { purgeOutbox } from './outbox/purge.ts'
import type { Work } from './store/work.ts'
import { forgetOld } from './telegram/seen.ts'

/** Due every night at 3:30 in the zone of the installation. */
export function housekeeping(zone: string): Jobs {
  return (w, since) => {
    const today = dayOn(w.now, zone)
    return [addDays(today, -1), today]
      .map((day) => ({ key: `housekeeping:${day}`, at: instant(day, '03:30', zone), run: tidy }))
      .filter(({ at }: Due) => at > since && at <= w.now)
  }
}

function tidy(w: Work): void {
  purgeOutbox(w)
  forgetOld(w)
}
