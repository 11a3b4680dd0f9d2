// An office is offered by the secretary and begins with the other's yes, or never.

import { beforeEach, describe, expect, test } from 'vitest'
import type { Office } from '../../src/kernel/roles.ts'
import { offer } from '../../src/members/actions/office-offers.ts'
import { acceptOffersAtClaim } from '../../src/members/actions/offices.ts'
import type { OfferRefusal } from '../../src/members/rules/offices.ts'
import { changeAccount } from '../../src/members/store/accounts.ts'
import { waitingOffers } from '../../src/members/store/offices.ts'
import { holdersOf, organiserOf, secretaryOf } from '../../src/members/store.ts'
import { type Name, officeStage } from './offices.ts'

let stage: ReturnType<typeof officeStage>
beforeEach(() => {
  stage = officeStage()
})

describe('offering', () => {
  test('the other’s yes gives the office; a no or nothing gives nothing', () => {
    expect(stage.offers('陈敏', '李晓雯', 'publicist')).toMatchObject({ ok: true, how: 'asked' })
    expect(stage.permissionsOf('李晓雯')).toEqual([])
    expect(stage.declines('李晓雯').ok).toBe(true)
    expect(stage.permissionsOf('李晓雯')).toEqual([])
    stage.offers('陈敏', '李晓雯', 'publicist')
    expect(stage.accepts('李晓雯').ok).toBe(true)
    expect(stage.permissionsOf('李晓雯')).toEqual(['reflection.review'])
    expect(stage.deeds().slice(-4)).toEqual([
      'office.offer',
      'office.decline',
      'office.offer',
      'office.accept',
    ])
  })

  test('for a day to come it begins on that day', () => {
    stage.offers('陈敏', '李晓雯', 'organiser', '2026-12-01')
    stage.accepts('李晓雯')
    expect(stage.permissionsOf('李晓雯')).toEqual([])
    stage.on('2026-12-01 00:00')
    expect(stage.permissionsOf('李晓雯')).toContain('leave.decide')
  })

  test('two organisers may hold the office side by side; the first is the one named', () => {
    stage.offers('陈敏', '李晓雯', 'organiser')
    stage.accepts('李晓雯')
    stage.store.look((w) => {
      expect(organiserOf(w, stage.branch)).toBe(stage.person('周航'))
      const both = ['陈敏', '周航', '李晓雯'].map((name) => stage.person(name))
      expect(holdersOf(w, stage.branch, 'leave.decide')).toEqual(both)
    })
  })

  const today = '2026-11-25'
  interface Wrong {
    what: string
    by?: Name
    name?: string
    office?: Office
    on?: string
    reason: OfferRefusal['reason']
  }
  const refusals: Wrong[] = [
    { what: 'by the organiser', by: '周航', reason: 'notAllowed' },
    { what: 'by a member', by: '孙悦', reason: 'notAllowed' },
    { what: 'by the secretary of another branch', by: '高峰', reason: 'notAllowed' },
    {
      what: 'a branch by another’s secretary',
      by: '高峰',
      office: 'secretary',
      reason: 'notAllowed',
    },
    { what: 'to oneself', name: '陈敏', reason: 'notOffered' },
    { what: 'to oversee', office: 'overseer', reason: 'notOffered' },
    { what: 'from yesterday', on: '2026-11-24', reason: 'badDay' },
    { what: 'from a day that is none', on: '2026-99-99', reason: 'badDay' },
    { what: 'to lead no party group', office: 'groupLeader', reason: 'noPartyGroup' },
    { what: 'what is held', name: '周航', office: 'organiser', reason: 'holdsAlready' },
    {
      what: 'a branch to who has no account',
      name: '王建国',
      office: 'secretary',
      reason: 'notLinked',
    },
  ]
  test.each(refusals)('is refused: $what', (wrong) => {
    const { by = '陈敏', name = '李晓雯', office = 'publicist', on = today, reason } = wrong
    expect(stage.offers(by, name, office, on)).toEqual({ ok: false, reason })
    expect([stage.rows('office_offers'), stage.rows('audit'), stage.told()]).toEqual([[], [], []])
  })

  test('is refused to the deputy, who may do nearly all else', () => {
    stage.gives('孙悦', 'deputySecretary')
    expect(stage.offers('孙悦', '李晓雯', 'publicist')).toEqual({ ok: false, reason: 'notAllowed' })
    expect(stage.offers('孙悦', '李晓雯', 'secretary')).toEqual({ ok: false, reason: 'notAllowed' })
  })

  test('is refused for somebody of another branch', () => {
    const wanted = { branch: stage.branch, person: stage.person('马丽', stage.other) }
    const outcome = stage.store.work((w) =>
      offer(w, stage.who('陈敏'), { ...wanted, office: 'publicist', fromOn: today }),
    )
    expect(outcome).toEqual({ ok: false, reason: 'notOnRoster' })
  })

  test('is refused for who will have left by that day', () => {
    stage.raw.exec(
      `update memberships set left_on = '2026-12-01' where person_id = ${stage.person('李晓雯')}`,
    )
    const offered = (day: string) => stage.offers('陈敏', '李晓雯', 'publicist', day)
    expect(offered('2026-12-01')).toEqual({ ok: false, reason: 'notOnRoster' })
    expect(offered('2026-11-30').ok).toBe(true)
  })

  test('the same office is not offered twice while the first waits', () => {
    stage.offers('陈敏', '李晓雯', 'publicist')
    expect(stage.offers('陈敏', '李晓雯', 'publicist')).toEqual({
      ok: false,
      reason: 'waitsAlready',
    })
    stage.withdraws('陈敏')
    expect(stage.offers('陈敏', '李晓雯', 'publicist').ok).toBe(true)
  })
})

