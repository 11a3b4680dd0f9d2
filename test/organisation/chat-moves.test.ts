// A group becomes a supergroup: the branch notices nothing but a fresh card.

import { expect, test } from 'vitest'
import type { Group } from '../../src/sandbox/group.ts'
import { claim, openBranch } from '../support/opening.ts'
import { openStory, type Story } from '../support/story.ts'

const roster = [
  { name: '陈敏', tail: '6601' },
  { name: '周航', tail: '7702' },
  { name: '李晓雯', tail: '6281' },
]

async function published(): Promise<{ story: Story; group: Group }> {
  const story = await openStory()
  const group = (await openBranch(story, {
    title: '青砖里文创园联合党支部',
    secretary: '陈敏',
    roster,
    organiser: '周航',
    kind: 'group',
  })) as Group
  for (const member of roster.slice(1)) await claim(story, group, member)
  await story.person('周航').says('/newtraining 12月4日周五19:00 二楼 版权党课')
  await story.person('周航').presses('发布到群')
  await story.person('周航').presses('现在发送')
  return { story, group }
}

const cards = (texts: readonly string[], words: string) =>
  texts.filter((one) => one.includes(words))

test('members go on answering on the card in the new chat', async () => {
  const { story, group } = await published()
  group.upgrade(story.person('陈敏').person)
  await story.settle()
  const posted = await story.person('李晓雯').heard(group)
  expect(cards(posted, '12月集中培训')).toHaveLength(1)
  expect(cards(posted, '认领身份')).toHaveLength(1)
  expect(cards(posted, '大家好')).toEqual([])
  expect(await story.person('李晓雯').presses('参加', group)).toContain('已登记参加')
  expect((await story.person('李晓雯').heard(group)).join()).toContain('已报名 1 人：李晓雯')
})

test('a move that shows only when something is sent is followed, too', async () => {
  const { story, group } = await published()
  group.upgrade(story.person('陈敏').person)
  story.world.bot.updates.confirm(Number.MAX_SAFE_INTEGER)
  await story.person('李晓雯').says('请假 出差')
  await story.person('孙悦').opens()
  await story.until('2026-12-04 18:30')
  const posted = await story.person('李晓雯').heard(group)
  expect(cards(posted, '12月集中培训')).toHaveLength(1)
  expect(await story.person('李晓雯').presses('参加', group)).toContain('已登记参加')
})
