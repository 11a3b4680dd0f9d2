// The life of a branch's group: what the bot may do there, being thrown out, retiring, standing still.

import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { openEvening } from '../attendance/evening.ts'
import { staged } from '../sessions/staged.ts'
import type { Actor } from '../support/actor.ts'
import { at } from '../support/clock.ts'
import type { Story } from '../support/story.ts'

const said = async (actor: Actor) => (await actor.last()).text
const labels = async (actor: Actor) => (await actor.last()).buttons.flat().map((one) => one.label)

function groupOf(story: Story, { id }: { id: number }) {
  const group = story.world.groups().find((one) => one.id === id)
  if (!group) throw new Error(`no group ${id}`)
  return group
}

test('/status says in plain words what the bot may do and how its letters stand', async () => {
  const { person, story, group } = await openEvening()
  await person('陈敏').says('/status')
  expect(await said(person('陈敏'))).toBe(
    [
      '青砖里文创园联合党支部：群与权限',
      '群：“青砖里文创园联合党支部”，在群里 ✅',
      '· 能发消息',
      '· 不是管理员，这样就够用：看不到大家的聊天，只收到命令和按钮；要置顶请群里的同志长按卡片',
      '· 消息发在群里（开通时没有用话题）',
      '· 最近一次在群里发消息：11月25日（周三）10:42',
      '名册：已认领 7/8，联系不上 0 位。看名册：/members',
      '发送：没有积压',
    ].join('\n'),
  )
  groupOf(story, group).promotes(story.bot, person('陈敏').person)
  await story.settle()
  await person('陈敏').says('自检')
  expect(await said(person('陈敏'))).toContain('是管理员：Telegram 会把群里所有消息发给我')
  expect(await said(person('陈敏'))).toContain('能置顶消息')
  groupOf(story, group).demotes(story.bot, person('陈敏').person)
  await story.settle()
  await person('陈敏').says('/status')
  expect(await said(person('陈敏'))).toContain('不是管理员')
})

test('/status is the secretary’s; in the group it leads into the private chat', async () => {
  const { person, group } = await openEvening()
  for (const name of ['李晓雯', '周航']) {
    await person(name).says('/status')
    expect(await said(person(name))).toContain('这是书记用的功能')
  }
  await person('高峰').says('/status')
  expect(await said(person('高峰'))).toContain('三号仓支部：群与权限')
  await person('陈敏').says('/status@qzl_zhibu_bot', group)
  expect((await person('陈敏').last(group)).text).toBe('这件事我们在私聊里说。')
  await person('陈敏').presses('打开私聊', group)
  expect(await said(person('陈敏'))).toContain('群与权限')
})

test('thrown out, the bot offers the export; back again, it goes on without a word', async () => {
  const { person, story, group } = await openEvening({ now: '2026-12-04 18:45' })
  await person('李晓雯').says('签到')
  await story.until('2026-12-04 19:31')
  await person('周航').presses('结束签到')
  groupOf(story, group).removes(story.bot, person('陈敏').person)
  await story.settle()
  expect(await said(person('陈敏'))).toContain('我已离开群')
  expect(await person('陈敏').presses('现在导出')).toBe('正在整理')
  const { file } = await person('陈敏').last()
  expect(file?.name).toBe('青砖里文创园联合党支部_台账_2026.xlsx')
  const { sheets } = await readXlsx(file?.bytes ?? new Uint8Array())
  expect(sheets.map(({ name }) => name)).toEqual(['签到表1_12-04', '学习体会_12月'])
  await person('陈敏').says('/status')
  expect(await said(person('陈敏'))).toContain('我现在不在群里')
  const before = person('陈敏').sees(group).length
  await story.addsBot(group, '陈敏')
  await person('陈敏').says('/status')
  expect(await said(person('陈敏'))).toContain('在群里 ✅')
  const after = person('陈敏')
    .sees(group)
    .filter(({ from }) => from.isBot)
  expect(after.length).toBeLessThanOrEqual(before)
})