describe('answering', () => {
  test('only the person asked may, and only once', () => {
    stage.offers('陈敏', '李晓雯', 'organiser')
    const id = stage.newest()
    for (const other of ['孙悦', '陈敏', '高峰'] as const) {
      expect(stage.accepts(other, id)).toEqual({ ok: false, reason: 'notTheirs' })
      expect(stage.declines(other, id)).toEqual({ ok: false, reason: 'notTheirs' })
    }
    expect(stage.accepts('李晓雯', id).ok).toBe(true)
    expect(stage.accepts('李晓雯', id)).toEqual({ ok: false, reason: 'over' })
    expect(stage.declines('李晓雯', id)).toEqual({ ok: false, reason: 'over' })
    expect(stage.rows('office_periods')).toHaveLength(4)
  })

  test('what was withdrawn or is older than fourteen days can not be accepted', () => {
    stage.offers('陈敏', '李晓雯', 'organiser')
    const withdrawn = stage.newest()
    expect(stage.withdraws('周航', withdrawn)).toEqual({ ok: false, reason: 'notAllowed' })
    expect(stage.withdraws('高峰', withdrawn)).toEqual({ ok: false, reason: 'notAllowed' })
    stage.withdraws('陈敏', withdrawn)
    expect(stage.accepts('李晓雯', withdrawn)).toEqual({ ok: false, reason: 'over' })
    stage.offers('陈敏', '李晓雯', 'organiser')
    const old = stage.newest()
    stage.on('2026-12-09 10:00')
    expect(stage.accepts('李晓雯', old)).toEqual({ ok: false, reason: 'over' })
    expect(stage.withdraws('陈敏', old)).toEqual({ ok: false, reason: 'over' })
    expect(stage.permissionsOf('李晓雯')).toEqual([])
  })

  test('who has left meanwhile can not accept', () => {
    stage.offers('陈敏', '李晓雯', 'organiser')
    stage.raw.exec(
      `update memberships set left_on = '2026-11-25' where person_id = ${stage.person('李晓雯')}`,
    )
    expect(stage.accepts('李晓雯')).toEqual({ ok: false, reason: 'notOnRoster' })
  })

  test('somebody without an account accepts by claiming, but a branch is not handed over like that', () => {
    stage.unlink('李晓雯')
    expect(stage.offers('陈敏', '李晓雯', 'organiser')).toMatchObject({ how: 'atClaim' })
    stage.store.work((w) => {
      const person = stage.person('李晓雯')
      expect(waitingOffers(w, stage.branch, person)).toMatchObject([{ office: 'organiser' }])
      changeAccount(w, stage.account('李晓雯'), { personId: person })
      const { person: _, ...before } = { ...stage.who('孙悦'), account: stage.account('李晓雯') }
      acceptOffersAtClaim(w, before, stage.branch)
    })
    expect(stage.permissionsOf('李晓雯')).toContain('leave.decide')
    stage.offers('陈敏', '李晓雯', 'secretary')
    stage.store.work((w) => {
      expect(waitingOffers(w, stage.branch, stage.person('李晓雯'))).toEqual([])
      acceptOffersAtClaim(w, stage.who('李晓雯'), stage.branch)
      expect(secretaryOf(w, stage.branch)).toBe(stage.person('陈敏'))
    })
    expect(stage.open()).toHaveLength(1)
  })
})
