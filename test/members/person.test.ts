// The secretary looks at people one by one and changes what is kept of them, each change with its day.

import { expect, test } from 'vitest'
import { at } from '../support/clock.ts'
import { labels, openRoster, opensCard, text } from './person-stage.ts'

test('the roster says how far claiming is, and leads to everything about it', async () => {
  const { chen } = await openRoster()
  await chen.says('/members')
  expect(await text(chen)).toContain('青砖里文创园联合党支部名册\n已认领 7/8')
  expect(await labels(chen)).toEqual([
    '🔍 逐个看',
    '📥 更新名册',
    '👥 党小组',
    '🪪 职务',
    '➕ 添加一位',
    '复制一段问候',
  ])
})

test('the card of a person says what is kept, with no more than two digits', async () => {
  const { chen } = await openRoster()
  await opensCard(chen, '何雨桐')
  expect(await text(chen)).toBe(
    [
      '何雨桐　尾号 ··06',
      '组织关系：在本支部（11月25日起）',
      '身份：预备党员（11月25日起）',
      '账号：已认领',
    ].join('\n'),
  )
  await opensCard(chen, '王建国')
  expect(await text(chen)).toContain('组织关系：在本支部（11月25日起），有表决权')
  expect(await text(chen)).toContain('账号：还没认领')
  expect(await labels(chen)).not.toContain('解除认领')
})

test('预备 becomes 正式 from a typed day: 14 and 15 December differ, and it can be taken back', async () => {
  const { chen, member } = await openRoster()
  await opensCard(chen, '何雨桐')
  await chen.presses('改身份')
  await chen.presses('正式党员')
  await chen.presses('其他日期')
  await chen.says('12月15日')
  expect(await text(chen)).toBe('请核对：何雨桐同志12月15日起为正式党员。')
  await chen.presses('就这样')
  expect(await text(chen)).toBe('✅ 何雨桐同志12月15日起为正式党员。')
  expect(member('何雨桐', '2026-12-14')?.standing).toBe('probationary')
  expect(member('何雨桐', '2026-12-15')?.standing).toBe('full')
  await chen.presses('撤销')
  expect(member('何雨桐', '2026-12-15')?.standing).toBe('probationary')
})

test('a change known ahead stands on the card beside what holds today', async () => {
  const { chen } = await openRoster()
  await opensCard(chen, '何雨桐')
  await chen.presses('改身份')
  await chen.presses('正式党员')
  await chen.presses('下月1日起')
  await chen.presses('看何雨桐')
  expect(await text(chen)).toContain('身份：预备党员（11月25日起）；12月1日起正式党员')
})

test('a change of standing is taken back from its receipt, for a day', async () => {
  const { story, chen, member } = await openRoster()
  await opensCard(chen, '林涛')
  await chen.presses('改身份')
  await chen.presses('发展对象')
  await chen.presses('今天起')
  expect(member('林涛', '2026-11-25')?.standing).toBe('candidate')
  await chen.presses('撤销')
  expect(await text(chen)).toBe('已撤销对林涛同志的这次更改。')
  expect(member('林涛', '2026-11-25')?.standing).toBe('activist')
  await opensCard(chen, '林涛')
  await chen.presses('改身份')
  await chen.presses('发展对象')
  await chen.presses('今天起')
  story.clock.set(at('2026-11-26 10:44'))
  expect(await chen.presses('撤销')).toContain('已经过了一天')
  expect(member('林涛', '2026-11-25')?.standing).toBe('candidate')
})

test('a change for the time before somebody joined counts from the day they joined', async () => {
  const { chen, member } = await openRoster()
  await opensCard(chen, '林涛')
  await chen.presses('改身份')
  await chen.presses('预备党员')
  await chen.presses('本月1日起')
  expect(await text(chen)).toBe('✅ 林涛同志11月25日起为预备党员。')
  expect(member('林涛', '2026-11-25')?.standing).toBe('probationary')
})

test('what is already so is not written again', async () => {
  const { story, chen } = await openRoster()
  const rows = () => story.data.raw.prepare('select count(*) from standing_periods').pluck().get()
  await opensCard(chen, '林涛')
  await chen.presses('改身份')
  await chen.presses('发展对象')
  await chen.presses('今天起')
  await opensCard(chen, '林涛')
  await chen.presses('改身份')
  await chen.presses('入党积极分子')
  await chen.presses('下月1日起')
  const before = rows()
  await opensCard(chen, '林涛')
  await chen.presses('改身份')
  await chen.presses('入党积极分子')
  expect(await chen.presses('下月1日起')).toBe('本来就是这样，没有改动。')
  expect(rows()).toBe(before)
})

test('a typed date without its year may mean the year before, and both are offered', async () => {
  const { chen } = await openRoster()
  await opensCard(chen, '林涛')
  await chen.presses('改身份')
  await chen.presses('发展对象')
  await chen.presses('其他日期')
  await chen.says('大概年底吧')
  expect(await text(chen)).toContain('没看懂是哪一天')
  await chen.says('3月1日')
  expect(await text(chen)).toContain('（2027年3月1日）')
  expect(await labels(chen)).toContain('2026年的')
})

test('an illness: exempt from today, explained for those who keep the roster, ended early', async () => {
  const { chen, member, story } = await openRoster()
  await opensCard(chen, '王建国')
  await chen.presses('免到')
  await chen.presses('长期病休')
  await chen.presses('今天起')
  await chen.presses('3个月后')
  expect(await text(chen)).toBe('✅ 王建国同志免到：长期病休，11月25日起，2027年2月25日恢复应到。')
  expect(member('王建国', '2027-02-24')?.exemption?.kind).toBe('sick')
  expect(member('王建国', '2027-02-25')?.exemption).toBeUndefined()
  await chen.presses('看王建国')
  await chen.presses('写说明')
  await chen.says('腰椎手术后休养')
  await chen.presses('返回')
  expect(await text(chen)).toContain('恢复应到（腰椎手术后休养）')
  story.clock.set(at('2026-12-01 09:00'))
  await opensCard(chen, '王建国')
  await chen.presses('恢复应到')
  await chen.presses('今天起')
  expect(await text(chen)).toBe('✅ 王建国同志12月1日起恢复应到。')
  expect(member('王建国', '2026-11-30')?.exemption).toBeDefined()
  expect(member('王建国', '2026-12-01')?.exemption).toBeUndefined()
  await chen.presses('撤销')
  expect(member('王建国', '2026-12-01')?.exemption?.untilOn).toBe('2027-02-25')
})

test('an exemption that meets another is refused with the one there is', async () => {
  const { chen, story } = await openRoster()
  await opensCard(chen, '王建国')
  await chen.presses('免到')
  const asked = chen.sees().at(-1)
  await chen.presses('年老体弱')
  await chen.presses('下月1日起')
  await chen.presses('直到另行说明')
  expect(await text(chen)).toContain('年老体弱，12月1日起，直到另行说明')
  expect(asked).toBeDefined()
  const about = (await chen.last()).buttons.flat().find(({ label }) => label.includes('看'))?.data
  const [, branch, person] = (about ?? '').split(':')
  chen.forges(`mp.from:${branch}:${person}:until:sick.2026-11-26:open`)
  await story.settle()
  const rows = story.data.raw.prepare('select kind from exemptions').pluck().all()
  expect(rows).toEqual(['frail'])
  chen.forges(`mp.from:${branch}:${person}:until:sick.2026-11-26:2026-12-01`)
  await story.settle()
  expect(story.data.raw.prepare('select kind from exemptions').pluck().all()).toEqual([
    'frail',
    'sick',
  ])
})
