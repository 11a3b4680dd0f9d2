// Every button around offices in a wrong hand: a friendly word, and no row.

import { expect, test } from 'vitest'
import { businessOf, screenIn, toastOf, watchScreens } from '../month/hands.ts'
import { type OfficeBranch, officeBranch } from './office-branch.ts'

/** Everything about offices that can be on a screen: asked, handed over, ended, laid down. */
async function everyScreen(stage: OfficeBranch) {
  stage.story.data.raw.exec(
    "insert into party_groups (branch_id, name, position) values (1, '第一党小组', 1)",
  )
  await stage.offices()
  await stage.presses('陈敏', '请人担任…', '李晓雯', '党小组长', '第一党小组', '其他日期')
  await stage.person('陈敏').says('12月15日')
  await stage.presses('陈敏', '改日期', '今天起', '发给李晓雯')
  await stage.presses('李晓雯', '我来担任', '我的职务')
  await stage.offices()
  await stage.presses('陈敏', '请人担任…', '孙悦', '宣传委员', '下月1日起', '发给孙悦')
  await stage.offices()
  await stage.presses('陈敏', '到期/免去…', '李晓雯 · 党小组长（第一党小组）')
  await stage.offices()
  await stage.presses('陈敏', '移交书记…', '李晓雯', '下月1日起', '发给李晓雯')
  await stage.presses('李晓雯', '我来担任')
  await stage.presses('陈敏', '收回移交…')
}

test('a member, another branch’s secretary and a stranger change nothing by pressing them', async () => {
  const stage = await officeBranch()
  const { story } = stage
  const screens = watchScreens(story)
  await everyScreen(stage)
  const pressed = screens.data.filter(({ data }) => data.startsWith('of.'))
  expect(new Set(pressed.map(({ data }) => data.split(':')[0])).size).toBe(13)
  await stage.claims('王建国')
  for (const name of ['高峰', '马丽', '路人']) await stage.person(name).opens()
  for (const name of ['王建国', '高峰', '马丽', '路人']) {
    const hand = stage.person(name)
    const before = businessOf(story.data)
    for (const { data } of pressed) {
      const screen = screenIn(story, hand.person.user.id).length
      const query = hand.forges(data)
      await story.settle()
      // One's own offices are shown to anybody of the branch.
      if (data.startsWith('of.me') && name === '王建国') continue
      expect
        .soft(toastOf(query), `${name} ${data}`)
        .toMatch(/任免职务是书记|职务名单是书记|请本人来答复|不在这个支部|消息旧了|已经结束/)
      expect.soft(screenIn(story, hand.person.user.id), `${name} ${data}`).toHaveLength(screen)
    }
    expect(businessOf(story.data), name).toEqual(before)
  }
})
