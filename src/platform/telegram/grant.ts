// Nonces for links that grant something: random, expiring, usable a counted number of times.

import { randomBytes } from 'node:crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Work } from '../store/work.ts'
import { links } from './schema.ts'

export interface Grant {
  kind: string
  /** The id of what is granted. */
  object: number
  expiresAt: Date
  uses: number
}

/** Makes a nonce of 22 letters for a granting link. */
export function grantLink(w: Work, grant: Grant): string {
  const nonce = randomBytes(16).toString('hex')
  w.tx
    .insert(links)
    .values({
      nonce,
      kind: grant.kind,
      objectId: grant.object,
      expiresAt: grant.expiresAt,
      usesLeft: grant.uses,
    })
    .run()
  return nonce
}

/** The object behind a nonce that is still good; undefined otherwise. */
export function grantedObject(w: Work, kind: string, nonce: string): number | undefined {
  return w.tx
    .select({ object: links.objectId })
    .from(links)
    .where(good(w, kind, nonce))
    .get()?.object
}

/** Uses a nonce up by one; false when it is not good any more. */
export function useGrant(w: Work, kind: string, nonce: string): boolean {
  const used = w.tx
    .update(links)
    .set({ usesLeft: sql`${links.usesLeft} - 1` })
    .where(good(w, kind, nonce))
    .run()
  return used.changes > 0
}

function good(w: Work, kind: string, nonce: string) {
  return and(
    eq(links.nonce, nonce),
    eq(links.kind, kind),
    gt(links.expiresAt, w.now),
    gt(links.usesLeft, 0),
  )
}
