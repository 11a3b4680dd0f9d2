// A branch of a hundred, some with names nobody would choose: every list still fits in a message.

import { expect, test } from 'vitest'
import { claim, openBranch } from '../support/opening.ts'
import type { Named } from '../support/people.ts'
import { openStory, type Story } from '../support/story.ts'

const odd = ['<b>林涛</b>', '林=1+1', '\u202e文倒', '名'.repeat(80), '&lt;"引号"', '👨‍👩‍👧‍👦一家']
const note = '请假 家中有事，'.padEnd(200, '长')

function people(count: number): Named[] {
  const second = '甲乙丙丁戊己庚辛壬癸'
  return Array.from({ length: count }, (_, at) => {
    const name = `欧阳${second[Math.floor(at / 10)]}${second[at % 10]}`
    return { name: at === 0 ? '陈敏' : (odd[at - 10] ?? name), tail: String(1000 + at) }
  })
}

test('a month of a hundred people, of whom most do nothing', async () => {
  const count = 100
  const roster = people(count)
  const story = await openStory({ now: '2026-11-25 10:00' })
  const group = await openBranch(story, { title: '大支部', secretary: '陈敏', roster })
  const chen = story.person('陈敏')
  const said = async () => (await chen.last()).text

  await chen.says('/members')
  expect(await said()).toContain(`已认领 1/${count}`)
  const active = roster.slice(1, 31)
  for (const member of active) await claim(story, group, member)
  for (const member of active.slice(0, 5)) story.person(member.name).person.blocks(story.bot)

  await chen.says('/newtraining 12月4日周五19:00-20:30 二楼 党课')
  await chen.presses('发布到群')
  await chen.presses('现在发送')
  for (const { name } of active.slice(5)) await story.person(name).presses('参加', group)
  for (const { name } of active.slice(20)) await story.person(name).says(note)
  await story.until('2026-11-25 11:00')
  expect(await said()).toContain('待确认请假 10 人')
  await chen.presses('全部同意')

  await story.until('2026-12-04 18:35')
  expect((await chen.heard()).join('\n')).toContain('没有回执：')
  await chen.says('/rollcall')
  await chen.presses('下页')
  await chen.presses('欧阳')
  await story.until('2026-12-04 19:30')
  expect(await said()).toContain('未到：')
  await chen.presses('结束签到')
  await chen.presses('确认并锁定')
  await story.until('2026-12-31 16:00')
  expect(await said()).toContain(`今天还差 ${count} 人`)
  await chen.says('/export 2026-12')
  expect((await chen.last()).file?.name).toContain('.xlsx')
  for (const { text, buttons } of allSaid(story)) {
    expect(text.length).toBeLessThan(4_096)
    expect(buttons.length).toBeLessThanOrEqual(100)
    for (const data of buttons) expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
  }
}, 60_000)

/** Everything the bot has said anywhere, with the data of its buttons. */
function allSaid({ world }: Story): { text: string; buttons: string[] }[] {
  const rooms = [...world.state.groups.values(), ...world.state.privateRooms.values()]
  return rooms.flatMap(({ posts }) =>
    [...posts.values()].map(({ message }) => ({
      text: message.text ?? '',
      buttons: (message.reply_markup?.inline_keyboard ?? []).flatMap((row) =>
        row.map((button) => ('callback_data' in button ? button.callback_data : '')),
      ),
    })),
  )
}
