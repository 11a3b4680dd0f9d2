// The end of the check-in: summed up in private, confirmed by a person, locked for good.

import { describe, expect, test } from 'vitest'
import { openEvening } from './evening.ts'

const labels = (message: { buttons: readonly (readonly { label: string }[])[] }) =>
  message.buttons.flat().map(({ label }) => label)

async function untilClosed() {
  const evening = await openEvening({ now: '2026-12-04 18:52' })
  const { story, person } = evening
  for (const name of ['周航', '李晓雯', '何雨桐']) await person(name).says('签到')
  await person('孙悦').says('请假 出差')
  await person('周航').presses('同意')
  await story.until('2026-12-04 19:15')
  await person('赵一鸣').says('签到')
  await story.until('2026-12-04 19:30')
  return evening
}

describe('half an hour after the start', () => {
  test('the organiser gets the count and who is missing, in private', async () => {
    const { person, group } = await untilClosed()
    const summary = await person('周航').last()
    expect(summary.text).toBe(
      '12月4日培训签到小结：应到 7　到会 4（迟到 1）　请假 1　未到 2\n未到：陈敏、王建国',
    )
    expect(labels(summary)).toEqual(['补登记…', '✅ 结束签到'])
    expect((await person('李晓雯').heard(group)).join()).not.toMatch(/未到|王建国/)
  })

  test('leaves are written down; who is missing is not absent until a person says so', async () => {
    const { person, recorded, line } = await untilClosed()
    expect(line('孙悦')).toMatchObject({ state: 'excused', source: 'leave' })
    expect(recorded()).toMatchObject({ 陈敏: 'unrecorded', 王建国: 'unrecorded' })
    expect(await person('周航').presses('结束签到')).toBe('已结束签到，2 位记为未到')
    expect(recorded()).toMatchObject({ 陈敏: 'absent', 王建国: 'absent' })
    expect(labels(await person('周航').last())).toEqual(['补登记…', '🔒 确认并锁定'])
  })

  test('a second press on another device changes nothing', async () => {
    const { story, person } = await untilClosed()
    const summary = await person('周航').last()
    await person('周航').pressesOn(summary, '结束签到')
    expect(await person('周航').pressesOn(summary, '结束签到')).toBe('签到已结束 ✅')
    const closings = "select count(*) from audit where action = 'attendance.close'"
    expect(story.data.raw.prepare(closings).pluck().get()).toBe(1)
  })

  test('a program that was down all evening still ends it once, and sums up', async () => {
    const { story, person, card } = await openEvening({ now: '2026-12-04 18:20' })
    await story.downUntil('2026-12-04 21:00')
    const summaries = (await person('周航').heard()).filter((text) => text.includes('签到小结'))
    expect(summaries).toHaveLength(1)
    expect((await card()).text).toContain('已结束，到会 0 人')
  })
})

describe('by hand', () => {
  test('the organiser can end it after the start, from the roll-call', async () => {
    const { story, person, recorded } = await openEvening({ now: '2026-12-04 19:05' })
    await person('周航').says('/rollcall')
    await person('周航').presses('王建国')
    await person('周航').presses('完成')
    await person('周航').presses('结束签到')
    expect(recorded()).toMatchObject({ 王建国: 'present', 李晓雯: 'absent' })
    await story.until('2026-12-04 19:06')
    await person('李晓雯').says('签到')
    expect((await person('李晓雯').last()).text).toContain('签到已结束')
  })

  test('not before the start', async () => {
    const { person, recorded } = await openEvening({ now: '2026-12-04 18:52' })
    await person('周航').says('/rollcall')
    await person('周航').presses('完成')
    expect(await person('周航').presses('结束签到')).toBe('19:00 开始以后再结束签到。')
    expect(recorded()).toMatchObject({ 李晓雯: 'unrecorded' })
  })

  test('somebody forgotten can be added until the lock, and the card counts them', async () => {
    const { story, person, recorded, card } = await untilClosed()
    await person('周航').presses('结束签到')
    await story.until('2026-12-04 20:30')
    await person('周航').presses('补登记')
    await person('周航').presses('王建国')
    expect(recorded()).toMatchObject({ 王建国: 'present' })
    expect((await card()).text).toContain('到会 5 人')
  })
})

describe('locking', () => {
  test('fixes the record: nobody can change it any more, and everybody hears why', async () => {
    const { person, recorded } = await untilClosed()
    const receipt = await person('李晓雯').last()
    await person('周航').presses('结束签到')
    const summary = await person('周航').last()
    expect(await person('周航').presses('确认并锁定')).toBe('已锁定 ✅')
    const locked = recorded()
    expect((await person('周航').last()).text).toContain('🔒 已确认并锁定，不能再改。')
    expect(labels(await person('周航').last())).toEqual([])
    expect(await person('周航').pressesOn(summary, '补登记')).toBe('考勤已经锁定，不能再改。')
    expect(await person('周航').pressesOn(summary, '确认并锁定')).toBe('已经锁定了 ✅')
    expect(await person('李晓雯').pressesOn(receipt, '撤销')).toContain('考勤已经锁定')
    await person('陈敏').says('签到')
    expect((await person('陈敏').last()).text).toContain('签到已结束')
    expect(recorded()).toEqual(locked)
  })

  test('the group hears the count, not who was missing', async () => {
    const { person, group, card } = await untilClosed()
    await person('周航').presses('结束签到')
    await person('周航').presses('确认并锁定')
    expect((await card()).text).toBe('12月集中培训已结束，到会 4 人。感谢主讲老师和各位同志。')
    expect((await person('陈敏').heard(group)).join()).not.toContain('王建国')
  })
})

describe('what waits', () => {
  test('/me names the open invitation, then the leave', async () => {
    const { person } = await openEvening({ now: '2026-12-03 10:00' })
    await person('李晓雯').says('/me')
    expect((await person('李晓雯').last()).text).toContain('12月4日培训，还没有您的回执')
    await person('李晓雯').presses('回复邀请')
    await person('李晓雯').presses('请假')
    await person('李晓雯').presses('出差公务')
    await person('李晓雯').says('/me')
    expect((await person('李晓雯').last()).text).toContain(
      '12月4日培训请假：出差公务，已提交，等周航同志确认。',
    )
    await person('李晓雯').presses('看请假')
    await person('李晓雯').presses('撤回')
    expect((await person('李晓雯').last()).text).toContain('已撤回')
  })

  test('/todo names leaves to decide and the session to lock, only to the office', async () => {
    const { person } = await untilClosed()
    await person('周航').says('/todo')
    expect((await person('周航').last()).text).toContain('12月4日培训的考勤还没有锁定')
    await person('高峰').says('/todo')
    expect((await person('高峰').last()).text).not.toContain('12月4日')
  })
})
