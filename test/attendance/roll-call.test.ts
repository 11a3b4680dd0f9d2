// The organiser's roll-call: a grid of names, one tap a person, every tap written down.

import { describe, expect, test } from 'vitest'
import { rollCall } from '../../src/attendance/messages/roll-call.ts'
import { tallyOf } from '../../src/attendance/rules/tally.ts'
import type { PersonId } from '../../src/kernel/ids.ts'
import { openEvening } from './evening.ts'
import { december } from './occasion.ts'

const now = '2026-12-04 18:52'

describe('the grid', () => {
  test('shows the roll in its order, who is here and who is on leave', async () => {
    const { person } = await openEvening({ now })
    await person('李晓雯').says('签到')
    await person('孙悦').says('请假 出差')
    await person('周航').presses('同意')
    await person('周航').says('点名')
    const grid = await person('周航').last()
    expect(grid.text).toBe(
      '📋 12月4日培训点名\n应到 7　到会 1　请假 1\n点名字记到会，再点一次取消。',
    )
    expect(grid.buttons.map((row) => row.map(({ label }) => label))).toEqual([
      ['陈敏', '周航'],
      ['李晓雯 ✓', '孙悦（假）'],
      ['赵一鸣', '何雨桐'],
      ['林涛（列席）', '王建国'],
      ['全部剩余记到会…', '完成'],
    ])
  })

  test('a tap records, the next takes it back; both are written down', async () => {
    const { story, person, line, recorded } = await openEvening({ now })
    await person('周航').says('/rollcall')
    expect(await person('周航').presses('王建国')).toBe('王建国 到会 ✓')
    expect(line('王建国')).toMatchObject({ state: 'present', source: 'rollCall' })
    expect(await person('周航').presses('王建国')).toBe('王建国 的到会已取消')
    expect(recorded()).toMatchObject({ 王建国: 'unrecorded' })
    const deeds = story.data.raw
      .prepare(
        "select json_extract(detail, '$.from', '$.to') from audit where action = 'attendance.mark'",
      )
      .pluck()
      .all()
    expect(deeds).toEqual(['["unrecorded","present"]', '["present","none"]'])
  })

  test('an old grid on another device turns nothing back', async () => {
    const { person, recorded } = await openEvening({ now })
    await person('周航').says('/rollcall')
    const old = await person('周航').last()
    await person('周航').pressesOn(old, '王建国')
    expect(await person('周航').pressesOn(old, '王建国')).toBe('王建国 已经记到会了 ✓')
    expect(recorded()).toMatchObject({ 王建国: 'present' })
  })

  test('all the rest takes one question and leaves those on leave alone', async () => {
    const { person, recorded } = await openEvening({ now })
    await person('孙悦').says('请假 出差')
    await person('周航').presses('同意')
    await person('周航').says('/rollcall')
    await person('周航').presses('全部剩余')
    expect((await person('周航').last()).text).toBe(
      '还有 6 位没有记录，全部记为到会？请假的 1 位不变。',
    )
    await person('周航').presses('返回')
    expect(recorded()).toMatchObject({ 陈敏: 'unrecorded' })
    await person('周航').presses('全部剩余')
    expect(await person('周航').presses('确认记到会')).toBe('6 位记到会 ✓')
    expect(recorded()).toEqual({
      陈敏: 'present',
      周航: 'present',
      李晓雯: 'present',
      孙悦: 'excused',
      赵一鸣: 'present',
      何雨桐: 'present',
      林涛: 'unrecorded',
      王建国: 'present',
    })
  })
})

describe('who may, and when', () => {
  test('members are told what they can do instead', async () => {
    const { person } = await openEvening({ now })
    await person('李晓雯').says('/rollcall')
    expect((await person('李晓雯').last()).text).toBe(
      '点名是书记和组织委员用的功能。到场了请发“签到”。',
    )
  })

  test('another branch has nothing to call', async () => {
    const { person } = await openEvening({ now })
    await person('高峰').says('/rollcall')
    expect((await person('高峰').last()).text).toBe('现在没有可以点名的活动。')
  })

  test('before the check-in opens there is nothing to call', async () => {
    const { person } = await openEvening({ now: '2026-12-04 17:00' })
    await person('周航').says('/rollcall')
    expect((await person('周航').last()).text).toBe('现在没有可以点名的活动。')
  })
})

test('eight names a page, two in a row, the rest behind 下页', () => {
  const branch = { id: december.branch, name: '青砖里', zone: 'Asia/Shanghai', path: '1/' }
  const occasion = { session: december, branch, contact: '周航同志', now: december.startsAt }
  const lines = Array.from({ length: 18 }, (_, at) => ({
    person: (at + 1) as PersonId,
    name: `党员${at + 1}`,
    place: 'expected' as const,
    state: 'unrecorded' as const,
    late: false,
  }))
  const page = (number: number) => {
    const { buttons = [] } = rollCall({ occasion, tally: tallyOf(lines), lines, page: number })
    return buttons.map((row) => row.map(({ label }) => label))
  }
  expect(page(0)).toEqual([
    ['党员1', '党员2'],
    ['党员3', '党员4'],
    ['党员5', '党员6'],
    ['党员7', '党员8'],
    ['1/3', '下页 ▶'],
    ['全部剩余记到会…', '完成'],
  ])
  expect(page(1).at(-2)).toEqual(['◀ 上页', '2/3', '下页 ▶'])
  expect(page(2).slice(0, 2)).toEqual([
    ['党员17', '党员18'],
    ['◀ 上页', '3/3'],
  ])
})
