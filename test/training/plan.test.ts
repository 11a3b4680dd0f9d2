// The monthly rule: said once, then the clock makes drafts and people publish them.

import { beforeEach, describe, expect, test } from 'vitest'
import type { OrganisationId } from '../../src/kernel/ids.ts'
import { stamp } from '../../src/kernel/time.ts'
import { draftSession } from '../../src/sessions/actions.ts'
import { sessionsBetween } from '../../src/sessions/store.ts'
import { type Staged, staged } from '../sessions/staged.ts'
import type { Actor } from '../support/actor.ts'
import { at, zone } from '../support/clock.ts'

let stage: Staged
let zhou: Actor

async function begin(now: string): Promise<void> {
  stage = await staged(now)
  zhou = stage.person('周航')
}

function plans(branch: OrganisationId = stage.branch): string[] {
  const all = stage.story.app.store.look((w) =>
    sessionsBetween(w, branch, at('2026-01-01 00:00'), at('2028-01-01 00:00')),
  )
  return all.map(({ startsAt, state }) => `${stamp(startsAt, zone)} ${state}`)
}

async function plan(sentence: string): Promise<void> {
  await zhou.says(`/plan ${sentence}`)
  await zhou.presses('就这样')
}

describe('saying the rule', () => {
  beforeEach(() => begin('2026-11-25 10:00'))

  test('shows the next three dates before anything is kept', async () => {
    await zhou.says('/plan')
    expect((await zhou.last()).text).toContain('例如\n每月第一个周五 19:00 党群服务中心二楼')
    await zhou.says('每月第一个周五 19:00 党群服务中心二楼')
    expect((await zhou.last()).text.split('\n')).toEqual([
      '请核对',
      '每月第一个周五 19:00，党群服务中心二楼',
      '接下来三次：',
      '🗓 12月4日（周五）19:00',
      '🗓 2027年1月4日（周一）19:00（未核对节假日）',
      '🗓 2027年2月5日（周五）19:00（未核对节假日）',
    ])
    expect(plans()).toEqual([])
    await zhou.presses('就这样')
    expect((await zhou.last()).text).toContain('已安排。12月4日（周五）19:00的草稿已备好')
    expect(plans()).toEqual(['2026-12-04 19:00 draft'])
    expect(plans(stage.second)).toEqual([])
  })

  test.each([
    ['每月初', '没看懂'],
    ['每月底', '还差几点开始。'],
    ['每月第一个周五', '还差几点开始。'],
    ['每月31日 19:00', '不是每个月都有'],
  ])('「%s」 is asked again: %s', async (sentence, why) => {
    await zhou.says(`/plan ${sentence}`)
    expect((await zhou.last()).text).toContain(why)
    expect((await zhou.last()).text).toContain('例如\n每月第一个周五 19:00')
  })

  test('a new rule replaces the draft that nobody wrote in, and shows the old one first', async () => {
    await plan('每月第一个周五 19:00 二楼')
    await zhou.says('/plan')
    expect((await zhou.last()).text).toContain('现在的安排：每月第一个周五 19:00，二楼')
    await zhou.says('每月第二个周三 18:30 三楼')
    await zhou.presses('就这样')
    expect(plans()).toEqual(['2026-12-09 18:30 draft'])
  })

  test('a sentence fills the draft; place and length come from the rule', async () => {
    await plan('每月第一个周五 19:00-21:00 党群服务中心二楼')
    await zhou.says('/newtraining 12月11日周五18:00 文创企业版权保护党课')
    expect((await zhou.last()).text).toContain('🗓 12月11日（周五）18:00–20:00')
    expect((await zhou.last()).text).toContain('📍 党群服务中心二楼')
    await zhou.presses('发布到群')
    expect(plans()).toEqual(['2026-12-11 18:00 published'])
  })

  test('a month that is announced already stays; the rule begins with the next one', async () => {
    await plan('每月第一个周五 19:00 二楼')
    await zhou.says('/newtraining 12月4日周五19:00 二楼 党课')
    await zhou.presses('发布到群')
    await plan('每月第二个周三 18:30 三楼')
    expect((await zhou.last()).text).toContain('2027年1月13日（周三）18:30的草稿')
    expect(plans()).toEqual(['2026-12-04 19:00 published', '2027-01-13 18:30 draft'])
  })

  test('what somebody has written in a draft is not thrown away by a new rule', async () => {
    await plan('每月第一个周五 19:00 二楼')
    await zhou.says('/newtraining 12月11日周五19:00 二楼 党课')
    await zhou.presses('发布到群')
    await zhou.presses('撤回')
    await plan('每月第二个周三 18:30 三楼')
    expect(plans()).toEqual(['2026-12-11 19:00 draft'])
  })

  test('a member cannot set it', async () => {
    await stage.person('孙悦').says('/plan 每月第一个周五 19:00')
    expect((await stage.person('孙悦').last()).text).toContain('书记和组织委员用的功能')
  })
})

