// A jump in time leaves nothing out: what is due on the way happens when it would have.

import { describe, expect, test } from 'vitest'
import { addMinutes } from '../../src/kernel/time.ts'
import { jump } from '../../src/sandbox/jump.ts'
import { openPage, type Page } from '../sandbox-page/page.ts'
import { at } from '../support/clock.ts'

/** A branch whose organiser announces a training on 4 December at that time. */
async function announced(clock: string): Promise<Page> {
  const page = await openPage()
  const [陈敏, 周航] = [page.as('陈敏'), page.as('周航')]
  const { claimCode, roster } = await page.tour()
  await 陈敏.follows('我来开通', page.group)
  await 陈敏.says(claimCode)
  await 陈敏.presses('用群名')
  await 陈敏.says(roster)
  for (const words of ['导入', '陈敏', '每月第一个周五', '就这样', '周航'])
    await 陈敏.presses(words)
  await page.tell('others', {})
  await 周航.says(`/newtraining 12月4日周五${clock} 党群服务中心二楼 消防安全`)
  await 周航.presses('发布到群')
  await 周航.presses('现在发送')
  return page
}

test('a word that is of use for a quarter of an hour is not passed over', async () => {
  const page = await announced('08:45-10:00')
  await page.tell('clock', { to: 'minutes:12960' })
  const heard = (await page.as('周航').messages()).map(
    ({ text, at }) => `${at.slice(5, 16)} ${text}`,
  )
  expect(heard.filter((line) => line.startsWith('12-04T00:30')).join('\n')).toContain(
    '还有 18 位没有回执',
  )
})

describe('what was held up', () => {
  test.each([
    ['by day', '2026-11-25 10:37', '2026-11-25 10:37'],
    ['at night', '2026-11-25 23:14', '2026-11-25 23:14'],
  ])('%s runs at the first beat at which it can', async (_, canRun, ran) => {
    const { playground } = await openPage()
    const { stage } = playground
    const played: Date[] = []
    let isDone = false
    const program = {
      ...stage.program,
      nextDueAt: ({ until }: { until: Date }) =>
        until >= at(canRun) && !isDone ? until : undefined,
      beat() {
        isDone ||= stage.clock.now() >= at(canRun)
      },
    }
    await jump({ ...stage, program }, addMinutes(stage.clock.now(), 24 * 60), (when) =>
      played.push(when),
    )
    expect(played[0]).toEqual(at(ran))
    expect(played).toHaveLength(2)
  })
})
