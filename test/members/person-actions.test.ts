// A person of one roster is out of reach through another, also without any button in between.

import { expect, test } from 'vitest'
import type { ExemptionId } from '../../src/kernel/ids.ts'
import { explainExemption } from '../../src/members/actions/exemption.ts'
import { alter, type Undo, undoChange } from '../../src/members/actions/person.ts'
import { correctPerson } from '../../src/members/actions/person-writing.ts'
import { type Alteration, minuteOf } from '../../src/members/rules/change.ts'
import { rosterNow } from '../../src/members/store.ts'
import { inPrivate, openBranchOf } from '../attendance/branches.ts'
import { accounts, brickLane, warehouseThree } from '../attendance/brick-lane.ts'
import { testStore } from '../support/database.ts'

const changes: readonly Alteration[] = [
  { what: 'standing', standing: 'activist' },
  { what: 'group', group: undefined },
  { what: 'kind', kind: 'receiving' },
  { what: 'exempt', kind: 'sick', fromOn: '2026-11-25' },
  { what: 'resume', exemption: 1 as ExemptionId },
  { what: 'leave' },
  { what: 'rejoin' },
]

function stage() {
  const { store, raw } = testStore()
  const opened = store.work((w) => {
    const home = openBranchOf(w, brickLane)
    return { home, other: openBranchOf(w, warehouseThree) }
  })
  // Nobody knows more of 王建国 than his place on the roster: nothing else protects him.
  const person = store.look((w) => rosterNow(w, opened.home).at(-1)?.person)
  if (person === undefined) throw new Error('王建国 is missing')
  const rows = () =>
    ['people', 'memberships', 'standing_periods', 'exemptions', 'audit'].map((table) =>
      raw.prepare(`select * from ${table}`).all(),
    )
  return { ...opened, store, person, rows }
}

test('the neighbour changes nothing about him through their own branch, nor through his', () => {
  const { store, home, other, person, rows } = stage()
  const before = rows()
  for (const branch of [home, other]) {
    const about = { branch, person }
    store.work((w) => {
      const gao = inPrivate(w, accounts.高峰)
      const reason = branch === home ? 'notAllowed' : 'gone'
      for (const to of changes) {
        const outcome = alter(w, gao, { ...about, to, day: '2026-12-01' })
        expect(outcome, to.what).toMatchObject({ ok: false, reason })
      }
      expect(correctPerson(w, gao, { ...about, name: '王大国' })).toEqual({ ok: false, reason })
      const exemption = 1 as ExemptionId
      expect(explainExemption(w, gao, { branch, exemption, text: '病了' }).ok).toBe(false)
    })
  }
  expect(rows()).toEqual(before)
})

test('nothing about him is taken back from another branch, whatever row is named', () => {
  const { store, other, person, rows } = stage()
  const before = rows()
  store.work((w) => {
    const gao = inPrivate(w, accounts.高峰)
    const whats: readonly Undo['what'][] = [...changes.map(({ what }) => what), 'add']
    for (const what of whats) {
      for (let row = 1; row < 16; row++) {
        const way = { row, before: '1' }
        const undo = { branch: other, person, what, way, minute: minuteOf(w.now) }
        expect(undoChange(w, gao, undo)).toEqual({ ok: false, reason: 'used' })
      }
    }
  })
  expect(rows()).toEqual(before)
})

test('each change is written down with its row, its day and who made it, without a name', () => {
  const { store, home, person, rows } = stage()
  store.work((w) => {
    const to: Alteration = { what: 'standing', standing: 'activist' }
    alter(w, inPrivate(w, accounts.陈敏), { branch: home, person, to, day: '2026-12-01' })
  })
  const deed = rows().at(-1)?.at(-1) as { action: string; subject: string; detail: string }
  expect(deed).toMatchObject({ action: 'member.standing', subject: `person:${person}` })
  expect(JSON.parse(deed.detail)).toMatchObject({ standing: 'activist', fromOn: '2026-12-01' })
  expect(JSON.stringify(deed)).not.toContain('王建国')
})
