// What an office allows from when until when, who ends it, and a branch that nobody leads.

import { beforeEach, describe, expect, test } from 'vitest'
import type { AccountId } from '../../src/kernel/ids.ts'
import { type Office, type Permission, permissionsFrom } from '../../src/kernel/roles.ts'
import { endAllOffices, endOffice } from '../../src/members/actions/office-ending.ts'
import { changeAccount } from '../../src/members/store/accounts.ts'
import { officesNowAndLater } from '../../src/members/store/office-periods.ts'
import { isLastSecretary, isOrphaned } from '../../src/members/store/offices.ts'
import { holdersOf } from '../../src/members/store.ts'
import { at } from '../support/clock.ts'
import { type Name, officeStage } from './offices.ts'

let stage: ReturnType<typeof officeStage>
beforeEach(() => {
  stage = officeStage()
})

const periodOf = (name: string, office: Office) =>
  stage.store.look((w) =>
    officesNowAndLater(w, stage.branch).find((one) => one.name === name && one.office === office),
  )?.id as number
const ends = (by: Name, name: string, office: Office) =>
  stage.store.work((w) => endOffice(w, stage.who(by), periodOf(name, office)))

describe('permission by office and day', () => {
  const offices: Office[] = [
    'deputySecretary',
    'organiser',
    'publicist',
    'disciplineOfficer',
    'groupLeader',
  ]

  test.each(offices)(
    '%s counts from its day to the instant it ends, and in this branch only',
    (office) => {
      const expected = [...permissionsFrom([office])].sort()
      stage.raw.exec(
        `insert into office_periods (branch_id, person_id, office, from_at, until_at) values
       (${stage.branch}, ${stage.person('李晓雯')}, '${office}',
        ${at('2026-12-01').getTime()}, ${at('2027-06-30 12:00').getTime()})`,
      )
      const held: Record<string, Permission[]> = {}
      for (const day of [
        '2026-11-30 23:59',
        '2026-12-01 00:00',
        '2027-06-30 11:59',
        '2027-06-30 12:00',
      ]) {
        stage.on(day)
        held[day] = stage.permissionsOf('李晓雯')
      }
      expect(Object.values(held)).toEqual([[], expected, expected, []])
      expect([...(stage.who('李晓雯').permissions.get(stage.other) ?? [])]).toEqual([])
    },
  )

  test('who oversees an organisation may oversee every branch below it, and nothing else', () => {
    const { raw, branch, other } = stage
    raw.exec(`
      insert into organisations (id, kind, path, name, time_zone, created_at) values
        (50, 'committee', '50/', '园区党委', 'Asia/Shanghai', 0),
        (51, 'generalBranch', '50/51/', '文创党总支', 'Asia/Shanghai', 0),
        (500, 'committee', '500/', '另一个党委', 'Asia/Shanghai', 0);
      update organisations set parent_id = 51, path = '50/51/${branch}/' where id = ${branch};
      update organisations set parent_id = 500, path = '500/${other}/' where id = ${other};
      insert into office_periods (branch_id, person_id, office, from_at)
        values (50, ${stage.person('马丽', other)}, 'overseer', ${at('2026-11-25').getTime()})`)
    const overseer = stage.who('马丽')
    expect([...(overseer.permissions.get(branch) ?? [])]).toEqual(['branch.oversee'])
    expect(overseer.permissions.has(other)).toBe(false)
    expect(overseer).toMatchObject({ branch: other, memberOf: [other] })
    stage.store.look((w) => expect(holdersOf(w, branch, 'session.manage')).toHaveLength(2))
  })
})

describe('ending', () => {
  test('the secretary ends an office at once, and the person is told', () => {
    expect(ends('陈敏', '周航', 'organiser')).toMatchObject({ ok: true, told: true })
    expect(stage.permissionsOf('周航')).toEqual([])
    expect(stage.deeds()).toEqual(['office.end'])
    expect(stage.told()).toEqual([stage.account('周航')])
  })

  test('one may lay down one’s own, and the secretary is told', () => {
    expect(ends('周航', '周航', 'organiser').ok).toBe(true)
    expect(stage.told()).toEqual([stage.account('陈敏')])
  })

  test('nobody else ends an office, and nobody ends the secretary’s', () => {
    for (const by of ['李晓雯', '孙悦', '高峰'] as const) {
      expect(ends(by, '周航', 'organiser')).toEqual({ ok: false, reason: 'notAllowed' })
      expect(ends(by, '陈敏', 'secretary')).toEqual({ ok: false, reason: 'notAllowed' })
    }
    stage.gives('孙悦', 'deputySecretary')
    expect(ends('孙悦', '周航', 'organiser')).toEqual({ ok: false, reason: 'notAllowed' })
    expect(ends('陈敏', '陈敏', 'secretary')).toEqual({ ok: false, reason: 'lastSecretary' })
    expect(stage.rows('audit')).toEqual([])
  })

  test('an office that has ended is not ended again', () => {
    const id = periodOf('周航', 'organiser')
    const end = () => stage.store.work((w) => endOffice(w, stage.who('陈敏'), id))
    expect(end().ok).toBe(true)
    expect(end()).toEqual({ ok: false, reason: 'over' })
  })

  test('who leaves on a day loses all offices that day, and what they were asked', () => {
    stage.gives('周航', 'publicist')
    stage.offers('陈敏', '周航', 'deputySecretary')
    stage.store.work((w) =>
      endAllOffices(w, {
        branch: stage.branch,
        person: stage.person('周航'),
        at: at('2026-12-01'),
      }),
    )
    expect(stage.open()).toEqual([])
    expect(stage.permissionsOf('周航')).toContain('leave.decide')
    stage.on('2026-12-01 00:00')
    expect(stage.permissionsOf('周航')).toEqual([])
  })
})

describe('a branch without a secretary', () => {
  const orphaned = () => stage.store.look((w) => isOrphaned(w, stage.branch))

  test('is one whose secretary’s time is over, or who has no account any more', () => {
    expect(orphaned()).toBe(false)
    stage.unlink('陈敏')
    expect(orphaned()).toBe(true)
    stage.store.work((w) =>
      changeAccount(w, stage.account('陈敏') as AccountId, { personId: stage.person('陈敏') }),
    )
    stage.raw.exec(
      `update office_periods set until_at = ${at('2026-11-25 10:00').getTime()} where office = 'secretary' and branch_id = ${stage.branch}`,
    )
    expect(orphaned()).toBe(true)
    expect(stage.store.look((w) => isOrphaned(w, stage.other))).toBe(false)
  })

  test('the last secretary is known, today and on a day to come', () => {
    const last = (name: string, then = at('2026-11-25 10:00')) =>
      stage.store.look((w) => isLastSecretary(w, stage.branch, stage.person(name), then))
    expect([last('陈敏'), last('周航')]).toEqual([true, false])
    stage.offers('陈敏', '李晓雯', 'secretary', '2026-12-01')
    stage.accepts('李晓雯')
    expect(last('陈敏')).toBe(true)
    expect(last('陈敏', at('2026-12-01'))).toBe(false)
    expect(last('李晓雯', at('2026-12-01'))).toBe(true)
  })
})
