// Reminders go, in private, only to those not heard from; then a human takes over.

import { describe, expect, test } from 'vitest'
import { openEvening } from './evening.ts'

const now = '2026-12-03 18:00'
const reminded = (heard: readonly string[]) =>
  heard.filter((text) => text.includes('还没收到您的回执'))

describe('the evening before', () => {
  test('only those expected who have neither answered nor asked for leave are reminded', async () => {
    const { story, person, group } = await openEvening({ now })
    await person('孙悦').presses('参加', group)
    await person('赵一鸣').says('请假 出差')
    await story.until('2026-12-03 18:30')
    expect(reminded(await person('李晓雯').heard())).toEqual([
      [
        '李晓雯同志，您好。明晚 19:00 有集中培训「文创企业版权保护党课」，园区党群服务中心二楼，还没收到您的回执。',
        '来不了也没关系，点一下请假就好。',
      ].join('\n'),
    ])
    for (const name of ['孙悦', '赵一鸣', '林涛', '马丽', '高峰']) {
      expect(reminded(await person(name).heard()), name).toEqual([])
    }
  })

  test('one tap answers it, in the same message', async () => {
    const { story, person, card } = await openEvening({ now })
    await story.until('2026-12-03 18:30')
    const lee = person('李晓雯')
    expect(await lee.presses('参加')).toBe('已过回执时间，也帮您登记上了 ✅')
    expect((await lee.last()).text).toBe('✅ 已登记参加12月集中培训，12月4日19:00见。')
    expect((await card()).text).toContain('李晓雯')
    await lee.presses('请假')
    await lee.presses('身体不适')
    expect((await card()).text).not.toContain('李晓雯')
  })

  test('pressing 参加 there twice changes nothing the second time', async () => {
    const { story, person, card } = await openEvening({ now })
    await story.until('2026-12-03 18:30')
    const reminder = await person('李晓雯').last()
    await person('李晓雯').pressesOn(reminder, '参加')
    expect(await person('李晓雯').pressesOn(reminder, '参加')).toBe('已经登记过了 ✅')
    expect((await card()).text).toContain('已报名 1 人：李晓雯')
  })

  test('nobody who answered while the program was down is reminded afterwards', async () => {
    const { story, person } = await openEvening({ now })
    person('李晓雯').person.says(story.bot, '请假 出差')
    await story.downUntil('2026-12-03 19:10')
    expect(reminded(await person('李晓雯').heard())).toEqual([])
    expect(reminded(await person('孙悦').heard())).toHaveLength(1)
  })

  test('a program that comes back at night waits for the morning, and then says 今晚', async () => {
    const { story, person } = await openEvening({ now })
    await story.downUntil('2026-12-03 23:00')
    expect(reminded(await person('李晓雯').heard())).toEqual([])
    await story.downUntil('2026-12-04 08:30')
    expect(reminded(await person('李晓雯').heard())).toEqual([
      expect.stringContaining('今晚 19:00 有集中培训'),
    ])
  })

  test('a training published after that time reminds nobody of an answer', async () => {
    const { story, person } = await openEvening({ now: '2026-12-04 16:00' })
    await story.until('2026-12-04 18:30')
    expect(reminded(await person('李晓雯').heard())).toEqual([])
  })
})

describe('two hours before', () => {
  test('those who come are told without a sound', async () => {
    const { story, person, group } = await openEvening({ now: '2026-12-04 16:30' })
    await person('孙悦').presses('参加', group)
    await story.until('2026-12-04 17:00')
    const told = await person('孙悦').last()
    expect(told.text).toBe('今晚 19:00 培训，园区党群服务中心二楼见。')
    expect(told.silent).toBe(true)
    await person('孙悦').presses('临时有事，请假')
    expect((await person('孙悦').last()).text).toContain('请假，原因')
  })

  test('the organiser gets one line about those not heard from, in private', async () => {
    const { story, person, group } = await openEvening({ now })
    person('何雨桐').person.blocks(story.bot)
    for (const name of ['陈敏', '周航', '孙悦', '赵一鸣']) await person(name).presses('参加', group)
    await story.until('2026-12-03 18:30')
    await story.downUntil('2026-12-04 17:00')
    const line = await person('周航').last()
    expect(line.text).toBe(
      '12月4日培训：还有 3 位没有回执：李晓雯（提醒后未回应）、何雨桐（联系不上）、王建国（还没认领身份）。',
    )
    expect(line.buttons.flat()).toEqual([
      {
        label: '复制一段问候',
        copies:
          '您好，12月4日（周五）19:00有集中培训，地点园区党群服务中心二楼。能来吗？来不了跟我说一声就好。',
      },
    ])
    expect((await person('陈敏').heard(group)).join()).not.toMatch(/李晓雯|王建国|何雨桐/)
  })

  test('nobody gets a third reminder, not even after a restart', async () => {
    const { story, person } = await openEvening({ now })
    await story.until('2026-12-03 18:30')
    await person('李晓雯').presses('参加')
    await story.downUntil('2026-12-04 17:00')
    await story.downUntil('2026-12-04 17:20')
    const about = (await person('李晓雯').heard()).filter((text) => /回执|培训，园区/.test(text))
    expect(about).toHaveLength(1)
    expect((await person('李晓雯').last()).text).toContain('今晚 19:00 培训')
  })
})
