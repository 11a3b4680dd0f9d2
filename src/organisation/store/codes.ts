// Claim codes by their hash, and who guessed wrong.

import { and, eq, gt, isNull } from 'drizzle-orm'
import type { AccountId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import { claimCodes, codeTries } from '../schema.ts'

export function saveCode(w: Work, code: { hash: string; expiresAt: Date }): void {
  w.tx
    .insert(claimCodes)
    .values({ ...code, createdAt: w.now })
    .run()
}

/** Uses a code up; false when there is no such code, it is too old or was used. */
export function useCode(w: Work, hash: string, account: AccountId): boolean {
  const good = and(
    eq(claimCodes.hash, hash),
    isNull(claimCodes.usedAt),
    gt(claimCodes.expiresAt, w.now),
  )
  const used = w.tx.update(claimCodes).set({ usedAt: w.now, usedBy: account }).where(good).run()
  return used.changes > 0
}

export interface Tries {
  wrong: number
  pausedUntil?: Date
}

export function triesOf(w: Work, account: AccountId): Tries {
  const row = w.tx.select().from(codeTries).where(eq(codeTries.accountId, account)).get()
  if (!row) return { wrong: 0 }
  return { wrong: row.wrong, ...(row.pausedUntil !== null && { pausedUntil: row.pausedUntil }) }
}

export function saveTries(w: Work, account: AccountId, { wrong, pausedUntil }: Tries): void {
  const set = { wrong, pausedUntil: pausedUntil ?? null }
  w.tx
    .insert(codeTries)
    .values({ accountId: account, ...set })
    .onConflictDoUpdate({ target: codeTries.accountId, set })
    .run()
}

export function forgetTries(w: Work, account: AccountId): void {
  w.tx.delete(codeTries).where(eq(codeTries.accountId, account)).run()
}

/** Takes an account's number out of codes it used and tries it made. */
export function forgetAccountCodes(w: Work, account: AccountId): void {
  forgetTries(w, account)
  w.tx.update(claimCodes).set({ usedBy: null }).where(eq(claimCodes.usedBy, account)).run()
}
