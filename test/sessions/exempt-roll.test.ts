// The roll of a session: who is exempt, in which party group, and that it never changes afterwards.

import { expect, test } from 'vitest'
import { saveExemption } from '../../src/members/store/exemptions.ts'
import { endMembershipOn, membershipsOf } from '../../src/members/store/membership.ts'
import { renamePartyGroup, setPartyGroup } from '../../src/members/store/party-groups.ts'
import { setStanding } from '../../src/members/store/standing.ts'
import { rosterNow } from '../../src/members/store.ts'
import { open } from '../../src/sessions/actions.ts'
import { rollOf, sessionById } from '../../src/sessions/store.ts'
import { inPrivate, openBranchOf, publishTraining } from '../attendance/branches.ts'
import { accounts, brickLane } from '../attendance/brick-lane.ts'
import { testStore } from '../support/database.ts'

function stage() {
  const test = testStore()
  const opened = test.store.work((w) => {
    const branch = openBranchOf(w, brickLane)
    const by = inPrivate(w, accounts.周航)
    return { branch, training: publishTraining(w, { by, branch }) }
  })
  const { branch, training } = opened
  const memberCalled = (name: string) =>
    test.store.look((w) => {
      const member = rosterNow(w, branch).find((one) => one.name === name)
      if (!member) throw new Error(`${name} is missing`)
      return { branch, person: member.person }
    })
  const roll = () =>
    test.store.look((w) => {
      const session = sessionById(w, training)
      return session ? rollOf(w, session) : []
    })
  return { ...test, branch, training, memberCalled, roll }
}

test('whoever is exempt on the day of the session is on its roll, but not as expected', () => {
  const { store, memberCalled, roll } = stage()
  const of = (name: string) => roll().find((one) => one.name === name)?.place
  const fromOn = '2026-12-04'
  store.work((w) => {
    saveExemption(w, { ...memberCalled('王建国'), kind: 'frail', fromOn }, undefined)
    saveExemption(w, { ...memberCalled('孙悦'), kind: 'sick', fromOn: '2026-12-05' }, undefined)
    saveExemption(w, { ...memberCalled('林涛'), kind: 'sick', fromOn }, undefined)
  })
  expect([of('王建国'), of('孙悦'), of('林涛')]).toEqual(['exempt', 'expected', 'sittingIn'])
})

test('once the session has opened, no change of the roster reaches its roll', () => {
  const { store, branch, training, memberCalled, roll } = stage()
  const group = store.work((w) => {
    setPartyGroup(w, { ...memberCalled('孙悦'), partyGroup: '第一党小组', fromOn: '2026-11-25' })
    const session = sessionById(w, training)
    if (session) open(w, session)
    return rosterNow(w, branch).find(({ name }) => name === '孙悦')?.partyGroup
  })
  const before = roll()
  expect(before.find(({ name }) => name === '孙悦')?.partyGroup).toBe('第一党小组')
  store.work((w) => {
    const fromOn = '2026-11-25'
    saveExemption(w, { ...memberCalled('王建国'), kind: 'frail', fromOn }, undefined)
    setStanding(w, { ...memberCalled('李晓雯'), standing: 'activist', fromOn })
    setPartyGroup(w, { ...memberCalled('孙悦'), partyGroup: '第二党小组', fromOn })
    if (group) renamePartyGroup(w, group.id, '设计党小组')
    const zhao = memberCalled('赵一鸣')
    const [membership] = membershipsOf(w, branch, zhao.person)
    if (membership) endMembershipOn(w, zhao, { id: membership.id, untilOn: fromOn })
  })
  expect(store.look((w) => rosterNow(w, branch).length)).toBe(7)
  expect(roll()).toEqual(before)
})
