// One transaction at one instant: the only way to read or change what is stored.

import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Clock } from '../../kernel/clock.ts'

declare const brand: unique symbol

export type Database = BetterSQLite3Database
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

/** An open transaction and the instant at which all of it happens. Made only by a `Store`. */
export interface Work {
  readonly tx: Tx
  readonly now: Date
  /** For `prepared` queries only: they run on the same connection, so inside `tx`. */
  readonly database: Database
  readonly [brand]: true
}

/** Refuses promises: the code behind the first `await` would run outside the transaction. */
export type Sync<T> = T extends PromiseLike<unknown> ? never : T

export interface Store {
  /** Runs `body` in one IMMEDIATE transaction; what it throws rolls everything back. */
  work<T>(body: (w: Work) => Sync<T>): T
  /** Runs `body` on one consistent snapshot; it must not write. */
  look<T>(body: (w: Work) => Sync<T>): T
}

export interface StoreParts {
  database: Database
  clock: Clock
  /** Called after each commit of `work`: there may be something to send. */
  committed: () => void
}

/** The store over an open database. */
export function createStore({ database, clock, committed }: StoreParts): Store {
  const run = <T>(behavior: 'immediate' | 'deferred', body: (w: Work) => Sync<T>): T =>
    database.transaction((tx) => body({ tx, now: clock.now(), database } as Work), { behavior })
  return {
    work(body) {
      const result = run('immediate', body)
      committed()
      return result
    },
    look: (body) => run('deferred', body),
  }
}
