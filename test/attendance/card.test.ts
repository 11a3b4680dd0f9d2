// The card in the group: rings once, counts live, and says yes for people in one tap.

import { describe, expect, test } from 'vitest'
import { card as cardOf } from '../../src/attendance/messages/card.ts'
import { plain } from '../../src/kernel/html.ts'
import { openEvening } from './evening.ts'
import { december } from './occasion.ts'

describe('the card', () => {
  test('says what, when and where, and asks nobody to confirm having read it', async () => {
    const { person, group } = await openEvening()
    const card = await person('王建国').last(group)
    expect(card.text).toBe(
      [
        '📚 12月集中培训',
        '文创企业版权保护党课',
        '🗓 12月4日（周五）19:00–20:30',
        '📍 园区党群服务中心二楼',
        '已报名 0 人',
        '看到即可，不用回复“收到”。',
      ].join('\n'),
    )
    expect(card.silent).toBe(false)
    expect(card.buttons.flat().map(({ label }) => label)).toEqual(['✅ 参加', '🙏 请假'])
  })

  test('names those who said yes in the order of the roster, in the same message', async () => {
    const { person, group, card } = await openEvening()
    await person('孙悦').presses('参加', group)
    await person('周航').presses('参加', group)
    expect((await card()).text).toContain('已报名 2 人：周航、孙悦\n')
    expect(
      person('陈敏')
        .sees(group)
        .filter(({ text }) => text.includes('已报名')),
    ).toHaveLength(1)
  })

  test('offers the check-in while it is open, nothing afterwards, and ends with the count', async () => {
    const { story, person, group, card } = await openEvening({ now: '2026-12-04 18:00' })
    await story.until('2026-12-04 18:30')
    expect((await card()).buttons).toEqual([['📍 我到了，签到'], ['✅ 参加', '🙏 请假']])
    await person('李晓雯').presses('签到', group)
    await person('林涛').presses('签到', group)
    await story.until('2026-12-04 19:30')
    expect((await card()).buttons).toEqual([])
    await story.until('2026-12-04 20:30')
    expect(await card()).toEqual({
      text: '12月集中培训已结束，到会 1 人。感谢主讲老师和各位同志。',
      buttons: [],
    })
  })
})

describe('参加', () => {
  test('is one tap, and a second one takes it back', async () => {
    const { person, group, card } = await openEvening()
    const lee = person('李晓雯')
    expect(await lee.presses('参加', group)).toBe('已登记参加，12月4日19:00见 ✅ 再点一次可取消')
    expect((await card()).text).toContain('已报名 1 人：李晓雯')
    expect(await lee.presses('参加', group)).toBe('已取消登记。来不了记得点“请假”')
    expect((await card()).text).toContain('已报名 0 人')
  })

  test('is welcome after the asked-for time too', async () => {
    const { person, group } = await openEvening({ now: '2026-12-04 12:00' })
    expect(await person('李晓雯').presses('参加', group)).toBe('已过回执时间，也帮您登记上了 ✅')
  })

  test('takes an earlier leave back', async () => {
    const { person, group } = await openEvening()
    await person('李晓雯').says('请假 去上海布展')
    expect(await person('李晓雯').presses('参加', group)).toBe(
      '已登记参加，请假已撤回。12月4日19:00见 ✅',
    )
    await person('周航').says('/todo')
    expect((await person('周航').last()).text).not.toContain('待确认请假')
  })

  test('by somebody who has not claimed a name leads there, and is registered afterwards', async () => {
    const { person, group, card } = await openEvening()
    const wang = person('王建国')
    await wang.presses('参加', group)
    await wang.says('王建国 1962')
    await wang.presses('是我')
    expect((await wang.heard()).join('\n')).toContain('已顺便为您登记参加 12月4日培训。')
    expect((await card()).text).toContain('已报名 1 人：王建国')
  })

  test('by a member of another branch who is in the group is politely refused', async () => {
    const { person, group, card } = await openEvening()
    expect(await person('马丽').presses('参加', group)).toBe(
      '这是支部党员的报名。旁听请找周航同志登记列席。',
    )
    expect((await card()).text).toContain('已报名 0 人')
  })

  test('by somebody sitting in counts as an answer', async () => {
    const { person, group, card } = await openEvening()
    await person('林涛').presses('参加', group)
    expect((await card()).text).toContain('已报名 1 人：林涛')
  })

  test('on an old card says that it is over', async () => {
    const { story, person, group } = await openEvening({ now: '2026-12-04 18:00' })
    const old = await person('李晓雯').last(group)
    await story.until('2026-12-04 20:30')
    expect(await person('李晓雯').pressesOn(old, '✅ 参加')).toBe(
      '12月4日培训的报名和请假已经结束。有事请找周航同志。',
    )
  })
})

test('more than twenty names are cut on the card', () => {
  const branch = { id: december.branch, name: '青砖里', zone: 'Asia/Shanghai', path: '1/' }
  const occasion = { session: december, branch, contact: '周航同志', now: december.startsAt }
  const going = Array.from({ length: 26 }, (_, at) => `党员${at + 1}`)
  const text = plain(cardOf({ occasion, going, here: 0, isOver: false }).text)
  expect(text).toContain('、党员20 等 26 人')
  expect(text).not.toContain('党员21')
})
