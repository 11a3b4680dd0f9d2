// However the process beats and sleeps: a month is drafted once, ahead of it, and never afterwards.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLog } from '../../src/platform/log.ts'
import { createTicker } from '../../src/platform/ticker/ticker.ts'
import { sessionsInStates } from '../../src/sessions/store/all-branches.ts'
import { planMonthly } from '../../src/training/actions/plan.ts'
import { trainingJobs } from '../../src/training/jobs.ts'
import { draftDueAt, slotIn } from '../../src/training/rules/plan.ts'
import { inPrivate, openBranchOf } from '../attendance/branches.ts'
import { accounts, brickLane } from '../attendance/brick-lane.ts'
import { zone } from '../support/clock.ts'
import { testStore } from '../support/database.ts'

const hourMs = 60 * 60_000
const rules = ['0 19 * * 5#1', '0 15 5 * *', '30 18 * * 5L', '0 9 28 * *']

/** Hours between beats: mostly a night, sometimes two months. */
const anyGaps = fc.array(
  fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1000 })),
  {
    minLength: 1,
    maxLength: 10,
  },
)

test('a month has its draft exactly when the process lived between its due date and its start', () => {
  fc.assert(
    fc.property(fc.constantFrom(...rules), anyGaps, (cron, gaps) => {
      const { store, clock, raw } = testStore()
      raw.pragma('synchronous = OFF')
      const log = createLog({ level: 'error', destination: { write: (line) => expect.fail(line) } })
      const hooks = { onGaveUp: () => expect.fail('a job was given up') }
      const ticker = createTicker({ store, clock, log, jobs: [trainingJobs], hooks })
      const planned = store.work((w) => {
        const branch = openBranchOf(w, brickLane)
        return planMonthly(w, inPrivate(w, accounts.周航), branch, { cron })
      })
      if (!planned.ok) throw new Error(planned.reason)
      const beats = gaps.map((hours) => {
        clock.set(new Date(clock.now().getTime() + hours * hourMs))
        ticker.beat()
        ticker.beat()
        return clock.now()
      })
      const drafted = store
        .look((w) => sessionsInStates(w, ['draft']))
        .map(({ startsAt }) => startsAt)
      const expected = monthsFrom2026().flatMap((month) => {
        const startsAt = slotIn({ cron, zone }, month)?.startsAt
        const lived = beats.some((at) => startsAt && draftDueAt(month, zone) <= at && at < startsAt)
        const atOnce = startsAt?.getTime() === planned.startsAt.getTime()
        return startsAt && (lived || atOnce) ? [startsAt] : []
      })
      expect(drafted).toEqual(expected)
    }),
    { numRuns: 20 },
  )
})

function monthsFrom2026(): string[] {
  return Array.from({ length: 16 }, (_, index) => {
    const month = 10 + index
    return `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
