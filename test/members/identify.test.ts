// From an account and a chat to the person acting, and writing to people.

import { beforeEach, expect, test } from 'vitest'
import { html } from '../../src/kernel/html.ts'
import type { AccountId, ChatId, OrganisationId, PersonId } from '../../src/kernel/ids.ts'
import { may, reaches, type Who } from '../../src/kernel/who.ts'
import {
  markDead,
  noteReach,
  rememberBranch,
  tell,
  tellHolders,
} from '../../src/members/actions.ts'
import { identify } from '../../src/members/identify.ts'
import { expectedOn, rosterOn } from '../../src/members/store.ts'
import { openBranchOf } from '../attendance/branches.ts'
import { at } from '../support/clock.ts'
import { type TestStore, testStore } from '../support/database.ts'

const accounts = { 陈敏: 501, 周航: 502, 李晓雯: 503, 高峰: 601 }
const [ours, theirs] = [-100, -200] as [ChatId, ChatId]

let stage: TestStore
let first: OrganisationId
let second: OrganisationId

beforeEach(() => {
  stage = testStore()
  ;[first, second] = stage.store.work((w) => [
    openBranchOf(w, {
      name: '青砖里支部',
      chat: ours,
      people: [
        { name: '陈敏', account: accounts.陈敏, office: 'secretary' },
        { name: '周航', account: accounts.周航, office: 'organiser' },
        { name: '李晓雯', account: accounts.李晓雯, standing: 'probationary' },
        { name: '孙悦', standing: 'activist' },
      ],
    }),
    openBranchOf(w, {
      name: '三号仓支部',
      chat: theirs,
      people: [{ name: '高峰', account: accounts.高峰, office: 'secretary' }],
    }),
  ])
})

function acting(account: number, chat = account): Who {
  const place = { chat: chat as ChatId, kind: chat < 0 ? 'group' : 'private' } as const
  return stage.store.work((w) =>
    identify(w, { account: account as AccountId, displayName: '某人', place }),
  )
}

const person = (name: string) =>
  stage.store.look((w) => rosterOn(w, first, '2026-11-25').find((one) => one.name === name))
    ?.person as PersonId
const queued = () =>
  stage.raw.prepare('select chat_id from outbox order by id').pluck().all() as number[]

test('in private the branch is the only one somebody belongs to', () => {
  const who = acting(accounts.陈敏)
  expect(who).toMatchObject({ branch: first, memberOf: [first], person: person('陈敏') })
  expect(may(who, 'roster.manage', first)).toBe(true)
  expect(may(who, 'roster.manage', second)).toBe(false)
})

test('in a group the branch is the group’s, and nothing reaches across', () => {
  const inTheirs = acting(accounts.陈敏, theirs)
  expect(inTheirs.branch).toBe(second)
  expect(may(inTheirs, 'roster.manage', first)).toBe(false)
  expect(may(inTheirs, 'roster.manage', second)).toBe(false)
})

test('a stranger has no person, no branch and no permission, and is not written down', () => {
  const stranger = acting(999)
  expect(stranger).toEqual({
    account: 999,
    displayName: '某人',
    place: { chat: 999, kind: 'private' },
    memberOf: [],
    permissions: new Map(),
  })
  acting(999, ours)
  expect(stage.raw.prepare('select count(*) from accounts where id = 999').pluck().get()).toBe(0)
})

test('a stranger who followed a branch’s link means that branch, and still reaches nothing', () => {
  stage.store.work((w) => rememberBranch(w, 999 as AccountId, first))
  const stranger = acting(999)
  expect(stranger.branch).toBe(first)
  expect(reaches(stranger, first)).toBe(false)
})

test('of two branches the one used last is meant', () => {
  stage.raw.exec(
    `insert into memberships (branch_id, person_id, kind, joined_on, position)
     values (${second}, ${person('李晓雯')}, 'receiving', '2026-11-01', 9)`,
  )
  expect(acting(accounts.李晓雯).branch).toBeUndefined()
  acting(accounts.李晓雯, theirs)
  expect(acting(accounts.李晓雯).branch).toBe(second)
  acting(accounts.李晓雯, ours)
  expect(acting(accounts.李晓雯).branch).toBe(first)
})

test('a membership holds from its first day to the day before its last', () => {
  stage.raw.exec(
    `update memberships set joined_on = '2026-12-01', left_on = '2026-12-31'
     where person_id = ${person('李晓雯')}`,
  )
  const held = ['2026-11-30 23:59', '2026-12-01 00:00', '2026-12-30 23:59', '2026-12-31 00:00']
  const memberOf = held.map((instant) => {
    stage.clock.set(at(instant))
    return acting(accounts.李晓雯).memberOf
  })
  expect(memberOf).toEqual([[], [first], [first], []])
})

test('the roster is in its own order; candidates and activists are not expected', () => {
  stage.store.look((w) => {
    const names = (all: readonly { name: string }[]) => all.map(({ name }) => name)
    expect(names(rosterOn(w, first, '2026-11-25'))).toEqual(['陈敏', '周航', '李晓雯', '孙悦'])
    expect(names(expectedOn(w, first, '2026-11-25'))).toEqual(['陈敏', '周航', '李晓雯'])
    expect(rosterOn(w, first, '2026-11-24')).toEqual([])
  })
})

test('somebody without an account, or who blocked the bot, is not written to', () => {
  const message = { text: html`您好` }
  const telling = (name: string) =>
    stage.store.work((w) => tell(w, { branch: first, person: person(name), message }))
  expect(telling('孙悦')).toBe('unreachable')
  stage.store.work((w) => noteReach(w, accounts.李晓雯 as AccountId, false))
  expect(telling('李晓雯')).toBe('unreachable')
  expect(telling('周航')).toBe('queued')
  expect(queued()).toEqual([accounts.周航])
  acting(accounts.李晓雯)
  expect(telling('李晓雯')).toBe('queued')
})

test('everybody who may decide is written to once, even under one key', () => {
  const said = { branch: first, permission: 'leave.decide', key: 'leave:1' } as const
  const message = { text: html`请假` }
  stage.store.work((w) => tellHolders(w, { ...said, message }))
  stage.store.work((w) => tellHolders(w, { ...said, message }))
  expect(queued()).toEqual([accounts.陈敏, accounts.周航])
})

test('a private chat that is dead makes the person unreachable, and the secretary knows', () => {
  const chat = accounts.李晓雯 as number as ChatId
  stage.store.work((w) => markDead(w, { chat, branch: first, reason: 'blocked' }))
  expect(queued()).toEqual([accounts.陈敏])
  expect(stage.store.look((w) => rosterOn(w, first, '2026-11-25')[2]?.reach)).toBe('blocked')
})
