// 「试试看」, played as a visitor plays it, from the empty group to the workbook.

import { expect, test } from 'vitest'
import { openPage } from './page.ts'

test('the seven steps end with a workbook that was downloaded', { timeout: 30_000 }, async () => {
  const page = await openPage()
  const [陈敏, 周航, 李晓雯] = ['陈敏', '周航', '李晓雯'].map((name) => page.as(name)) as [
    ReturnType<typeof page.as>,
    ReturnType<typeof page.as>,
    ReturnType<typeof page.as>,
  ]
  const next = async () => (await page.tour()).next
  const { claimCode, roster, steps } = await page.tour()
  expect(steps.map(({ title }) => title)).toEqual([
    '开通',
    '名册',
    '认领身份',
    '发布培训',
    '参加或请假',
    '签到',
    '导出台账',
  ])
  expect(await next()).toBe('open')

  await 陈敏.follows('我来开通', page.group)
  await 陈敏.says(claimCode)
  expect(await next()).toBe('roster')

  await 陈敏.presses('用群名')
  await 陈敏.says(roster)
  expect((await 陈敏.messages()).at(-1)?.text).toContain('读到 18 人（正式 16、预备 2）')
  await 陈敏.presses('导入')
  await 陈敏.presses('陈敏')
  await 陈敏.presses('每月第一个周五')
  await 陈敏.presses('就这样')
  await 陈敏.presses('周航')
  expect(await next()).toBe('claim')

  await 李晓雯.follows('认领身份', page.group)
  await 李晓雯.says('李晓雯 6281')
  await 李晓雯.presses('是我')
  expect((await page.tell('others', {})).did).toBe('15 位同志认领了身份。')
  expect((await 陈敏.messages(page.group)).at(-1)?.text).toContain('已认领 17/18')
  expect(await next()).toBe('announce')

  const sentence = (await page.tour()).steps[3]?.copy ?? ''
  expect(sentence).toContain('12月4日周五19:00-20:30')
  await 周航.says(sentence)
  await 周航.presses('发布到群')
  await 周航.presses('现在发送')
  expect(await next()).toBe('answer')

  expect((await 李晓雯.presses('参加', page.group)).toast).toContain('已登记参加')
  expect((await page.tell('others', {})).did).toBe('14 位同志登记了参加，2 位同志请了假。')
  expect((await page.tell('others', {})).did).toBe('现在没有等大家回应的事。')
  expect(await next()).toBe('checkIn')

  expect((await page.tell('clock', { to: 'session' })).now).toContain('2026-12-04T10:30')
  const reminder = (await 李晓雯.messages()).at(-1)
  expect(reminder?.text).toContain('今晚 19:00 培训')
  expect(reminder?.at).toContain('2026-12-04T09:00:')
  await 李晓雯.follows('签到', page.group)
  expect((await 李晓雯.messages()).at(-1)?.text).toContain('第 1 位到场')
  expect((await page.tell('others', {})).did).toBe('13 位同志签了到。')
  await page.tell('clock', { to: 'hour' })
  await 周航.presses('结束签到')
  await 周航.presses('确认并锁定')
  expect(await next()).toBe('export')

  await 陈敏.says('/export 2026-12')
  const file = (await 陈敏.messages()).at(-1)?.file
  expect(file?.name).toMatch(/^青砖里文创园联合党支部_.*202612\.xlsx$/)
  expect(await next()).toBe('export')
  const workbook = await page.request(`file/${file?.id}?as=${陈敏.id}`)
  expect(workbook.headers.get('content-type')).toContain('spreadsheetml')
  expect((await workbook.text()).slice(0, 2)).toBe('PK')
  expect(await next()).toBeNull()
})

test('in the scene of a month later everything but the download is done', {
  timeout: 60_000,
}, async () => {
  const page = await openPage()
  expect(await page.tell('reset', { scene: 'month' })).toEqual({ ok: true })
  const tour = await page.tour()
  expect(tour.scene).toBe('month')
  expect(tour.steps.filter(({ done }) => !done).map(({ id }) => id)).toEqual(['export'])
  const group = await page.as('李晓雯').messages(page.group)
  expect(group.map(({ text }) => text.split('\n')[0])).toContain(
    '12月集中培训已结束，到会 14 人。感谢主讲老师和各位同志。',
  )
  expect((await page.as('李晓雯').screen()).now).toContain('2027-01-04')
  expect(page.playground.stage.world.violations).toEqual([])
})
