// What the group sees of the bot: one card when it comes, again when asked for, and no noise.

import { expect, test } from 'vitest'
import { openStory } from '../support/story.ts'
import { openingStage } from './opening-stage.ts'

const card = [
  '大家好，我是支部小助手。',
  '我帮支部做四件事：活动通知与报名、到场签到、每月学习体会、整理台账。',
  '我看不到大家的聊天内容，只响应发给我的命令和按钮；个人情况只在私聊里说。',
  '请支部负责人完成开通，大约 3 分钟。',
].join('\n')

test('the bot introduces itself once, and not again when it comes back within a day', async () => {
  const { story, group, chen } = await openingStage()
  expect(await chen.heard(group)).toEqual([card])
  group.removes(story.bot, chen.person)
  await story.until('2026-11-26 09:55')
  await story.addsBot(group, '陈敏')
  expect(await chen.heard(group)).toHaveLength(1)
  group.removes(story.bot, chen.person)
  await story.until('2026-11-26 10:05')
  await story.addsBot(group, '陈敏')
  expect(await chen.heard(group)).toEqual([card, card])
})

test('as an administrator it does not claim to see nothing, and promoting it says nothing', async () => {
  const { story, group, chen } = await openingStage()
  await story.until('2026-11-26 10:15')
  group.promotes(story.bot, chen.person)
  await story.settle()
  expect(await chen.heard(group)).toHaveLength(1)
  await chen.says('/start', group)
  expect((await chen.last(group)).text).toContain('我不保存群聊内容，只处理命令和按钮')
})

test('/start brings the card again, at most every ten minutes', async () => {
  const { story, group, chen } = await openingStage()
  await chen.says('/start@qzl_zhibu_bot', group)
  expect(await chen.heard(group)).toHaveLength(1)
  await story.until('2026-11-25 10:10')
  await chen.says('/start@qzl_zhibu_bot', group)
  await chen.says('/start@qzl_zhibu_bot', group)
  expect(await chen.heard(group)).toEqual([card, card])
})

test('in a group whose bot is older than its database, /start brings the card', async () => {
  const story = await openStory()
  const group = await story.group('老群', ['陈敏'])
  await story.addsBot(group, '陈敏')
  story.data.raw.exec('delete from groups')
  const chen = story.person('陈敏')
  await chen.says('/start@qzl_zhibu_bot', group)
  await chen.presses('我来开通', group)
  expect((await chen.last()).text).toContain('您正在为您的支部群开通')
})

test('while somebody opens the branch /start says so, and afterwards brings the claim card', async () => {
  const stage = await openingStage()
  const { story, group } = stage
  await stage.until('organiser')
  await story.until('2026-11-25 10:15')
  const zhou = story.person('周航')
  await zhou.says('/start@qzl_zhibu_bot', group)
  expect((await zhou.last(group)).text).toBe('陈敏同志正在开通，稍后会请您认领身份。')
  await stage.chen.presses('先跳过')
  await story.until('2026-11-25 10:30')
  await zhou.says('/start@qzl_zhibu_bot', group)
  const claimCards = (await zhou.heard(group)).filter((text) => text.includes('认领身份（'))
  expect(claimCards).toHaveLength(2)
  expect((await zhou.last(group)).silent).toBe(true)
})

test('the privacy note fits the window of a press', async () => {
  const { group, chen } = await openingStage()
  const note = await chen.presses('隐私说明', group)
  expect(note).toContain('不收身份证号')
  expect([...note].length).toBeLessThanOrEqual(200)
})

test('a group that becomes a supergroup in the middle is opened to the end, without a word', async () => {
  const story = await openStory()
  const chen = story.person('陈敏')
  const members = [chen.person]
  const group = story.world.group({ title: '青砖里', members, kind: 'group' })
  await story.addsBot(group, '陈敏')
  await chen.presses('我来开通', group)
  await chen.says(await story.claimCode())
  await chen.presses('用群名')
  group.upgrade(chen.person)
  await story.settle()
  expect(chen.sees(group).filter(({ from }) => from.isBot)).toEqual([])
  await chen.says('陈敏 6601\n周航 7702')
  for (const label of ['导入', '陈敏', '每月5日 15:00', '就这样', '周航']) await chen.presses(label)
  expect((await chen.last(group)).text).toContain('已认领 1/2')
})

test('removed from the group, the bot tells the secretary in private, once', async () => {
  const stage = await openingStage()
  const { story, group, chen, said } = stage
  await stage.until('organiser')
  await chen.presses('先跳过')
  group.removes(story.bot, chen.person)
  await story.settle()
  expect(await said()).toBe('我已离开群“青砖里文创园联合党支部”。资料还在，重新拉我进群即可继续。')
  const before = (await chen.heard()).length
  await story.addsBot(group, '陈敏')
  await story.until('2026-11-25 18:00')
  expect(await chen.heard()).toHaveLength(before)
})

test('a renamed group is called by its new name; the branch keeps its own', async () => {
  const stage = await openingStage()
  const { story, group, chen, said } = stage
  await stage.until('organiser')
  await chen.presses('先跳过')
  group.renames('青砖里·学习群', chen.person)
  group.removes(story.bot, chen.person)
  await story.settle()
  expect(await said()).toContain('我已离开群“青砖里·学习群”')
  const name = story.data.raw.prepare('select name from organisations').pluck().get()
  expect(name).toBe('青砖里文创园联合党支部')
})
