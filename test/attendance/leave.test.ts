// Asking for leave: from the card in three taps, or in one's own words; always in private.

import { describe, expect, test } from 'vitest'
import { openEvening } from './evening.ts'

const now = '2026-12-03 10:00'

describe('from the card', () => {
  test('three taps: 请假, a reason, and it waits for the organiser', async () => {
    const { person, group } = await openEvening({ now })
    const lee = person('李晓雯')
    await lee.presses('请假', group)
    const menu = await lee.last()
    expect(menu.text).toBe('12月4日培训请假，原因（只有书记和组织委员能看到）：')
    expect(menu.buttons.map((row) => row.map(({ label }) => label))).toEqual([
      ['出差公务', '身体不适'],
      ['家中有事', '其他'],
      ['不请了'],
    ])
    await lee.presses('出差公务')
    const receipt = await lee.last()
    expect(receipt.text).toBe('12月4日培训请假：出差公务\n已提交，等周航同志确认。')
    expect(receipt.buttons.flat().map(({ label }) => label)).toEqual(['补充一句', '撤回'])
  })

  test('takes an earlier 参加 back', async () => {
    const { person, group, card } = await openEvening({ now })
    await person('李晓雯').presses('参加', group)
    await person('李晓雯').presses('请假', group)
    await person('李晓雯').presses('身体不适')
    expect((await card()).text).toContain('已报名 0 人')
  })

  test('the group hears neither who is on leave nor why', async () => {
    const { person, group } = await openEvening({ now })
    await person('李晓雯').says('请假 去上海布展')
    await person('周航').presses('同意')
    const heard = (await person('陈敏').heard(group)).join('\n')
    expect(heard).not.toMatch(/李晓雯|布展|请假人/)
  })

  test('不请了 changes nothing', async () => {
    const { person, group, recorded } = await openEvening({ now })
    await person('李晓雯').presses('请假', group)
    await person('李晓雯').presses('不请了')
    expect((await person('李晓雯').last()).text).toBe('好的，没有请假。12月4日培训见。')
    expect(recorded()).toMatchObject({ 李晓雯: 'unrecorded' })
  })

  test('不请了 on an old menu does not deny a leave that was asked for since', async () => {
    const { person, group } = await openEvening({ now })
    const lee = person('李晓雯')
    await lee.presses('请假', group)
    const menu = await lee.last()
    await lee.says('请假 去上海布展')
    expect(await lee.pressesOn(menu, '不请了')).toBe('已经提交过了 ✅')
    expect((await lee.heard()).join('\n')).not.toContain('没有请假')
  })

  test('a second press shows the leave that stands, and makes no second one', async () => {
    const { person, group } = await openEvening({ now })
    const lee = person('李晓雯')
    await lee.presses('请假', group)
    const menu = await lee.last()
    await lee.presses('出差公务')
    await lee.presses('请假', group)
    expect((await lee.last()).text).toContain('已提交，等周航同志确认。')
    expect(menu.buttons.flat()).toHaveLength(5)
    await person('周航').says('/todo')
    expect((await person('周航').last()).text).toContain('12月4日培训 · 待确认请假 1 人')
  })

  test('pressed on two devices at once it is one leave', async () => {
    const { story, person, group } = await openEvening({ now })
    const lee = person('李晓雯')
    await lee.presses('请假', group)
    const menu = await lee.last()
    lee.person.presses(menu, '家中有事')
    const second = lee.person.presses(menu, '身体不适')
    await story.settle()
    expect(second.answer?.text).toBe('已经提交过了 ✅')
    expect((await lee.last()).text).toContain('家中有事')
  })

  test('by somebody unclaimed asks who they are first, then for the reason', async () => {
    const { person, group } = await openEvening({ now })
    const wang = person('王建国')
    await wang.presses('请假', group)
    await wang.says('王建国 1962')
    await wang.presses('是我')
    expect((await wang.last()).text).toBe('12月4日培训请假，原因（只有书记和组织委员能看到）：')
  })

  test('by a member of another branch is refused at once', async () => {
    const { person, group } = await openEvening({ now })
    expect(await person('马丽').presses('请假', group)).toBe(
      '这是支部党员的报名。旁听请找周航同志登记列席。',
    )
  })
})

