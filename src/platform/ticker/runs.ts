// What the clock has done, in the table of runs.

import { and, eq, isNotNull, lte, sql } from 'drizzle-orm'
import type { Work } from '../store/work.ts'
import { jobRuns } from './schema.ts'

/** Minutes until another try, after the first failure, the second, and so on; then no more. */
const pausesMinutes = [1, 5, 25, 60]
const minuteMs = 60_000

/** Which of `keys` have nothing left to do now: done, given up, or waiting for another try. */
export function settledKeys(w: Work, keys: readonly string[]): Set<string> {
  const rows = w.tx
    .select({ key: jobRuns.key, nextTryAt: jobRuns.nextTryAt })
    .from(jobRuns)
    .where(sql`${jobRuns.key} in (select value from json_each(${JSON.stringify(keys)}))`)
    .all()
  const settled = rows.filter(({ nextTryAt }) => nextTryAt === null || nextTryAt > w.now)
  return new Set(settled.map(({ key }) => key))
}

/** Takes a key for this transaction; false when there is nothing left to do for it. */
export function takeKey(w: Work, key: string): boolean {
  const row = { key, tries: 1, doneAt: w.now }
  const isNew = w.tx.insert(jobRuns).values(row).onConflictDoNothing().run().changes > 0
  if (isNew) return true
  const again = w.tx
    .update(jobRuns)
    .set({ tries: sql`${jobRuns.tries} + 1`, doneAt: w.now, nextTryAt: null })
    .where(and(eq(jobRuns.key, key), isNotNull(jobRuns.nextTryAt), lte(jobRuns.nextTryAt, w.now)))
    .run()
  return again.changes > 0
}

/** Notes a failed try; false when it was the last. */
export function noteFailure(w: Work, key: string): boolean {
  const before = w.tx.select().from(jobRuns).where(eq(jobRuns.key, key)).get()
  const tries = (before?.tries ?? 0) + 1
  const pause = pausesMinutes[tries - 1]
  const nextTryAt = pause === undefined ? null : new Date(w.now.getTime() + pause * minuteMs)
  w.tx
    .insert(jobRuns)
    .values({ key, tries, nextTryAt })
    .onConflictDoUpdate({ target: jobRuns.key, set: { tries, nextTryAt } })
    .run()
  return nextTryAt !== null
}
