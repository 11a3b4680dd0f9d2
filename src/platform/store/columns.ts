// Column kinds shared by every table: instants and branded ids.

import { integer } from 'drizzle-orm/sqlite-core'

/** An instant, stored as milliseconds since 1970 (UTC). */
export function instant(name: string) {
  return integer(name, { mode: 'timestamp_ms' })
}

/** A reference by id, typed as the id it is. */
export function reference<Id extends number>(name: string) {
  return integer(name).$type<Id>()
}

/** A yes or no, stored as 1 or 0. */
export function flag(name: string) {
  return integer(name, { mode: 'boolean' })
}

/** A table's own number, never used twice. */
export function rowId<Id extends number>() {
  return integer('id').$type<Id>().primaryKey({ autoIncrement: true })
}
