// Calling a training off: asked once, those who answered are told, the group once.

import { beforeEach, describe, expect, test } from 'vitest'
import { type Staged, staged } from '../sessions/staged.ts'
import type { Actor } from '../support/actor.ts'

let stage: Staged
let zhou: Actor

beforeEach(async () => {
  stage = await staged()
  zhou = stage.person('周航')
  await zhou.says('/newtraining 12月4日周五19:00-20:30 二楼 文创企业版权保护党课')
  await zhou.presses('发布到群')
})

async function sent(): Promise<void> {
  await zhou.presses('现在发送')
}

describe('before it is called off', () => {
  beforeEach(sent)

  test('the organiser is asked once, with what it means', async () => {
    await stage.person('孙悦').presses('参加', stage.group)
    await stage.person('赵一鸣').presses('参加', stage.group)
    await zhou.presses('取消活动')
    const question = await zhou.last()
    expect(question.text).toBe('12月集中培训：已有 2 人报名，取消后会逐一通知。')
    expect(question.buttons.flat()).toMatchObject([
      { label: '确认取消活动', style: 'danger' },
      { label: '返回' },
    ])
    await zhou.presses('返回')
    expect((await zhou.last()).text).toBe('12月集中培训已发布 10:00')
  })
})

describe('called off', () => {
  test('those who answered hear of it, and the group, each once', async () => {
    await sent()
    const sun = stage.person('孙悦')
    const li = stage.person('李晓雯')
    const zhao = stage.person('赵一鸣')
    await sun.presses('参加', stage.group)
    await li.presses('请假', stage.group)
    await li.presses('身体不适')
    await zhou.presses('取消活动')
    await zhou.presses('确认取消活动')
    expect(await zhou.heard()).toContain('12月集中培训已取消，已通知 2 人。')
    const told = (heard: string[]) => heard.filter((text) => text.includes('培训取消，另行通知'))
    expect(told(await sun.heard())).toEqual(['12月4日培训取消，另行通知。'])
    expect(told(await li.heard())).toHaveLength(1)
    expect(told(await zhao.heard())).toEqual([])
    expect(told(await sun.heard(stage.group))).toHaveLength(1)
    expect(told(await stage.person('马丽').heard(stage.secondGroup))).toEqual([])
    const card = sun.sees(stage.group).find(({ text }) => text.includes('集中培训'))
    expect(card?.buttons).toEqual([])
  })

  test('nobody is reminded of it any more, and a second press says so', async () => {
    await sent()
    await stage.person('孙悦').presses('参加', stage.group)
    await zhou.presses('取消活动')
    const question = await zhou.last()
    await zhou.presses('确认取消活动')
    expect(await zhou.pressesOn(question, '确认取消活动')).toBe('已经取消了 ✅')
    const before = (await stage.person('孙悦').heard()).length
    for (const moment of ['2026-12-03 18:30', '2026-12-04 17:00', '2026-12-04 18:30']) {
      stage.skipTo(moment)
      await stage.story.until(moment.replace(/0$/, '5'))
    }
    expect((await stage.person('孙悦').heard()).length).toBe(before)
  })

  test('within the half minute nobody ever hears of it', async () => {
    await zhou.presses('撤回')
    await zhou.presses('取消')
    await stage.story.until('2026-11-25 10:10')
    expect((await zhou.heard(stage.group)).join()).not.toContain('集中培训')
  })

  test('its month is free for another one', async () => {
    await sent()
    await zhou.presses('取消活动')
    await zhou.presses('确认取消活动')
    await zhou.says('/newtraining 12月11日周五19:00 二楼 党课')
    expect((await zhou.last()).text).not.toContain('已经有一次集中培训')
    await zhou.presses('发布到群')
    await zhou.presses('现在发送')
    const cards = (await zhou.heard(stage.group)).filter((text) => text.includes('12月11日'))
    expect(cards).toHaveLength(1)
  })
})
