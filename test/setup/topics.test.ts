// A group with topics: everything goes to the one in which the branch was opened.

import { beforeEach, describe, expect, test } from 'vitest'
import type { Group } from '../../src/sandbox/group.ts'
import { claim } from '../support/opening.ts'
import { openStory, type Story } from '../support/story.ts'

const title = '青砖里文创园联合党支部'

let story: Story
let group: Group
let branchTopic: number
let chatTopic: number

beforeEach(async () => {
  story = await openStory()
  const members = ['陈敏', '周航', '李晓雯'].map((name) => story.person(name).person)
  group = await story.world.group({ title, members, kind: 'supergroup', isForum: true })
  await story.addsBot(group, '陈敏')
  const chen = story.person('陈敏').person
  branchTopic = group.opensTopic('支部工作', chen)
  chatTopic = group.opensTopic('闲聊', chen)
  await story.until('2026-11-25 10:15')
})

async function starts(name: string, thread?: number) {
  story.person(name).person.says(group, '/start@qzl_zhibu_bot', thread ? { thread } : {})
  await story.settle()
}

async function opens() {
  const chen = story.person('陈敏')
  await chen.presses('我来开通', group)
  await chen.says(await story.claimCode())
  await chen.presses('用群名')
  await chen.says('陈敏 6601\n周航 7702\n李晓雯 6281')
  for (const label of ['导入', '陈敏', '每次临时定', '就这样', '先跳过']) await chen.presses(label)
}

/** What the bot posted in the group since, with the topic of each. */
const posts = async () =>
  story
    .person('李晓雯')
    .sees(group)
    .filter(({ from }) => from.isBot)
    .map(({ text, thread }) => [text.split('\n')[0], thread])

describe('set up in a topic', () => {
  beforeEach(async () => {
    await starts('陈敏', branchTopic)
    await opens()
  })

  test('claim card, session card, calling off and farewell are posted there', async () => {
    const chen = story.person('陈敏')
    await chen.says('/newtraining 12月4日周五19:00-20:30 党群服务中心二楼 版权保护')
    await chen.presses('发布到群')
    await chen.presses('现在发送')
    await chen.presses('取消活动')
    await chen.presses('确认取消活动')
    await story.until('2026-11-25 11:00')
    await chen.says('/settings')
    await chen.presses('停用支部')
    await chen.presses('确认停用')
    expect((await posts()).slice(1)).toEqual([
      ['大家好，我是支部小助手。', branchTopic],
      ['👤 认领身份（每人一次，约 20 秒）', branchTopic],
      ['📚 12月集中培训已取消。', branchTopic],
      ['12月4日培训取消，另行通知。', branchTopic],
      [expect.stringContaining('在这里的工作先到今天'), branchTopic],
    ])
  })

  test('/start in another topic is answered there, and moves nothing', async () => {
    const before = (await posts()).length
    await story.until('2026-11-25 10:30')
    await starts('周航', chatTopic)
    expect((await posts()).slice(before)).toEqual([
      ['支部的通知发在开通时的那个话题里。要认领身份，点这里就行。', chatTopic],
    ])
    await claim(story, group, { name: '周航', tail: '7702' })
    expect((await story.person('周航').last()).text).toContain('认领成功')
    const card = story
      .person('李晓雯')
      .sees(group)
      .find(({ text }) => text.includes('已认领 2/3'))
    expect(card?.thread).toBe(branchTopic)
    await story.until('2026-11-25 10:45')
    await starts('周航', branchTopic)
    expect((await posts()).at(-1)).toEqual(['👤 认领身份（每人一次，约 20 秒）', branchTopic])
  })
})

test('the card asked for last decides: General after a topic is General', async () => {
  await starts('陈敏', branchTopic)
  await story.until('2026-11-25 10:30')
  await starts('陈敏')
  await opens()
  expect((await posts()).at(-1)).toEqual(['👤 认领身份（每人一次，约 20 秒）', undefined])
})
