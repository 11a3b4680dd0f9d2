// What every table promises: business rows name their branch, and no deletion takes others along.

import { expect, test } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'

/** Tables that belong to no branch, each with the reason. */
const withoutBranch: Record<string, string> = {
  organisations: 'are the tree themselves',
  groups: 'exist before a branch is opened in them',
  people: 'may have a place in two branches',
  accounts: 'belong to people',
  preferences: 'belong to people, over all their branches',
  holiday_years: 'hold for everybody',
  claim_codes: 'are not bound to a branch',
  code_tries: 'are counted before there is a branch',
  outbox: 'also answers strangers',
  slots: 'belong to chats',
  freezes: 'belong to chats',
  audit: 'also records what happens before there is a branch',
  job_runs: 'are named by their key',
  seen_updates: 'are Telegram’s',
  dead_updates: 'are Telegram’s',
  forms: 'belong to accounts',
  file_reads: 'belong to accounts; what they are about names the branch',
  links: 'are granted before there is a branch',
  __drizzle_migrations: 'is drizzle’s',
}

interface Column {
  name: string
  notnull: number
}

function tables() {
  const { raw } = openTestDatabase()
  const names = raw
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[]
  return names.map((name) => ({
    name,
    columns: raw.pragma(`table_info(${name})`) as Column[],
    keys: raw.pragma(`foreign_key_list(${name})`) as { on_delete: string }[],
  }))
}

test('every business row names its branch', () => {
  const unbound = tables().filter(
    ({ columns }) => !columns.some(({ name, notnull }) => name === 'branch_id' && notnull === 1),
  )
  expect(unbound.map(({ name }) => name).sort()).toEqual(Object.keys(withoutBranch).sort())
})

test('no deletion takes other rows along', () => {
  for (const { name, keys } of tables()) {
    expect(
      keys.map(({ on_delete }) => on_delete).filter((rule) => rule !== 'NO ACTION'),
      name,
    ).toEqual([])
  }
})

test('no table keeps an ID number, and of a phone only four digits', () => {
  const columns = tables().flatMap((table) => table.columns.map(({ name }) => name))
  expect(columns.filter((name) => /id_number|id_card|phone/.test(name))).toEqual(['phone_tail'])
})
