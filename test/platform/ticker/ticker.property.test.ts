// However the process beats, sleeps and is set back: each due thing is done exactly once.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Due, Jobs } from '../../../src/platform/feature.ts'
import { createLog } from '../../../src/platform/log.ts'
import { createTicker } from '../../../src/platform/ticker/ticker.ts'
import { testStore } from '../../support/database.ts'

const minuteMs = 60_000

/** Due things by the minute, and how often each fails before it succeeds. */
const anyDues = fc.array(fc.record({ minute: fc.nat(600), failures: fc.nat(4) }), { maxLength: 12 })

/** Steps of the clock between beats, in minutes; below zero it is set back. */
const anySteps = fc.array(fc.integer({ min: -60, max: 200 }), { maxLength: 25 })

test('each due thing is done exactly once, and never before its time', () => {
  fc.assert(
    fc.property(anyDues, anySteps, (dues, steps) => {
      const { store, clock, raw } = testStore()
      // What the disk does is tested elsewhere; here it would only take time.
      raw.pragma('synchronous = OFF')
      const start = clock.now().getTime()
      const done: string[] = []
      const jobs: Jobs = () =>
        dues.map(({ minute }, index) => {
          const at = new Date(start + minute * minuteMs)
          return { key: `due:${index}`, at, run: failing(index, at) }
        })
      const left = new Map(dues.map(({ failures }, index) => [index, failures]))
      function failing(index: number, at: Date): Due['run'] {
        return (w) => {
          expect(w.now >= at).toBe(true)
          const more = left.get(index) ?? 0
          left.set(index, more - 1)
          if (more > 0) throw new Error('a bug')
          done.push(`due:${index}`)
        }
      }
      const silent = createLog({ level: 'error', destination: { write: () => undefined } })
      const hooks = { onGaveUp: () => expect.unreachable() }
      const ticker = createTicker({ store, clock, log: silent, jobs: [jobs], hooks })
      for (const step of steps) {
        clock.set(new Date(clock.now().getTime() + step * minuteMs))
        ticker.beat()
        ticker.beat()
      }
      const end = start + 25 * 200 * minuteMs
      for (let hour = 0; hour < 6; hour += 1) {
        clock.set(new Date(end + 60 * hour * minuteMs))
        ticker.beat()
      }
      expect(done.toSorted()).toEqual(dues.map((_due, index) => `due:${index}`).toSorted())
    }),
    { numRuns: 60 },
  )
}, 30_000)
