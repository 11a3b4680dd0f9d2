// Looks ahead, for who moves the clock by hand: when is something due next?

import { and, eq, gt, lte, min, sql } from 'drizzle-orm'
import { fileReads } from '../files/schema.ts'
import { outbox } from '../outbox/schema.ts'
import type { Work } from '../store/work.ts'
import { type TickerParts, unsettled } from './ticker.ts'

/** A stretch of time, without its beginning. */
export interface Stretch {
  after: Date
  until: Date
}

/**
 * The first instant of the stretch at which something is due, a letter may leave or a file is tried,
 * as things are now; its end when only something held up from earlier could run by then; undefined
 * when nothing.
 */
export function nextDueAt(parts: TickerParts, { after, until }: Stretch): Date | undefined {
  return parts.store.look((w) => {
    const due = unsettled(parts, { ...w, now: until }).map(({ at }) => at)
    const stretch = { after, until }
    const waiting = [...lettersIn(w, stretch), ...filesIn(w, stretch)]
    const ahead = [...due.filter((at) => at > after), ...waiting]
    const first = ahead.toSorted((one, other) => one.getTime() - other.getTime())[0]
    return first ?? (due.length > 0 ? until : undefined)
  })
}

function lettersIn(w: Work, { after, until }: Stretch): Date[] {
  const { notBefore, state } = outbox
  const row = w.tx
    .select({ at: sql<number | null>`min(${notBefore})` })
    .from(outbox)
    .where(and(eq(state, 'queued'), gt(notBefore, after), lte(notBefore, until)))
    .get()
  return row?.at == null ? [] : [new Date(row.at)]
}

function filesIn(w: Work, { after, until }: Stretch): Date[] {
  const { nextTryAt } = fileReads
  const row = w.tx
    .select({ at: min(nextTryAt) })
    .from(fileReads)
    .where(and(gt(nextTryAt, after), lte(nextTryAt, until)))
    .get()
  return row?.at ? [row.at] : []
}