describe('the clock', () => {
  test('drafts the next month on the 20th or the workday after, and asks the organiser once', async () => {
    await begin('2026-12-18 10:00')
    await plan('每月第一个周五 19:00 二楼')
    expect(plans()).toEqual(['2027-01-04 19:00 draft'])
    const before = (await zhou.heard()).length
    stage.skipTo('2026-12-20 10:00')
    await stage.story.until('2026-12-20 10:05')
    stage.skipTo('2026-12-21 09:50')
    await stage.story.until('2026-12-21 09:55')
    expect((await zhou.heard()).length).toBe(before)
    await stage.story.until('2026-12-21 10:30')
    expect((await zhou.heard()).slice(before)).toEqual([
      [
        '📚 1月集中培训的草稿备好了，还没有发布。',
        '🗓 2027年1月4日（周一）19:00–20:30（未核对节假日）',
        '📍 二楼',
        '2027年1月1日（周五）是元旦，先排在这一天。',
        '学什么由您定，核对后再发到群里。',
      ].join('\n'),
    ])
    expect((await stage.person('陈敏').heard()).join()).not.toContain('草稿备好了')
    expect(plans()).toEqual(['2027-01-04 19:00 draft'])
    await zhou.presses('补充内容')
    await zhou.says('学习党章')
    await zhou.presses('发布到群')
    expect(plans()).toEqual(['2027-01-04 19:00 published'])
  })

  test('says nothing when the month is announced already', async () => {
    await begin('2026-12-18 10:00')
    await plan('每月第一个周五 19:00 二楼')
    await zhou.says('/newtraining 1月8日19:00 二楼 党课')
    await zhou.presses('发布到群')
    await zhou.presses('现在发送')
    const before = (await zhou.heard()).length
    stage.skipTo('2026-12-21 09:55')
    await stage.story.until('2026-12-21 10:05')
    expect((await zhou.heard()).length).toBe(before)
  })

  test('after a long downtime drafts what is still ahead; months that are over stay empty', async () => {
    await begin('2026-12-18 10:00')
    await plan('每月第一个周五 19:00 二楼')
    await stage.story.downUntil('2027-03-29 22:00')
    expect(plans()).toEqual(['2027-01-04 19:00 draft', '2027-04-02 19:00 draft'])
    expect((await zhou.last()).text).not.toContain('4月集中培训')
    await stage.story.until('2027-03-30 08:35')
    expect((await zhou.last()).text).toContain('4月集中培训的草稿备好了')
  })

  test('a rule made late in a month drafts that month, then the next one in its turn', async () => {
    await begin('2026-11-25 10:00')
    await plan('每月最后一个周五 19:00 二楼')
    expect(plans()).toEqual(['2026-11-27 19:00 draft'])
    await stage.story.until('2026-11-25 10:05')
    expect(plans()).toEqual(['2026-11-27 19:00 draft', '2026-12-25 19:00 draft'])
    expect((await zhou.last()).text).toContain('12月集中培训的草稿备好了')
  })

  test('leaves a month alone that has its training by hand, whatever the beats', async () => {
    await begin('2026-11-25 10:00')
    await plan('每月最后一个周五 19:00 二楼')
    stage.story.app.store.work((w) => {
      const december = { startsAt: at('2026-12-11 19:00'), endsAt: at('2026-12-11 20:00') }
      const { branch } = stage
      draftSession(w, undefined, { branch, kind: 'training', regularMonth: '2026-12', ...december })
    })
    await stage.story.until('2026-11-25 10:05')
    expect(plans()).toEqual(['2026-11-27 19:00 draft', '2026-12-11 19:00 draft'])
  })
})

describe('/todo', () => {
  test('shows the unpublished draft to those who may publish it, and to nobody else', async () => {
    await begin('2026-11-25 10:00')
    await plan('每月第一个周五 19:00 二楼')
    await zhou.says('/todo')
    expect((await zhou.last()).text).toContain('12月集中培训还没发布（12月4日（周五）19:00）')
    await stage.person('高峰').says('/todo')
    expect((await stage.person('高峰').last()).text).not.toContain('集中培训')
  })
})
