// x
import { test, expect } from 'vitest'
import { openLoopbackStage } from './loopback-stage.ts'
test('smoke', async () => {
  const t0 = Date.now()
  const stage = await openLoopbackStage()
  console.log('started', Date.now() - t0)
  const chen = stage.person('陈敏')
  const group = await stage.group('支部', ['陈敏'])
  await stage.addsBot(group, '陈敏')
  console.log(await chen.heard(group))
  await chen.opens()
  console.log(await chen.heard())
  const t1 = Date.now()
  await stage.kill()
  await stage.start()
  console.log('restart', Date.now() - t1)
  await chen.says('我的')
  console.log(await chen.heard())
  const t2 = Date.now()
  await stage.until('2026-11-26 10:00')
  console.log('day', Date.now() - t2)
})
