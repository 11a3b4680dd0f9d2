// The organiser's roll-call: a grid of names, one tap a person, every tap written down.

import { describe, expect, test } from 'vitest'
import { parseRosterLines } from '../../src/members/rules/roster-lines.ts'
import { saveMember } from '../support/roster.ts'
import { openEvening } from './evening.ts'

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

describe('with more names than a page holds', () => {
  async function openLargeEvening() {
    const evening = await openEvening({ now: '2026-12-04 18:20' })
    const lines = ['冯丽 7701', '杨博 7702'].flatMap((text) => parseRosterLines(text).lines)
    const { story, branch } = evening
    story.app.store.work((w) => {
      for (const line of lines) saveMember(w, branch, line, '2026-12-01')
    })
    await story.until('2026-12-04 18:52')
    const organiser = evening.person('周航')
    await organiser.says('/rollcall')
    await organiser.presses('🔍 找人')
    return { story, organiser }
  }

  test('somebody is found by a few letters and recorded from there', async () => {
    const { story, organiser } = await openLargeEvening()
    await organiser.says('wjg')
    const found = await organiser.last()
    expect(found.text).toBe('“wjg”：请点名字。')
    expect(found.buttons.flat().map(({ label }) => label)).toEqual(['王建国', '看全部'])
    expect(await organiser.presses('王建国')).toBe('王建国 到会 ✓')
    const marks = story.data.raw.prepare("SELECT state FROM marks WHERE source = 'rollCall'")
    expect(marks.all()).toEqual([{ state: 'present' }])
  })

  test('whoever is recorded from the second page is seen there', async () => {
    const { organiser } = await openLargeEvening()
    await organiser.presses('返回')
    await organiser.presses('下页 ▶')
    await organiser.presses('杨博')
    const labels = (await organiser.last()).buttons.flat().map(({ label }) => label)
    expect(labels.slice(0, 3)).toEqual(['冯丽', '杨博 ✓', '◀ 上页'])
  })

  test('that nobody is called so is said, and the next try counts', async () => {
    const { organiser } = await openLargeEvening()
    await organiser.says('欧阳锋')
    expect((await organiser.last()).text).toContain('没找到“欧阳锋”')
    await organiser.says('7701')
    expect((await organiser.last()).buttons[0]?.map(({ label }) => label)).toEqual(['冯丽'])
  })

  test('a search of somebody who runs nothing here finds nobody', async () => {
    const { organiser, story } = await openLargeEvening()
    const button = (await organiser.last()).buttons.flat().find(({ label }) => label === '返回')
    const query = story.person('高峰').forges(button?.data ?? '')
    await story.settle()
    expect(query.answer?.text).toBe('这条消息旧了，或者不是您可以选的。请从菜单里重新开始。')
  })
})
