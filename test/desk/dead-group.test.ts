// A group that takes nothing from us: left, or silenced; the secretary hears which it is.

import { beforeEach, expect, test } from 'vitest'
import { hearDead } from '../../src/desk/actions.ts'
import type { AccountId, ChatId, OrganisationId } from '../../src/kernel/ids.ts'
import { accountById } from '../../src/members/store/accounts.ts'
import { groupOfBranch } from '../../src/organisation/store.ts'
import { openBranchOf } from '../attendance/branches.ts'
import { accounts, brickLane, warehouseThree } from '../attendance/brick-lane.ts'
import { type TestStore, testStore } from '../support/database.ts'

const ours = brickLane.chat as ChatId
let stage: TestStore
let branch: OrganisationId

beforeEach(() => {
  stage = testStore()
  branch = stage.store.work((w) => openBranchOf(w, brickLane))
  stage.store.work((w) => openBranchOf(w, warehouseThree))
})

const letters = () =>
  (stage.raw.prepare('select chat_id as chat, payload from outbox').all() as Letter[]).map(
    ({ chat, payload }) => ({ chat, text: JSON.parse(payload).message.text.html as string }),
  )

interface Letter {
  chat: number
  payload: string
}

test('a group that is dead is left, and its own secretary knows once', () => {
  stage.store.work((w) => hearDead(w, { chat: ours, reason: 'removed' }))
  stage.store.work((w) => hearDead(w, { chat: ours, reason: 'removed' }))
  expect(letters().map(({ chat }) => chat)).toEqual([accounts.陈敏])
  expect(letters()[0]?.text).toContain('我已离开群“青砖里文创园联合党支部”')
  expect(stage.store.look((w) => groupOfBranch(w, branch))).toBeUndefined()
})

test('a group in which we may not speak is not left, and the secretary learns what to change', () => {
  stage.store.work((w) => hearDead(w, { chat: ours, reason: 'muted' }))
  expect(letters().map(({ chat }) => chat)).toEqual([accounts.陈敏])
  expect(letters()[0]?.text).toContain('打开成员的“发送消息”权限')
  expect(stage.store.look((w) => groupOfBranch(w, branch)?.chat)).toBe(ours)
})

test('a private chat that is dead makes the person unreachable', () => {
  const chat = accounts.李晓雯 as number as ChatId
  stage.store.work((w) => hearDead(w, { chat, branch, reason: 'blocked' }))
  const reach = stage.store.look((w) => accountById(w, accounts.李晓雯 as AccountId)?.reach)
  expect(reach).toBe('blocked')
})
