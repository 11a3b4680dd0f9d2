// Whether anything speaks of a person or a party group, in whatever table: asked of the database itself.

import { sql } from 'drizzle-orm'
import type { PartyGroupId, PersonId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import type { InUse } from '../rules/importing.ts'

/** The rows an import makes for everybody. */
const ownTables = ['memberships', 'standing_periods', 'party_group_periods']

const meaning: Record<string, InUse> = {
  accounts: 'claimed',
  office_periods: 'office',
  office_offers: 'office',
}

/** The one that is told where there are several: what cannot be taken back goes before an offer. */
const weight: Record<InUse, number> = { changed: 0, office: 1, recorded: 2, claimed: 3 }

/** Those of `persons` who have more than a place on one roster, and what. */
export function usesOf(w: Work, persons: readonly PersonId[]): Map<PersonId, InUse> {
  const uses = new Map<PersonId, InUse>()
  const note = (found: readonly PersonId[], use: InUse) => {
    for (const person of found) {
      const known = uses.get(person)
      if (known === undefined || weight[use] > weight[known]) uses.set(person, use)
    }
  }
  for (const { table, column } of columnsOn(w, 'people')) {
    if (!ownTables.includes(table)) {
      note(named(w, { table, column }, persons), meaning[table] ?? 'recorded')
    }
  }
  note(onSeveralRosters(w, persons), 'recorded')
  return uses
}

/** Whether anybody is or was in the group, or leads it. */
export function isPartyGroupUsed(w: Work, group: PartyGroupId): boolean {
  return columnsOn(w, 'party_groups').some((where) => named(w, where, [group]).length > 0)
}

export interface Column {
  table: string
  column: string
}

/** Every column of the database that refers to a table. */
export function columnsOn(w: Work, target: string): Column[] {
  return w.tx.all<Column>(sql`
    select tables.name as "table", keys."from" as "column"
    from sqlite_master tables join pragma_foreign_key_list(tables.name) keys
    where tables.type = 'table' and keys."table" = ${target}`)
}

function named<Id extends number>(w: Work, where: Column, ids: readonly Id[]): Id[] {
  const column = sql.identifier(where.column)
  const rows = w.tx.all<{ id: Id }>(sql`
    select distinct ${column} as id from ${sql.identifier(where.table)}
    where ${column} in (select value from json_each(${JSON.stringify(ids)}))`)
  return rows.map(({ id }) => id)
}

function onSeveralRosters(w: Work, persons: readonly PersonId[]): PersonId[] {
  const rows = w.tx.all<{ id: PersonId }>(sql`
    select person_id as id from memberships
    where person_id in (select value from json_each(${JSON.stringify(persons)}))
    group by person_id having count(*) > 1`)
  return rows.map(({ id }) => id)
}
