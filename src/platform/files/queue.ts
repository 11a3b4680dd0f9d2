// The files that wait to be read, the one that waits longest first.

import { asc, eq, min, sql } from 'drizzle-orm'
import { prepared } from '../store/prepared.ts'
import type { Work } from '../store/work.ts'
import { fileReads } from './schema.ts'

export type WaitingFile = typeof fileReads.$inferSelect

const nextTry = prepared((database) =>
  database
    .select({ at: min(fileReads.nextTryAt) })
    .from(fileReads)
    .prepare(),
)

/** When a file is to be tried next; undefined when none waits. Asked after every commit. */
export function nextTryAt(w: Work): Date | undefined {
  return nextTry(w).get()?.at ?? undefined
}

/** The file to be read now, counted as tried: one that ends the process is not tried for ever. */
export function beginTry(w: Work): WaitingFile | undefined {
  const first = w.tx
    .select()
    .from(fileReads)
    .orderBy(asc(fileReads.nextTryAt), asc(fileReads.id))
    .limit(1)
    .get()
  if (!first || first.nextTryAt > w.now) return undefined
  const tries = sql`${fileReads.tries} + 1`
  return w.tx.update(fileReads).set({ tries }).where(eq(fileReads.id, first.id)).returning().get()
}

export function tryAgainAt(w: Work, { id }: WaitingFile, nextTryAt: Date): void {
  w.tx.update(fileReads).set({ nextTryAt }).where(eq(fileReads.id, id)).run()
}

/** Takes a file off the list; false when it was not there any more. */
export function strike(w: Work, { id }: WaitingFile): boolean {
  return w.tx.delete(fileReads).where(eq(fileReads.id, id)).run().changes > 0
}
