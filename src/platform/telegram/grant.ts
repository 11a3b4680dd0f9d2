// Nonces for links that grant something: random and expiring.

import { randomBytes } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { Work } from '../store/work.ts'
import { links } from './schema.ts'

export interface Grant {
  kind: string
  /** The id of what is granted. */
  object: number
  expiresAt: Date
}

/** Makes a nonce of 32 letters for a granting link. */
export function grantLink(w: Work, grant: Grant): string {
  const nonce = randomBytes(16).toString('hex')
  w.tx
    .insert(links)
    .values({
      nonce,
      kind: grant.kind,
      objectId: grant.object,
      expiresAt: grant.expiresAt,
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

function good(w: Work, kind: string, nonce: string) {
  return and(eq(links.nonce, nonce), eq(links.kind, kind), gt(links.expiresAt, w.now))
}
