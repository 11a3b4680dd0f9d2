// An import is taken back: exactly what it did, and nobody who is used since.

import { expect, test } from 'vitest'
import { at } from '../support/clock.ts'
import { claim } from '../support/opening.ts'
import { importingStage, placesIn, rosterRows } from './importing-stage.ts'

const list = ['李晓雯 6281 预备', '冯丽 1109', '杨博 1110 积极分子', '林涛 6607'].join('\n')

async function imported() {
  const stage = await importingStage()
  const before = placesIn(stage.story)
  await stage.asks()
  await stage.chen.says(list)
  await stage.chen.presses('导入 4 人')
  return { ...stage, before }
}

test('everything is as it was, with a trace, and only once', async () => {
  const { story, group, chen, before } = await imported()
  expect(rosterRows(story)).toHaveLength(8)
  const receipt = await chen.last()
  await story.until('2026-11-26 09:59')
  await chen.presses('撤销这次导入')
  expect(await chen.heard()).toContain('↩️ 已撤销这次导入。\n移出刚加进来的 3 人。\n1 人改回原样。')
  expect(placesIn(story)).toEqual(before)
  expect((await chen.last(group)).text).toContain('已认领 3/5')
  expect(await chen.pressesOn(receipt, '撤销这次导入')).toBe('已经撤销过了 ✅')
  const undone = story.data.raw.prepare("select detail from audit where action = 'roster.undo'")
  expect(undone.pluck().all()).toEqual(['{"removed":3,"restored":1,"staying":0}'])
  const effects = story.data.raw.prepare('select effects from roster_imports order by id desc')
  expect(effects.pluck().get()).toBeNull()
})

test('whoever claimed, has records or was changed since stays, and it is said why', async () => {
  const { story, group, chen } = await imported()
  await claim(story, group, { name: '林涛', tail: '6607' })
  const organiser = story.person('周航')
  await organiser.says('/newtraining 11月25日周三19:00 二楼 版权保护党课')
  await organiser.presses('发布到群')
  await organiser.presses('现在发送')
  await story.until('2026-11-25 18:31')
  await chen.presses('撤销这次导入')
  expect(await chen.heard()).toContain(
    [
      '↩️ 已撤销这次导入。',
      '1 人改回原样。',
      '3 人留在名册里：',
      '· 冯丽、杨博（已有考勤等记录）',
      '· 林涛（已经认领身份）',
    ].join('\n'),
  )
  expect(rosterRows(story)).toEqual([
    '陈敏 6601 full',
    '周航 7702 full',
    '李晓雯 6281 full',
    '孙悦 3304 full',
    '赵一鸣 4405 full',
    '冯丽 1109 full',
    '杨博 1110 activist',
    '林涛 6607 full',
  ])
})

test('when everybody is used nothing is taken back', async () => {
  const stage = await importingStage()
  const { story, group, chen, asks } = stage
  await asks()
  await chen.says('林涛 6607')
  await chen.presses('导入 1 人')
  const receipt = await chen.last()
  await claim(story, group, { name: '林涛', tail: '6607' })
  expect(await chen.pressesOn(receipt, '撤销这次导入')).toBe(
    '没有撤销：林涛已经认领身份。要改个别人，请发 /members。',
  )
  expect(rosterRows(story).at(-1)).toBe('林涛 6607 full')
})

test('two imports are taken back one after the other, the later one first', async () => {
  const { story, chen, asks, before } = await imported()
  const first = await chen.last()
  await asks()
  await chen.says('杨博 1110 正式\n王建国 0123')
  await chen.presses('导入 2 人')
  const second = await chen.last()
  expect(await chen.pressesOn(first, '撤销这次导入')).toBe('后来又导入过一次。请先撤销后面那次。')
  await chen.pressesOn(second, '撤销这次导入')
  await chen.pressesOn(first, '撤销这次导入')
  expect(placesIn(story)).toEqual(before)
})

test('after a day it stays as it is, and what was remembered is gone', async () => {
  const { story, chen } = await imported()
  story.clock.set(at('2026-11-26 10:00'))
  expect(await chen.presses('撤销这次导入')).toContain('导入超过 24 小时')
  await story.until('2026-11-26 10:05')
  expect(await chen.presses('撤销这次导入')).toContain('导入超过 24 小时')
  expect(rosterRows(story)).toHaveLength(8)
  const kept = story.data.raw.prepare(
    'select count(*) from roster_imports where effects is not null',
  )
  expect(kept.pluck().get()).toBe(0)
})