describe('in one’s own words', () => {
  test.each([
    ['请假 去上海布展', '12月4日培训请假：其他：去上海布展'],
    ['/leave 出差公务', '12月4日培训请假：出差公务'],
    ['请假，孩子发烧', '12月4日培训请假：身体不适：孩子发烧'],
  ])('%s', async (said, expected) => {
    const { person } = await openEvening({ now })
    await person('孙悦').says(said)
    expect((await person('孙悦').last()).text).toBe(`${expected}\n已提交，等周航同志确认。`)
  })

  test('请假 alone asks for the reason', async () => {
    const { person } = await openEvening({ now })
    await person('孙悦').says('请假')
    expect((await person('孙悦').last()).text).toContain('原因（只有书记和组织委员能看到）')
  })

  test('a reason with signs of markup arrives as it was written', async () => {
    const { person } = await openEvening({ now })
    await person('孙悦').says('请假 <b>=1+1</b> & 出差')
    expect((await person('周航').last()).text).toContain('孙悦｜出差公务：<b>=1+1</b> & 出差')
  })

  test('without a session ahead it says so', async () => {
    const { person } = await openEvening({ now })
    await person('马丽').says('请假 出差')
    expect((await person('马丽').last()).text).toBe('最近没有需要请假的活动。')
  })

  test('somebody unknown is told how to become known', async () => {
    const { person } = await openEvening({ now })
    await person('路人').opens()
    await person('路人').says('请假 出差')
    expect((await person('路人').last()).text).toContain('请在支部群里点“认领身份”')
  })
})

describe('afterwards', () => {
  test('a sentence can be added; a sticker is not one', async () => {
    const { story, person } = await openEvening({ now })
    const sun = person('孙悦')
    await sun.says('请假 家中有事')
    await sun.presses('补充一句')
    sun.person.sendsSticker(story.bot)
    await story.settle()
    expect((await sun.last()).text).toBe('请发文字，一句话就行。不写了就发“取消”。')
    await sun.says('孩子家长会')
    expect((await sun.last()).text).toContain('12月4日培训请假：家中有事：孩子家长会')
  })

  test('once it is decided 补充一句 shows the decision instead of asking for words nobody reads', async () => {
    const { person } = await openEvening({ now })
    await person('孙悦').says('请假 家中有事')
    const receipt = await person('孙悦').last()
    await person('周航').presses('同意')
    await person('孙悦').pressesOn(receipt, '补充一句')
    expect((await person('孙悦').heard()).join('\n')).not.toContain('请写一句')
    const [shown] = person('孙悦')
      .sees()
      .filter(({ id }) => id === receipt.id)
    expect(shown?.text).toContain('周航同志已同意您的请假。')
  })

  test('it can be taken back, twice with the same answer', async () => {
    const { person, recorded } = await openEvening({ now })
    const sun = person('孙悦')
    await sun.says('请假 家中有事')
    const receipt = await sun.last()
    await sun.presses('撤回')
    await sun.pressesOn(receipt, '撤回')
    expect((await sun.last()).text).toBe('12月4日培训的请假已撤回。来得了的话点“参加”。')
    await sun.presses('参加')
    expect((await sun.last()).text).toBe('✅ 已登记参加12月集中培训，12月4日19:00见。')
    expect(recorded()).toMatchObject({ 孙悦: 'unrecorded' })
  })

  test('after the check-in is closed it cannot be taken back any more', async () => {
    const { story, person, recorded } = await openEvening({ now: '2026-12-04 18:00' })
    const sun = person('孙悦')
    await sun.says('请假 家中有事')
    const receipt = await sun.last()
    await story.until('2026-12-04 19:30')
    expect(await sun.pressesOn(receipt, '撤回')).toContain('已经结束')
    expect(recorded()).toMatchObject({ 孙悦: 'excused' })
  })

  test('whoever checked in needs no leave', async () => {
    const { person } = await openEvening({ now: '2026-12-04 18:52' })
    await person('孙悦').says('签到')
    await person('孙悦').says('请假 出差')
    expect((await person('孙悦').last()).text).toBe('您 18:52 已签过到，不用请假。')
  })
})
