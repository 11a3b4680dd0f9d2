// Who may do what: from the offices a person holds, and only where they hold them.

import { describe, expect, test } from 'vitest'
import type { AccountId, ChatId, OrganisationId } from '../../src/kernel/ids.ts'
import { type Office, offices, type Permission, permissionsFrom } from '../../src/kernel/roles.ts'
import { may, reaches, type Who } from '../../src/kernel/who.ts'

const qingzhuanli = 1 as OrganisationId
const another = 2 as OrganisationId

describe('what an office allows', () => {
  const all: Permission[] = [
    'attendance.manage',
    'branch.configure',
    'leave.decide',
    'ledger.export',
    'reflection.review',
    'roster.manage',
    'session.manage',
  ]
  test.each<[Office, Permission[]]>([
    ['secretary', ['branch.handOver', 'office.appoint', ...all].sort() as Permission[]],
    ['deputySecretary', all],
    ['organiser', ['attendance.manage', 'leave.decide', 'session.manage']],
    ['publicist', ['reflection.review']],
    ['disciplineOfficer', []],
    ['groupLeader', []],
    ['overseer', ['branch.oversee']],
  ])('%s: %j', (office, expected) => {
    expect([...permissionsFrom([office])].sort()).toEqual(expected)
  })

  test('who holds two offices may do what either allows, and without an office nothing', () => {
    const both = permissionsFrom(['organiser', 'publicist'])
    expect([both.has('leave.decide'), both.has('reflection.review')]).toEqual([true, true])
    expect(permissionsFrom([]).size).toBe(0)
  })

  test('nobody of the branch may more than the secretary; who oversees it sees numbers only', () => {
    const ofBranch = offices.filter((office) => office !== 'overseer')
    expect(permissionsFrom(ofBranch)).toEqual(permissionsFrom(['secretary']))
    expect(permissionsFrom(['secretary']).has('branch.oversee')).toBe(false)
  })
})

describe('where it counts', () => {
  const organiser: Who = {
    account: 7 as AccountId,
    displayName: '周航',
    place: { chat: 7 as ChatId, kind: 'private' },
    memberOf: [qingzhuanli],
    permissions: new Map([[qingzhuanli, permissionsFrom(['organiser'])]]),
  }
  const inGroupOf = (branch: OrganisationId): Who => ({
    ...organiser,
    place: { chat: -100 as ChatId, kind: 'group' },
    branch,
  })

  test('an organiser decides on leave in their own branch and in no other', () => {
    expect(may(organiser, 'leave.decide', qingzhuanli)).toBe(true)
    expect(may(organiser, 'leave.decide', another)).toBe(false)
    expect(may(organiser, 'office.appoint', qingzhuanli)).toBe(false)
  })

  test("in a group only that group's branch is within reach", () => {
    expect(may(inGroupOf(qingzhuanli), 'leave.decide', qingzhuanli)).toBe(true)
    expect(may(inGroupOf(another), 'leave.decide', qingzhuanli)).toBe(false)
    expect(reaches(inGroupOf(another), qingzhuanli)).toBe(false)
  })

  test('an outsider reaches nothing', () => {
    const outsider: Who = { ...organiser, memberOf: [], permissions: new Map() }
    expect(reaches(outsider, qingzhuanli)).toBe(false)
    expect(may(outsider, 'leave.decide', qingzhuanli)).toBe(false)
  })

  test('who oversees a branch does not belong to it', () => {
    const permissions = new Map([[qingzhuanli, permissionsFrom(['overseer'])]])
    const overseer: Who = { ...organiser, memberOf: [], permissions }
    expect(may(overseer, 'branch.oversee', qingzhuanli)).toBe(true)
    expect(reaches(overseer, qingzhuanli)).toBe(false)
    expect(may(overseer, 'branch.oversee', another)).toBe(false)
    expect(
      may({ ...overseer, ...inGroupOf(another), permissions }, 'branch.oversee', qingzhuanli),
    ).toBe(false)
  })

  test('a member without office belongs, and decides nothing', () => {
    const member: Who = { ...organiser, permissions: new Map() }
    expect(reaches(member, qingzhuanli)).toBe(true)
    expect(may(member, 'leave.decide', qingzhuanli)).toBe(false)
  })
})
