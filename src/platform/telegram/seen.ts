// Which updates were handled already, and those whose handler failed.

import { lt, sql } from 'drizzle-orm'
import { prepared } from '../store/prepared.ts'
import type { Work } from '../store/work.ts'
import { deadUpdates, forms, links, seenUpdates } from './schema.ts'

const dayMs = 24 * 60 * 60_000

const note = prepared((database) =>
  database
    .insert(seenUpdates)
    .values({ updateId: sql.placeholder('updateId'), seenAt: sql.placeholder('now') })
    .onConflictDoNothing()
    .prepare(),
)

/**
 * Notes an update; false when it was handled before. A set and not a high-water mark, because
 * Telegram starts `update_id` anew after a week of silence (Bot API, `Update`).
 */
export function firstSight(w: Work, updateId: number): boolean {
  return note(w).run({ updateId, now: w.now }).changes > 0
}

/** Keeps an update whose handler threw, so that it can be looked at and nothing is lost. */
export function buryUpdate(
  w: Work,
  dead: { updateId: number; faultId: string; raw: unknown },
): void {
  firstSight(w, dead.updateId)
  w.tx
    .insert(deadUpdates)
    .values({ ...dead, raw: withoutNumbers(dead.raw), diedAt: w.now })
    .onConflictDoNothing()
    .run()
}

/** A shared contact's number is kept nowhere, not even when handling it failed. */
function withoutNumbers(raw: unknown): unknown {
  const isNumber = (key: string) => key === 'phone_number' || key === 'vcard'
  const text = JSON.stringify(raw, (key, value) => (isNumber(key) ? undefined : value))
  return JSON.parse(text)
}

/** Forgets what has no more use: seen ids after nine days (Telegram keeps updates for one). */
export function forgetOld(w: Work): void {
  w.tx
    .delete(seenUpdates)
    .where(lt(seenUpdates.seenAt, new Date(w.now.getTime() - 9 * dayMs)))
    .run()
  w.tx.delete(forms).where(lt(forms.expiresAt, w.now)).run()
  w.tx.delete(links).where(lt(links.expiresAt, w.now)).run()
}
