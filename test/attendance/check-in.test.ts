// Checking in: by the link on the card, or by typing 签到; judged by when it was sent.

import { describe, expect, test } from 'vitest'
import { openEvening } from './evening.ts'

describe('in the window', () => {
  test('the card opens the private chat and one is in', async () => {
    const { story, person, group, line } = await openEvening({ now: '2026-12-04 18:25' })
    await story.until('2026-12-04 18:30')
    await person('李晓雯').presses('我到了，签到', group)
    expect((await person('李晓雯').last()).text).toBe(
      '✅ 签到成功　18:30　第 1 位到场。欢迎，李晓雯同志。',
    )
    expect(line('李晓雯')).toMatchObject({ state: 'present', late: false, source: 'selfReported' })
  })

  test.each(['签到', '/checkin'])(
    '%s does the same, also before the clock has opened it',
    async (said) => {
      const { person, recorded, card } = await openEvening({ now: '2026-12-04 18:52' })
      await person('孙悦').says(said)
      await person('李晓雯').says(said)
      expect((await person('李晓雯').last()).text).toContain('18:52　第 2 位到场')
      expect(recorded()).toMatchObject({ 李晓雯: 'present', 孙悦: 'present', 周航: 'unrecorded' })
      expect((await card()).buttons[0]).toEqual(['📍 我到了，签到'])
    },
  )

  test('a second time says since when, and writes nothing', async () => {
    const { story, person } = await openEvening({ now: '2026-12-04 18:52' })
    await person('李晓雯').says('签到')
    await story.until('2026-12-04 19:15')
    await person('李晓雯').says('签到')
    expect((await person('李晓雯').last()).text).toBe('您 18:52 已签过到 ✅')
    expect(story.data.raw.prepare('select count(*) from marks').pluck().get()).toBe(1)
  })

  test('after ten past it is late, and says whom to tell', async () => {
    const { person, line } = await openEvening({ now: '2026-12-04 19:16' })
    await person('李晓雯').says('签到')
    expect((await person('李晓雯').last()).text).toBe(
      '✅ 19:16 已签到（记为迟到，如有特殊情况可告诉周航同志）',
    )
    expect(line('李晓雯')).toMatchObject({ state: 'present', late: true })
  })

  test('somebody unclaimed says who they are and is in, without pressing again', async () => {
    const { story, person, group, recorded } = await openEvening({ now: '2026-12-04 18:25' })
    await story.until('2026-12-04 18:30')
    const wang = person('王建国')
    await wang.presses('我到了，签到', group)
    await wang.says('王建国 1962')
    await wang.presses('是我')
    expect((await wang.heard()).join('\n')).toContain('第 1 位到场。欢迎，王建国同志。')
    expect(recorded()).toMatchObject({ 王建国: 'present' })
  })

  test('somebody sitting in is welcome, beside the count', async () => {
    const { person, line } = await openEvening({ now: '2026-12-04 18:52' })
    await person('林涛').says('签到')
    expect(line('林涛')).toMatchObject({ state: 'present', place: 'sittingIn' })
  })

  test('a waiting request for leave is not asked about any more', async () => {
    const { person } = await openEvening({ now: '2026-12-04 18:40' })
    await person('李晓雯').says('请假 出差')
    await person('李晓雯').says('签到')
    expect(await person('周航').presses('同意')).toBe('本人已经撤回这次请假。')
  })
})

describe('outside it', () => {
  test('too early: when it opens', async () => {
    const { person } = await openEvening({ now: '2026-12-04 17:00' })
    await person('李晓雯').says('签到')
    expect((await person('李晓雯').last()).text).toBe('18:30 开放签到，到时再点一下就行。')
  })

  test('on another day: when the next one is', async () => {
    const { person } = await openEvening({ now: '2026-12-03 09:00' })
    await person('李晓雯').says('签到')
    expect((await person('李晓雯').last()).text).toBe(
      '当前没有正在签到的活动。下一次是12月4日（周五）19:00 集中培训，18:30 开放签到。',
    )
    await person('马丽').says('签到')
    expect((await person('马丽').last()).text).toBe('当前没有正在签到的活动。')
  })

  test('too late: whom to tell', async () => {
    const { story, person, recorded } = await openEvening({ now: '2026-12-04 19:25' })
    await story.until('2026-12-04 19:35')
    await person('李晓雯').says('签到')
    expect((await person('李晓雯').last()).text).toBe(
      '签到已结束。确实到场的话请告诉周航同志补登。',
    )
    expect(recorded()).toMatchObject({ 李晓雯: 'unrecorded' })
  })

  test('sent in time but held up, it counts', async () => {
    const { story, person, line } = await openEvening({ now: '2026-12-04 19:05' })
    person('李晓雯').person.says(story.bot, '签到')
    await story.downUntil('2026-12-04 21:00')
    expect((await person('李晓雯').last()).text).toContain('签到成功　19:05')
    expect(line('李晓雯')).toMatchObject({ state: 'present', late: false })
  })

  test('sent in time and heard after the closing, it still counts until the lock', async () => {
    const { story, person, recorded } = await openEvening({ now: '2026-12-04 19:05' })
    const held = story.clock.now()
    await story.until('2026-12-04 19:40')
    story.clock.set(held)
    person('李晓雯').person.says(story.bot, '签到')
    story.clock.set(new Date('2026-12-04T11:41:00Z'))
    await story.settle()
    expect((await person('李晓雯').last()).text).toContain('签到成功　19:05')
    expect(recorded()).toMatchObject({ 李晓雯: 'present' })
  })

  test('a member of another branch, and somebody unknown', async () => {
    const { story, person, group } = await openEvening({ now: '2026-12-04 18:25' })
    await story.until('2026-12-04 18:30')
    await person('马丽').presses('我到了，签到', group)
    expect((await person('马丽').last()).text).toBe(
      '这是青砖里文创园联合党支部的签到。需要列席请找周航同志。',
    )
    await person('路人').opens()
    await person('路人').says('签到')
    expect((await person('路人').last()).text).toContain('认领身份')
  })
})

describe('taking it back', () => {
  test('works once, and the second press says so', async () => {
    const { person, recorded } = await openEvening({ now: '2026-12-04 18:52' })
    await person('李晓雯').says('签到')
    const receipt = await person('李晓雯').last()
    expect(await person('李晓雯').presses('撤销')).toBe('已撤销')
    expect((await person('李晓雯').last()).text).toBe('已撤销签到。到场后再签一次就行。')
    expect(recorded()).toMatchObject({ 李晓雯: 'unrecorded' })
    expect(await person('李晓雯').pressesOn(receipt, '撤销')).toBe('已经撤销过了。')
    await person('李晓雯').says('签到')
    expect(recorded()).toMatchObject({ 李晓雯: 'present' })
  })

  test('what the organiser wrote in the roll-call stays', async () => {
    const { person, recorded } = await openEvening({ now: '2026-12-04 18:52' })
    await person('李晓雯').says('签到')
    const receipt = await person('李晓雯').last()
    await person('李晓雯').presses('撤销')
    await person('周航').says('/rollcall')
    await person('周航').presses('李晓雯')
    expect(await person('李晓雯').pressesOn(receipt, '撤销')).toBe(
      '这条是现场点名登记的，要改请找周航同志。',
    )
    expect(recorded()).toMatchObject({ 李晓雯: 'present' })
  })
})
