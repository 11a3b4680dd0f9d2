// The secretary hands over in chat; what waits for the office waits for whoever holds it.

import { beforeEach, expect, test } from 'vitest'
import { type OfficeBranch, officeBranch } from './office-branch.ts'

let stage: OfficeBranch
beforeEach(async () => {
  stage = await officeBranch()
})

async function handsOver(from: string) {
  await stage.offices()
  await stage.presses('陈敏', '移交书记…', '李晓雯', from)
}

test('for today: the consequence is said before, both are told, the old one may no more', async () => {
  await stage.offices()
  await stage.presses('陈敏', '移交书记…')
  expect(await stage.said('陈敏')).toBe('移交给哪一位？只列出已经认领身份的同志。')
  expect(await stage.labels('陈敏')).toEqual(['李晓雯', '孙悦'])
  await stage.presses('陈敏', '李晓雯', '今天起')
  expect(await stage.said('陈敏')).toBe(
    [
      '请核对：把书记移交给李晓雯同志，从今天起。',
      '李晓雯同志答应后，到那一天：名册、职务、请假、台账和没办完的事都由李晓雯同志接着办；您不再有书记的权限，另有职务的照旧。',
      '生效之前您还是书记，随时可以收回；14 天没有答复就作废。',
    ].join('\n'),
  )
  const old = await stage.person('陈敏').last()
  await stage.presses('陈敏', '发给李晓雯')
  expect(await stage.said('李晓雯')).toBe(
    '陈敏书记想请您接任书记（能管名册和职务，发通知、批请假、点名、导出台账），从今天起。您答应了才算数。',
  )
  await stage.presses('李晓雯', '我来担任')
  expect(await stage.said('陈敏')).toContain('李晓雯同志已接任书记，从现在起。')
  expect(await stage.offices('李晓雯')).toContain('书记：李晓雯')
  await stage.person('陈敏').says('/members')
  expect(await stage.said('陈敏')).not.toContain('名册\n')
  expect(await stage.labels('陈敏')).not.toContain('🪪 职务')
  expect(await stage.person('陈敏').pressesOn(old, '发给李晓雯')).toContain(
    '任免职务是书记用的功能',
  )
})

test('on a date: until then the old one, from then on the new one; told again in the morning', async () => {
  await handsOver('下月1日起')
  await stage.presses('陈敏', '发给李晓雯')
  await stage.presses('李晓雯', '我来担任')
  expect(await stage.said('陈敏')).toBe(
    '李晓雯同志同意接任书记，从12月1日（周二）起。在那之前您还是书记，可以收回。',
  )
  expect(await stage.offices()).toContain(
    '书记：陈敏（11月25日起，到11月30日）\n书记：李晓雯（从12月1日起）',
  )
  await stage.story.until('2026-11-30 23:59')
  await stage.person('李晓雯').says('/members')
  expect(await stage.said('李晓雯')).not.toContain('名册\n')
  await stage.story.until('2026-12-01 00:01')
  expect(await stage.offices('李晓雯')).toContain('书记：李晓雯（12月1日起）')
  const before = (await stage.person('陈敏').heard()).length
  await stage.story.until('2026-12-01 08:30')
  expect((await stage.person('陈敏').heard()).slice(before).join('\n')).toContain(
    '从今天起书记由李晓雯同志担任',
  )
  expect((await stage.person('李晓雯').heard()).join('\n')).toContain('从今天起您担任书记。')
})

test('before the day the old one takes it back, and the new one is told', async () => {
  await handsOver('下月1日起')
  await stage.presses('陈敏', '发给李晓雯')
  await stage.presses('李晓雯', '我来担任')
  await stage.presses('陈敏', '收回移交…')
  expect(await stage.said('陈敏')).toBe(
    '确定李晓雯同志不再担任书记吗？原来定的就作废，书记还是原来的同志，会告诉本人。以后可以再请。',
  )
  await stage.presses('陈敏', '确定')
  expect(await stage.said('李晓雯')).toContain('陈敏书记请您不再担任书记，原来定的作废了。')
  await stage.story.until('2026-12-01 09:00')
  expect(await stage.offices()).toBe('青砖里支部职务\n书记：陈敏（11月25日起）')
})

test('a leave that waits is the new secretary’s; the old one’s buttons say so and do nothing', async () => {
  const chen = stage.person('陈敏')
  await chen.says('/newtraining 12月4日周五19:00-20:30 党群服务中心二楼 版权保护党课')
  await chen.presses('发布到群')
  await chen.presses('现在发送')
  await leaves('孙悦')
  const old = await chen.last()
  expect(old.text).toContain('孙悦')
  await handsOver('今天起')
  await stage.presses('陈敏', '发给李晓雯')
  await stage.presses('李晓雯', '我来担任')
  const rows = () => stage.story.data.raw.prepare('select state from leaves').pluck().all()
  expect(await chen.pressesOn(old, '同意')).toContain('书记和组织委员用的功能')
  expect(rows()).toEqual(['pending'])
  await stage.person('李晓雯').says('/todo')
  expect(await stage.said('李晓雯')).toContain('待确认请假 1 人')
  const heard = (await chen.heard()).length
  await stage.claims('周航')
  await leaves('周航')
  expect(await stage.said('李晓雯')).toContain('周航｜')
  expect((await chen.heard()).slice(heard).join('\n')).not.toContain('周航')
  await stage.presses('李晓雯', '全部同意')
  expect(rows()).toEqual(['approved', 'approved'])
})

async function leaves(name: string) {
  await stage.person(name).presses('请假', stage.group)
  await stage.person(name).presses('出差公务')
  const soon = new Date(stage.story.clock.now().getTime() + 40 * 60_000)
  stage.story.clock.set(soon)
  await stage.story.beat()
}
