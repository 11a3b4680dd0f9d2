// Says in one line what was read, so that tables of sentences stay readable.

import { stamp } from '../../src/kernel/time.ts'
import type { Reading, When } from '../../src/kernel/when.ts'

/** 2026-12-04 14:00–16:00, 2026-11-30 (no time), unreadable 下下个月头. Times in Shanghai. */
export function told(when: When): string {
  if (when.ok) return reading(when)
  switch (when.reason) {
    case 'unreadable':
      return `unreadable ${when.piece}`
    case 'past':
      return `past ${reading(when.reading)}`
    case 'ambiguous':
      return `ambiguous ${when.piece}: ${when.options.map(reading).join(' or ')}`
    case 'weekdayMismatch':
      return `${when.day} is no ${when.weekday}: ${when.options.map(reading).join(' or ')}`
  }
}

function reading(read: Reading): string {
  if (read.timeMissing) return `${read.day} (no time)`
  const start = stamp(read.start, 'Asia/Shanghai')
  return read.end ? `${start}–${stamp(read.end, 'Asia/Shanghai').slice(11)}` : start
}
