// /settings: reminders and pauses for everybody, how long things are kept for the secretary.

import { expect, test } from 'vitest'
import { openEvening } from '../attendance/evening.ts'
import type { Actor } from '../support/actor.ts'
import { at } from '../support/clock.ts'

const said = async (actor: Actor) => (await actor.last()).text
const labels = async (actor: Actor) => (await actor.last()).buttons.flat().map((one) => one.label)
const reminded = async (actor: Actor) =>
  (await actor.heard()).some((text) => text.includes('还没收到您的回执'))

test('members see their reminders and nothing of the branch', async () => {
  const { person } = await openEvening()
  await person('李晓雯').says('设置')
  expect(await said(person('李晓雯'))).toContain('提醒：开')
  expect(await labels(person('李晓雯'))).toEqual([
    '提醒改成：少',
    '暂停到本周日',
    '暂停到月底',
    '暂停到…我来输入',
  ])
  await person('陈敏').says('/settings')
  expect(await labels(person('陈敏'))).toEqual(
    expect.arrayContaining(['体会保存：24 个月', '考勤姓名保存：36 个月', '群与权限', '停用支部']),
  )
})

test('who wants fewer reminders is not asked again, and gets answers all the same', async () => {
  const { person, story } = await openEvening()
  await person('李晓雯').says('设置')
  expect(await person('李晓雯').presses('提醒改成：少')).toBe('已保存 ✅')
  expect(await said(person('李晓雯'))).toContain('提醒：少')
  story.clock.set(at('2026-12-03 18:00'))
  await story.until('2026-12-03 18:31')
  expect(await reminded(person('李晓雯'))).toBe(false)
  expect(await reminded(person('孙悦'))).toBe(true)
  await person('李晓雯').says('请假 出差')
  await person('周航').presses('同意')
  expect(await said(person('李晓雯'))).toContain('同意您的请假')
  await person('李晓雯').says('设置')
  await person('李晓雯').presses('提醒改成：开')
  expect(await said(person('李晓雯'))).toContain('提醒：开')
})

test('a pause holds reminders until its day is over, or until I am back', async () => {
  const { person, story } = await openEvening()
  for (const name of ['李晓雯', '孙悦', '赵一鸣']) {
    await person(name).says('设置')
    await person(name).presses('我来输入')
    await person(name).says(name === '赵一鸣' ? '12月2日' : '到12月5号')
  }
  expect(await said(person('李晓雯'))).toContain('提醒暂停到 12月5日（周六）')
  await person('孙悦').presses('恢复提醒')
  expect(await said(person('孙悦'))).toContain('外出期间可以暂停提醒')
  story.clock.set(at('2026-12-03 18:00'))
  await story.until('2026-12-03 18:31')
  expect(await reminded(person('李晓雯'))).toBe(false)
  expect(await reminded(person('孙悦'))).toBe(true)
  expect(await reminded(person('赵一鸣'))).toBe(true)
})

test('a day that cannot be read, is over or far away is asked for again', async () => {
  const { person } = await openEvening()
  await person('李晓雯').says('设置')
  await person('李晓雯').presses('我来输入')
  for (const text of ['过几天', '2026年11月1日', '2028年1月1日']) {
    await person('李晓雯').says(text)
    expect(await said(person('李晓雯')), text).toContain('没看懂是哪天')
  }
  await person('李晓雯').says('取消')
})

test('the secretary decides how long texts are kept; a shorter time is asked about once more', async () => {
  const { person, story } = await openEvening()
  await person('孙悦').says('体会')
  await person('孙悦').says('版权要从源头管起。')
  await person('孙悦').presses('提交')
  story.data.raw.prepare('update reflections set submitted_at = submitted_at - ?').run(400 * dayMs)
  await person('陈敏').says('/settings')
  await person('陈敏').presses('体会保存')
  await person('陈敏').presses('12 个月')
  expect(await said(person('陈敏'))).toContain('1 篇体会原文，不能恢复')
  await person('陈敏').presses('不改了')
  await person('陈敏').presses('体会保存')
  await person('陈敏').presses('12 个月')
  await person('陈敏').presses('改成 12 个月')
  expect(await said(person('陈敏'))).toContain('体会原文保存 12 个月')
  await story.until('2026-11-26 03:41')
  const rows = story.data.raw.prepare('select form, text, files, late from reflections').all()
  expect(rows).toEqual([{ form: 'text', text: '', files: '[]', late: 0 }])
  await person('孙悦').presses('看一遍')
  expect(await said(person('孙悦'))).toContain('原文已清空')
})

test('nobody else decides it, neither members nor the neighbour', async () => {
  const { person, story, branch } = await openEvening()
  for (const name of ['李晓雯', '周航', '高峰', '马丽']) {
    await person(name).says('帮助')
    for (const data of [
      `set.kp:${branch}:reflectionMonths:c:yes`,
      `set.rt:${branch}`,
      `set.bk:${branch}`,
      `set.id:${branch}`,
    ]) {
      const query = person(name).forges(data)
      await story.settle()
      expect(query.answer?.text, `${name} ${data}`).toContain('书记用的功能')
    }
  }
  expect(story.data.raw.prepare('select * from branch_settings').all()).toEqual([])
})

const dayMs = 24 * 60 * 60_000
