// The secretary hands the branch over: two yeses, one day, and never nobody or two at once.

import { beforeEach, describe, expect, test } from 'vitest'
import { permissionsFrom } from '../../src/kernel/roles.ts'
import { endAllOffices, endOffice } from '../../src/members/actions/office-ending.ts'
import { officesNowAndLater, secretariesAt } from '../../src/members/store/office-periods.ts'
import { isOrphaned } from '../../src/members/store/offices.ts'
import { secretaryOf } from '../../src/members/store.ts'
import { at } from '../support/clock.ts'
import { type Name, officeStage } from './offices.ts'

let stage: ReturnType<typeof officeStage>
beforeEach(() => {
  stage = officeStage()
})

const everything = [...permissionsFrom(['secretary'])].sort()
const secretary = () => {
  const id = stage.store.look((w) => secretaryOf(w, stage.branch))
  return (['陈敏', '李晓雯', '孙悦'] as const).find((name) => stage.person(name) === id)
}
const coming = () =>
  stage.store.look((w) =>
    officesNowAndLater(w, stage.branch).find(
      ({ office, fromAt }) => office === 'secretary' && fromAt > w.now,
    ),
  )?.id as number
const takesBack = (by: Name, id = coming()) =>
  stage.store.work((w) => endOffice(w, stage.who(by), id))
/** How many are secretary at each hour around the day. */
const howMany = () =>
  ['2026-11-25 10:00', '2026-11-30 23:59', '2026-12-01 00:00', '2026-12-31 12:00'].map(
    (then) => stage.store.look((w) => secretariesAt(w, stage.branch, at(then))).length,
  )

describe('for today', () => {
  test('the one before keeps nothing, the one after may everything, at the moment of the yes', () => {
    stage.offers('陈敏', '李晓雯', 'secretary')
    expect(stage.permissionsOf('陈敏')).toEqual(everything)
    expect(stage.permissionsOf('李晓雯')).toEqual([])
    stage.accepts('李晓雯')
    expect(stage.permissionsOf('陈敏')).toEqual([])
    expect(stage.permissionsOf('李晓雯')).toEqual(everything)
    expect(stage.deeds()).toEqual(['branch.handOver', 'office.accept'])
    expect(howMany()).toEqual([1, 1, 1, 1])
  })

  test('another office the one before holds stays', () => {
    stage.gives('陈敏', 'publicist')
    stage.offers('陈敏', '李晓雯', 'secretary')
    stage.accepts('李晓雯')
    expect(stage.permissionsOf('陈敏')).toEqual(['reflection.review'])
  })
})

describe('for a day to come', () => {
  beforeEach(() => {
    stage.offers('陈敏', '李晓雯', 'secretary', '2026-12-01')
    expect(stage.accepts('李晓雯').ok).toBe(true)
  })

  test('the old one is secretary to the last minute, the new one from the first', () => {
    expect(howMany()).toEqual([1, 1, 1, 1])
    stage.on('2026-11-30 23:59')
    expect([secretary(), stage.permissionsOf('李晓雯')]).toEqual(['陈敏', []])
    stage.on('2026-12-01 00:00')
    expect([secretary(), stage.permissionsOf('陈敏')]).toEqual(['李晓雯', []])
  })

  test.each(['陈敏', '李晓雯'] as const)('%s can take it back before', (by) => {
    expect(takesBack(by).ok).toBe(true)
    stage.on('2026-12-01 00:00')
    expect([secretary(), stage.permissionsOf('李晓雯')]).toEqual(['陈敏', []])
    expect(howMany()).toEqual([1, 1, 1, 1])
  })

  test('nobody else takes it back, and after the day nobody at all', () => {
    const id = coming()
    for (const by of ['周航', '孙悦', '高峰'] as const) {
      expect(takesBack(by, id)).toEqual({ ok: false, reason: 'notAllowed' })
    }
    stage.on('2026-12-01 00:00')
    expect(takesBack('陈敏', id)).toEqual({ ok: false, reason: 'notAllowed' })
    expect(takesBack('李晓雯', id)).toEqual({ ok: false, reason: 'lastSecretary' })
    expect(secretary()).toBe('李晓雯')
  })

  test('a second hand-over waits until the first is taken back, and leaves no ghost of it', () => {
    const second = () => stage.offers('陈敏', '孙悦', 'secretary', '2026-12-01')
    expect(second()).toEqual({ ok: false, reason: 'waitsAlready' })
    takesBack('陈敏')
    expect(second().ok).toBe(true)
    stage.accepts('孙悦')
    takesBack('陈敏')
    expect(howMany()).toEqual([1, 1, 1, 1])
    stage.on('2026-12-01 00:00')
    expect([secretary(), stage.permissionsOf('李晓雯')]).toEqual(['陈敏', []])
  })

  test('when the new one leaves before the day, the old one stays', () => {
    const { branch } = stage
    const person = stage.person('李晓雯')
    stage.store.work((w) => endAllOffices(w, { branch, person, at: at('2026-11-28') }))
    stage.on('2026-12-01 00:00')
    expect(secretary()).toBe('陈敏')
    expect(stage.store.look((w) => isOrphaned(w, branch))).toBe(false)
  })
})

describe('races', () => {
  test('a yes after the branch went to somebody else changes nothing', () => {
    stage.offers('陈敏', '李晓雯', 'secretary')
    const first = stage.newest()
    // Two offers at once cannot be made by pressing; a database may hold them all the same.
    stage.raw.exec(
      `insert into office_offers (branch_id, person_id, office, from_on, offered_by, offered_at, state)
       select branch_id, ${stage.person('孙悦')}, office, from_on, offered_by, offered_at, state from office_offers`,
    )
    const second = stage.newest()
    expect(stage.accepts('孙悦', second).ok).toBe(true)
    expect(stage.accepts('李晓雯', first)).toEqual({ ok: false, reason: 'over' })
    expect(secretary()).toBe('孙悦')
    expect(howMany()).toEqual([1, 1, 1, 1])
  })

  test('both of two accepted for the same day end with one secretary', () => {
    stage.offers('陈敏', '李晓雯', 'secretary', '2026-12-01')
    const first = stage.newest()
    stage.raw.exec(
      `insert into office_offers (branch_id, person_id, office, from_on, offered_by, offered_at, state)
       select branch_id, ${stage.person('孙悦')}, office, from_on, offered_by, offered_at, state from office_offers`,
    )
    stage.accepts('孙悦', stage.newest())
    stage.accepts('李晓雯', first)
    expect(howMany()).toEqual([1, 1, 1, 1])
  })

  test('taken back and accepted at once: whichever comes first holds', () => {
    stage.offers('陈敏', '李晓雯', 'secretary')
    const id = stage.newest()
    expect(stage.accepts('李晓雯', id).ok).toBe(true)
    expect(stage.withdraws('陈敏', id)).toEqual({ ok: false, reason: 'notAllowed' })
    expect(secretary()).toBe('李晓雯')
  })
})
