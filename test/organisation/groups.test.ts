// Groups the bot comes to, leaves, and follows when they become another chat.

import { expect, test } from 'vitest'
import type { AccountId, ChatId } from '../../src/kernel/ids.ts'
import type { Who } from '../../src/kernel/who.ts'
import {
  moveChat,
  nameBranch,
  noteGroup,
  noteGroupLeft,
  openBranch,
} from '../../src/organisation/actions.ts'
import {
  allBranches,
  branchById,
  branchOfGroup,
  groupByChat,
  groupOfBranch,
} from '../../src/organisation/store.ts'
import { at } from '../support/clock.ts'
import { testStore } from '../support/database.ts'

const chat = -100 as ChatId
const supergroup = -100123 as ChatId
const stranger: Who = {
  account: 501 as AccountId,
  displayName: '陈敏',
  place: { chat: 501 as ChatId, kind: 'private' },
  memberOf: [],
  permissions: new Map(),
}

function stage() {
  const { store, clock } = testStore()
  store.work((w) =>
    noteGroup(w, {
      chat,
      title: '青砖里',
      rights: { isAdmin: false, mayPost: true, mayPin: false },
    }),
  )
  const branch = store.work((w) => openBranch(w, stranger, { chat, name: '青砖里支部' }))
  return { store, clock, branch }
}

test('a branch is opened in its group, in the zone of the country, at the top of the tree', () => {
  const { store, branch } = stage()
  store.look((w) => {
    expect(allBranches(w)).toEqual([
      { id: branch, name: '青砖里支部', zone: 'Asia/Shanghai', path: `${branch}/` },
    ])
    expect(branchOfGroup(w, chat)).toBe(branch)
    expect(groupOfBranch(w, branch)).toMatchObject({ chat, title: '青砖里', openedBy: 501 })
  })
})

test('a group has one branch, and another group another', () => {
  const { store, branch } = stage()
  const third = -300 as ChatId
  store.work((w) => noteGroup(w, { chat: third, title: '三号仓' }))
  const second = store.work((w) => openBranch(w, stranger, { chat: third, name: '三号仓支部' }))
  store.look((w) => {
    expect(branchOfGroup(w, chat)).toBe(branch)
    expect(branchOfGroup(w, third)).toBe(second)
  })
})

test('removed, the bot knows the branch still and its group no more; added again, it is there', () => {
  const { store, clock, branch } = stage()
  expect(store.work((w) => noteGroupLeft(w, chat))).toBe(true)
  expect(store.work((w) => noteGroupLeft(w, chat))).toBe(false)
  store.look((w) => {
    expect(groupOfBranch(w, branch)).toBeUndefined()
    expect(branchOfGroup(w, chat)).toBe(branch)
  })
  clock.set(at('2026-11-26 10:00'))
  store.work((w) =>
    noteGroup(w, {
      chat,
      title: '青砖里（新）',
      rights: { isAdmin: true, mayPost: true, mayPin: true },
    }),
  )
  const group = store.look((w) => groupOfBranch(w, branch))
  expect(group).toMatchObject({ title: '青砖里（新）', botIsAdmin: true })
  expect(group?.addedAt).toEqual(at('2026-11-26 10:00'))
})

test('a group that becomes a supergroup keeps its branch, reported once, twice or late', () => {
  const { store, branch } = stage()
  store.work((w) => moveChat(w, { from: chat, to: supergroup }))
  store.work((w) => moveChat(w, { from: chat, to: supergroup }))
  store.look((w) => {
    expect(groupOfBranch(w, branch)?.chat).toBe(supergroup)
    expect(groupByChat(w, chat)).toBeUndefined()
  })
})

test('it keeps its branch also when the new chat was heard of first', () => {
  const { store, branch } = stage()
  store.work((w) => noteGroup(w, { chat: supergroup, title: '青砖里' }))
  store.work((w) => moveChat(w, { from: chat, to: supergroup }))
  expect(store.look((w) => groupOfBranch(w, branch))?.chat).toBe(supergroup)
})

test('nobody without the office gives a branch another name', () => {
  const { store, branch } = stage()
  expect(store.work((w) => nameBranch(w, stranger, branch, '别的支部'))).toBe(false)
  expect(store.look((w) => branchById(w, branch))?.name).toBe('青砖里支部')
})
