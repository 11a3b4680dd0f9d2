// The overview pages: what waits for whom, the next session, help, and what was not understood.

import { expect, test } from 'vitest'
import { openEvening } from '../attendance/evening.ts'

test('/me says what waits for me and how my year was', async () => {
  const { story, person } = await openEvening({ now: '2026-12-04 18:10' })
  await person('李晓雯').says('我的')
  const before = await person('李晓雯').last()
  expect(before.text).toContain('李晓雯同志，您好。')
  expect(before.text).toContain('12月4日')
  await person('李晓雯').presses('回复邀请')
  await person('李晓雯').presses('参加')
  await story.until('2026-12-04 18:45')
  await person('李晓雯').says('签到')
  await story.until('2026-12-04 19:30')
  await person('周航').presses('结束签到')
  await person('李晓雯').says('/me')
  expect((await person('李晓雯').last()).text).toContain(
    '2026年：应到 1 次，到会 1 次，请假 0 次。',
  )
})

test('/next shows the invitation with its answers', async () => {
  const { person } = await openEvening()
  await person('孙悦').says('下次')
  const next = await person('孙悦').last()
  expect(next.text).toContain('12月集中培训')
  expect(next.buttons.flat().map(({ label }) => label)).toEqual(['✅ 参加', '🙏 请假'])
})

test('/next says what I have answered already', async () => {
  const { person, group } = await openEvening()
  await person('孙悦').presses('参加', group)
  await person('孙悦').says('下次')
  expect((await person('孙悦').last()).text).toContain('您已登记参加 ✅')
})

test('the year begins at midnight of the branch, not of London', async () => {
  const times = { start: '2027-01-08 19:00', end: '2027-01-08 20:30' }
  const { person } = await openEvening({ now: '2027-01-01 00:30', ...times })
  await person('孙悦').says('/me')
  expect((await person('孙悦').last()).text).toContain('2027年还没有记录到的活动')
})

test('/todo gathers what waits for the organiser, and is not for members', async () => {
  const { person } = await openEvening()
  await person('李晓雯').says('请假 出差')
  await person('周航').says('/todo')
  expect((await person('周航').last()).text).toContain('待处理')
  expect((await person('周航').last()).text).toContain('请假')
  await person('李晓雯').says('/todo')
  expect((await person('李晓雯').last()).text).toContain('书记和组织委员用的功能')
})

test('help lists to each what they may do', async () => {
  const { person } = await openEvening()
  await person('李晓雯').says('帮助')
  const forMember = (await person('李晓雯').last()).text
  expect(forMember).toContain('/leave')
  expect(forMember).not.toContain('/export')
  await person('陈敏').says('/help')
  expect((await person('陈敏').last()).text).toContain('/export')
})

test('what nobody understands gets a way on and a person to ask', async () => {
  const { person } = await openEvening()
  for (const text of ['嗯嗯', '/abc', '/export2026']) {
    await person('李晓雯').says(text)
    const answer = await person('李晓雯').last()
    expect(answer.text).toContain('没太明白')
    expect(answer.text).toContain('周航')
    expect(answer.buttons.flat().map(({ label }) => label)).toContain('我的待办')
  }
})

test('a stranger is sent to the group and learns nothing about the branch', async () => {
  const { person } = await openEvening()
  await person('路人').opens()
  for (const text of ['我的', '下次', '/todo', '签到', '/export 2026-12']) {
    await person('路人').says(text)
  }
  const heard = (await person('路人').heard()).join('\n')
  expect(heard).toContain('回到您所在支部的群里')
  expect(heard).not.toMatch(/李晓雯|版权|12月4日/)
})

test('somebody who has only come by the link is shown nothing of the branch either', async () => {
  const { person } = await openEvening()
  await person('路人').opens('claim_1')
  for (const text of ['下次', '我的', '/todo', '/members', '/export 2026-12']) {
    await person('路人').says('取消')
    await person('路人').says(text)
  }
  expect((await person('路人').heard()).join('\n')).not.toMatch(/孙悦|版权|12月4日/)
})

test('a personal command typed in the group is answered with a way into the private chat', async () => {
  const { person, group } = await openEvening()
  await person('孙悦').says('/me@qzl_zhibu_bot', group)
  const answer = await person('孙悦').last(group)
  expect(answer.text).toBe('这件事我们在私聊里说。')
  await person('孙悦').presses('打开私聊', group)
  expect((await person('孙悦').last()).text).toContain('孙悦同志，您好。')
})
