// Those who decide hear of leaves together, agree in one tap, and say why when they do not.

import { describe, expect, test } from 'vitest'
import { decideLeave } from '../../src/attendance/actions/deciding.ts'
import { pendingLeaves } from '../../src/attendance/store/leaves.ts'
import { inPrivate } from './branches.ts'
import { openEvening } from './evening.ts'

const now = '2026-12-03 10:00'
const digests = (heard: readonly string[]) => heard.filter((text) => text.startsWith('🙏'))

describe('the digest', () => {
  test('comes at once for the first leave, then at most every half hour', async () => {
    const { story, person } = await openEvening({ now })
    const zhou = person('周航')
    await person('李晓雯').says('请假 去上海出差')
    expect(digests(await zhou.heard())).toEqual([
      '🙏 12月4日培训 · 待确认请假 1 人\n1 李晓雯｜出差公务：去上海出差',
    ])
    await person('赵一鸣').says('请假 家中有事')
    await person('孙悦').says('请假 身体不适')
    expect(digests(await zhou.heard())).toHaveLength(1)
    await story.until('2026-12-03 10:30')
    expect((await zhou.last()).text).toBe(
      [
        '🙏 12月4日培训 · 待确认请假 3 人',
        '1 李晓雯｜出差公务：去上海出差',
        '2 赵一鸣｜家中有事',
        '3 孙悦｜身体不适',
      ].join('\n'),
    )
  })

  test('waits through a restart', async () => {
    const { story, person } = await openEvening({ now })
    await person('李晓雯').says('请假 出差')
    await person('孙悦').says('请假 身体不适')
    await story.downUntil('2026-12-03 10:45')
    expect(digests(await person('周航').heard())).toHaveLength(2)
  })

  test('comes at once in the last three hours', async () => {
    const { person } = await openEvening({ now: '2026-12-04 16:10' })
    await person('李晓雯').says('请假 出差')
    await person('孙悦').says('请假 身体不适')
    expect(digests(await person('周航').heard())).toHaveLength(2)
  })

  test('goes to the secretary when the organiser asks for leave, or cannot be reached', async () => {
    const { story, person } = await openEvening({ now })
    await person('周航').says('请假 出差')
    expect((await person('周航').last()).text).toContain('等陈敏同志确认')
    expect((await person('陈敏').last()).text).toContain('1 周航｜出差公务')
    person('周航').person.blocks(story.bot)
    await story.settle()
    await person('孙悦').says('请假 身体不适')
    await story.until('2026-12-03 10:30')
    expect((await person('陈敏').last()).text).toContain('孙悦｜身体不适')
  })
})

describe('agreeing', () => {
  test('is one tap, and the person hears it in private', async () => {
    const { person, line } = await openEvening({ now })
    await person('李晓雯').says('请假 去上海布展')
    expect(await person('周航').presses('同意')).toBe('已同意李晓雯的请假 ✅')
    expect((await person('周航').last()).text).toBe('🙏 12月4日培训的请假都处理好了 ✅')
    expect((await person('李晓雯').last()).text).toBe('12月4日培训：周航同志已同意您的请假。')
    expect(line('李晓雯')).toMatchObject({ state: 'excused', leave: { state: 'approved' } })
  })

  test('all at once covers what the message listed, nothing asked for later', async () => {
    const { story, person, recorded } = await openEvening({ now })
    await person('李晓雯').says('请假 出差')
    await person('孙悦').says('请假 身体不适')
    await story.until('2026-12-03 10:30')
    const listed = await person('周航').last()
    await person('赵一鸣').says('请假 家中有事')
    expect(await person('周航').pressesOn(listed, '全部同意')).toBe('已同意 2 人的请假 ✅')
    expect(recorded()).toMatchObject({ 李晓雯: 'excused', 孙悦: 'excused', 赵一鸣: 'unrecorded' })
    expect((await person('周航').last()).text).toContain('赵一鸣')
  })

  test('twice says who agreed, and tells the person only once', async () => {
    const { person } = await openEvening({ now })
    await person('李晓雯').says('请假 出差')
    const asked = await person('周航').last()
    await person('周航').pressesOn(asked, '同意')
    await person('陈敏').says('/todo')
    expect(await person('周航').pressesOn(asked, '同意')).toBe('周航同志已经同意过了 ✅')
    const told = (await person('李晓雯').heard()).filter((text) => text.includes('已同意'))
    expect(told).toHaveLength(1)
  })

  test('what was taken back says so', async () => {
    const { person } = await openEvening({ now })
    await person('李晓雯').says('请假 出差')
    await person('李晓雯').presses('撤回')
    expect(await person('周航').presses('同意')).toBe('本人已经撤回这次请假。')
  })

  test('is not for members, not for other branches, and not for one’s own leave', async () => {
    const { story, person, branch } = await openEvening({ now })
    await person('周航').says('请假 出差')
    const decides = (name: string) =>
      story.app.store.work((w) => {
        const [leave] = pendingLeaves(w, branch)
        const who = inPrivate(w, person(name).person.id)
        return leave && decideLeave(w, who, leave.id, { approve: true })
      })
    expect(decides('李晓雯')).toMatchObject({ ok: false, reason: 'notAllowed' })
    expect(decides('高峰')).toMatchObject({ ok: false, reason: 'notAllowed' })
    expect(decides('周航')).toMatchObject({ ok: false, reason: 'own' })
    expect(decides('陈敏')).toMatchObject({ ok: true })
    await story.settle()
  })
})

