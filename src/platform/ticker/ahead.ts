// Looks ahead, for who moves the clock by hand: when is something due next?

import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { outbox } from '../outbox/schema.ts'
import type { Work } from '../store/work.ts'
import { type TickerParts, unsettled } from './ticker.ts'

/** A stretch of time, without its beginning. */
export interface Stretch {
  after: Date
  until: Date
}

/**
 * The first instant of the stretch at which something is due or a letter may leave, as things are
 * now; its end when only something held up from earlier could run by then; undefined when nothing.
 */
export function nextDueAt(parts: TickerParts, { after, until }: Stretch): Date | undefined {
  return parts.store.look((w) => {
    const due = unsettled(parts, { ...w, now: until }).map(({ at }) => at)
    const ahead = [...due.filter((at) => at > after), ...lettersIn(w, { after, until })]
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
