// Queries asked with every update: built once per database, because building costs more than asking.

import type { Database, Work } from './work.ts'

/**
 * Keeps what `build` makes, once per database. The query runs in whatever transaction is open on
 * the database's one connection; values come in by `sql.placeholder`.
 */
export function prepared<Query>(build: (database: Database) => Query): (w: Work) => Query {
  const built = new WeakMap<Database, Query>()
  return ({ database }) => {
    const known = built.get(database)
    if (known) return known
    const query = build(database)
    built.set(database, query)
    return query
  }
}