describe('not agreeing', () => {
  test('asks for one sentence, which the person is told', async () => {
    const { person, recorded } = await openEvening({ now })
    await person('李晓雯').says('请假 家中有事')
    await person('周航').presses('不同意')
    expect((await person('周航').last()).text).toBe(
      '李晓雯同志的请假：请写一句原因，我会转给本人。不写了就发“取消”。',
    )
    await person('周航').says('这次要投票，能否来一下？')
    expect((await person('周航').last()).text).toBe('已转告李晓雯同志。')
    const told = await person('李晓雯').last()
    expect(told.text).toBe('12月4日培训：周航同志想请您再考虑：这次要投票，能否来一下？')
    expect(told.buttons.flat().map(({ label }) => label)).toEqual(['我来参加', '仍请假'])
    expect(recorded()).toMatchObject({ 李晓雯: 'unrecorded' })
  })

  test('我来参加 registers them', async () => {
    const { person, group, card } = await openEvening({ now })
    await person('李晓雯').says('请假 家中有事')
    await person('周航').presses('不同意')
    await person('周航').says('这次要投票')
    await person('李晓雯').presses('我来参加')
    expect((await card()).text).toContain('已报名 1 人：李晓雯')
    expect((await person('李晓雯').heard(group)).join()).not.toContain('投票')
  })

  test('仍请假 asks again with the same reason', async () => {
    const { story, person } = await openEvening({ now })
    await person('李晓雯').says('请假 家中有事')
    await person('周航').presses('不同意')
    await person('周航').says('这次要投票')
    await person('李晓雯').presses('仍请假')
    expect((await person('李晓雯').last()).text).toContain('已提交，等周航同志确认。')
    await story.until('2026-12-03 10:30')
    await person('周航').presses('同意')
    expect((await person('李晓雯').last()).text).toContain('已同意您的请假')
  })

  test('an empty answer is asked for again, 取消 leaves it undecided', async () => {
    const { story, person } = await openEvening({ now })
    await person('李晓雯').says('请假 家中有事')
    await person('周航').presses('不同意')
    person('周航').person.sendsSticker(story.bot)
    await story.settle()
    expect((await person('周航').last()).text).toContain('请发文字')
    await person('周航').says('取消')
    await person('周航').says('/todo')
    expect((await person('周航').last()).text).toContain('待确认请假 1 人')
  })
})

describe('undecided at the start', () => {
  test('counts as on leave, not as absent, and can still be decided until the lock', async () => {
    const { story, person, recorded, line } = await openEvening({ now: '2026-12-04 18:00' })
    await person('李晓雯').says('请假 出差')
    await story.until('2026-12-04 19:00')
    expect(recorded()).toMatchObject({ 李晓雯: 'excused' })
    await story.until('2026-12-04 19:30')
    expect(line('李晓雯')).toMatchObject({ state: 'excused', source: 'leave' })
    expect((await person('周航').last()).text).toContain('有 1 位的请假还没有确认。')
    await person('周航').presses('看请假')
    await person('周航').presses('不同意')
    await person('周航').says('没有提前说')
    expect(recorded()).toMatchObject({ 李晓雯: 'unrecorded' })
  })
})
