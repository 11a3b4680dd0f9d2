// The night clears what its time has come for: old texts, and the names of those who were erased.

import { beforeEach, expect, test } from 'vitest'
import { forgetOldNames } from '../../src/attendance/actions/erasure.ts'
import type { OrganisationId, PersonId, SessionId } from '../../src/kernel/ids.ts'
import { eraseMember } from '../../src/members/actions/erasure.ts'
import { personById, rosterNow } from '../../src/members/store.ts'
import { decideSetting } from '../../src/organisation/actions/settings.ts'
import { clearedPerNight, keptSince, lastClearing } from '../../src/organisation/rules/retention.ts'
import { settingsOf } from '../../src/organisation/store/settings.ts'
import { forgetOldTexts } from '../../src/reflection/actions/erasure.ts'
import { saveReflection } from '../../src/reflection/store.ts'
import { open } from '../../src/sessions/actions.ts'
import { sessionById } from '../../src/sessions/store.ts'
import { inPrivate, openBranchOf, publishTraining } from '../attendance/branches.ts'
import { accounts, brickLane, warehouseThree } from '../attendance/brick-lane.ts'
import { at, zone } from '../support/clock.ts'
import { type TestStore, testStore } from '../support/database.ts'

let stage: TestStore
let branch: OrganisationId
let second: OrganisationId

beforeEach(() => {
  stage = testStore('2026-11-25 10:00')
  branch = stage.store.work((w) => openBranchOf(w, brickLane))
  second = stage.store.work((w) => openBranchOf(w, warehouseThree))
})

const person = (name: string): PersonId =>
  stage.store.look((w) => {
    const found = rosterNow(w, branch).find((one) => one.name === name)
    if (!found) throw new Error(`${name} is not on the roster`)
    return found.person
  })
const nameOf = (id: PersonId) => stage.store.look((w) => personById(w, id)?.name)
const decide = (key: 'reflectionMonths' | 'attendanceMonths', value: number, by: number) =>
  stage.store.work((w) => decideSetting(w, inPrivate(w, by), { branch, key, value }))

test('a setting is the secretary’s, counts from its instant on, and is one of those offered', () => {
  expect(stage.store.look((w) => settingsOf(w, branch))).toEqual({
    reflectionMonths: 24,
    attendanceMonths: 36,
  })
  stage.clock.set(at('2026-11-26 10:00'))
  expect(decide('reflectionMonths', 12, accounts.陈敏)).toEqual({ ok: true, before: 24 })
  const months = (when?: Date) =>
    stage.store.look((w) => settingsOf(w, branch, when).reflectionMonths)
  expect([months(at('2026-11-26 09:59')), months()]).toEqual([24, 12])
  expect(decide('reflectionMonths', 1, accounts.陈敏)).toMatchObject({ reason: 'outOfRange' })
  for (const by of [accounts.周航, accounts.李晓雯, accounts.高峰]) {
    expect(decide('reflectionMonths', 36, by)).toMatchObject({ reason: 'notAllowed' })
  }
  expect(stage.store.look((w) => settingsOf(w, second).reflectionMonths)).toBe(24)
})

test('texts go when they are older than their own branch keeps them, the fact stays', () => {
  const write = (of: OrganisationId, submittedAt: Date) =>
    stage.store.work((w) => {
      const whose = { branch: of, person: person('李晓雯'), month: '2026-11' }
      const text = '要建台账。'
      return saveReflection(w, whose, { form: 'text', text, files: [], submittedAt, late: false })
    })
  write(branch, at('2025-11-24 23:59'))
  write(branch, at('2025-11-25 00:00'))
  write(second, at('2025-11-24 23:59'))
  decide('reflectionMonths', 12, accounts.陈敏)
  stage.store.work(forgetOldTexts)
  const texts = stage.raw.prepare('select branch_id, text, form from reflections order by id').all()
  expect(texts).toEqual([
    { branch_id: branch, text: '', form: 'text' },
    { branch_id: branch, text: '要建台账。', form: 'text' },
    { branch_id: second, text: '要建台账。', form: 'text' },
  ])
})

test('one night empties so many and no more; the next goes on', () => {
  const whose = { branch, person: person('孙悦'), month: '2024-10' }
  const old = { form: 'text', text: '旧文', files: [], late: false } as const
  stage.store.work((w) => {
    for (let count = 0; count < clearedPerNight + 3; count += 1) {
      saveReflection(w, whose, { ...old, submittedAt: at('2024-10-30 10:00') })
    }
  })
  const left = () =>
    stage.raw.prepare("select count(*) from reflections where text <> ''").pluck().get()
  stage.store.work(forgetOldTexts)
  expect(left()).toBe(3)
  stage.store.work(forgetOldTexts)
  expect(left()).toBe(0)
})

test('an erased name stays while they are on a roster or on a sheet that is kept', () => {
  const sun = person('孙悦')
  const session = publishedAndOpened()
  stage.store.work((w) => eraseMember(w, sun))
  const nightAt = (text: string) => {
    stage.clock.set(at(text))
    stage.store.work(forgetOldNames)
    return nameOf(sun)
  }
  expect(nightAt('2031-01-01 04:00')).toBe('孙悦')
  leaves(sun, '2027-03-01')
  expect(nightAt('2029-12-04 04:00')).toBe('孙悦')
  expect(nightAt('2029-12-05 04:00')).toBe(`已注销 ${sun}`)
  const roll = stage.raw.prepare(
    'select count(*) from rolls where session_id = ? and person_id = ?',
  )
  expect(roll.pluck().get(session, sun)).toBe(1)
})

test('who only left, and who came back and claimed again, keep their names', () => {
  const [zhao, he] = [person('赵一鸣'), person('何雨桐')]
  leaves(zhao, '2026-11-26')
  stage.store.work((w) => eraseMember(w, he))
  leaves(he, '2026-11-26')
  stage.raw
    .prepare(
      "insert into accounts (id, person_id, reach, reach_changed_at) values (999, ?, 'reachable', 0)",
    )
    .run(he)
  stage.clock.set(at('2040-01-01 04:00'))
  stage.store.work(forgetOldNames)
  expect([nameOf(zhao), nameOf(he)]).toEqual(['赵一鸣', '何雨桐'])
})

test.each([
  ['2026-11-25 03:39', '2026-11-24'],
  ['2026-11-25 03:40', '2026-11-25'],
  ['2026-11-25 23:59', '2026-11-25'],
])('at %s the last clearing is that of %s', (now, day) => {
  expect(lastClearing(at(now)).day).toBe(day)
})

test.each([
  ['2026-11-25 10:00', 24, '2024-11-25 00:00'],
  ['2026-03-31 10:00', 1, '2026-02-28 00:00'],
  ['2028-02-29 10:00', 12, '2027-02-28 00:00'],
])('at %s, %d months reach back to %s', (now, months, since) => {
  expect(keptSince(at(now), months, zone)).toEqual(at(since))
})

function publishedAndOpened(): SessionId {
  stage.clock.set(at('2026-12-04 18:30'))
  return stage.store.work((w) => {
    const id = publishTraining(w, { by: inPrivate(w, accounts.周航), branch })
    const session = sessionById(w, id)
    if (!session || !open(w, session)) throw new Error('the training did not open')
    return id
  })
}

function leaves(id: PersonId, day: string): void {
  stage.raw.prepare('update memberships set left_on = ? where person_id = ?').run(day, id)
}