test('retiring is asked about, says farewell once, stops what is due and can be undone', async () => {
  const { person, story, group } = await openEvening()
  await person('陈敏').says('/settings')
  await person('陈敏').presses('停用支部')
  expect(await said(person('陈敏'))).toContain('先导出一份台账')
  expect(await labels(person('陈敏'))).toContain('📄 导出今年台账')
  await person('陈敏').presses('确认停用')
  expect(await said(person('陈敏'))).toContain('已停用')
  const farewells = (await person('孙悦').heard(group)).filter((text) => text.includes('谢谢大家'))
  expect(farewells).toHaveLength(1)
  const heard = new Map<string, number>()
  for (const name of ['李晓雯', '周航']) heard.set(name, (await person(name).heard()).length)
  story.clock.set(at('2026-12-03 18:00'))
  await story.until('2026-12-04 12:00')
  for (const [name, count] of heard) expect(await person(name).heard()).toHaveLength(count)
  for (const text of ['签到', '下次', '/me', '请假 出差', '你好', '/members']) {
    await person('李晓雯').says(text)
    expect(await said(person('李晓雯')), text).toContain('支部已停用')
  }
  expect(await labels(person('李晓雯'))).toEqual(['我的资料'])
  await person('李晓雯').presses('我的资料')
  expect(await said(person('李晓雯'))).toContain('姓名：李晓雯')
  expect(await person('孙悦').presses('参加', group)).toContain('支部已停用')
  await person('陈敏').says('/todo')
  expect(await labels(person('陈敏'))).toEqual(['恢复使用', '📄 导出今年台账', '我的资料'])
  await person('陈敏').presses('恢复使用')
  expect(await said(person('陈敏'))).toContain('已恢复使用')
  expect(await person('孙悦').presses('参加', group)).toContain('登记上了')
})

test('the neighbour neither retires this branch nor notices that it is', async () => {
  const { person, story, branch, otherGroup } = await openEvening()
  await person('高峰').says('/settings')
  const asked = person('高峰').forges(`set.rt:${branch}`)
  await story.settle()
  expect(asked.answer?.text).toContain('书记用的功能')
  await person('陈敏').says('/settings')
  await person('陈敏').presses('停用支部')
  await person('陈敏').presses('确认停用')
  await person('高峰').says('/members')
  expect(await said(person('高峰'))).toContain('三号仓支部')
  expect((await person('高峰').heard(otherGroup)).join('\n')).not.toContain('谢谢大家')
  const back = person('高峰').forges(`set.bk:${branch}`)
  await story.settle()
  expect(back.answer?.text).toContain('书记用的功能')
})

test('sixty days of silence are asked about once, by day, and again only after something happened', async () => {
  const { person, story, skipTo } = await staged('2026-11-25 10:00')
  await person('陈敏').says('/settings')
  await person('陈敏').presses('提醒改成：少')
  const questions = async () =>
    (await person('陈敏').heard()).filter((text) => text.includes('两个月没有用')).length
  skipTo('2027-01-22 12:00')
  await story.until('2027-01-24 12:00')
  expect(await questions()).toBe(0)
  await story.until('2027-01-25 08:31')
  expect(await questions()).toBe(1)
  expect(await labels(person('陈敏'))).toEqual(['继续用', '📄 导出归档', '停用'])
  await person('陈敏').presses('继续用')
  expect(await said(person('陈敏'))).toContain('继续用')
  skipTo('2027-04-20 10:00')
  await story.until('2027-04-21 10:00')
  expect(await questions()).toBe(0)
  await person('陈敏').says('/settings')
  await person('陈敏').presses('提醒改成：开')
  skipTo('2027-06-21 07:00')
  await story.until('2027-06-21 08:31')
  expect(await questions()).toBe(1)
})
