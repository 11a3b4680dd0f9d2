// probe
import { expect, test } from 'vitest'
import { staged } from '../sessions/staged.ts'

test('probe', async () => {
  const { story, person, group } = await staged()
  const zhou = person('周航')
  await zhou.says('/newtraining')
  console.log((await zhou.last()).text)
  await zhou.says('12月4日周五19:00-20:30 党群服务中心二楼 文创企业版权保护党课')
  console.log((await zhou.last()).text, JSON.stringify((await zhou.last()).buttons))
  await zhou.presses('发布到群')
  console.log(await zhou.heard())
  await story.until('2026-11-25 10:05')
  console.log((await zhou.heard()).slice(-3), await story.person('孙悦').heard(group))
  expect(1).toBe(1)
})
