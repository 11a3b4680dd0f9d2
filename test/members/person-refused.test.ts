// The roster belongs to those who keep it: the neighbour, the organiser, a member get nothing.

import { expect, test } from 'vitest'
import { rosterOn } from '../../src/members/store.ts'
import { openEvening } from '../attendance/evening.ts'
import { opensCard } from './person-stage.ts'

const tables = [
  'people',
  'memberships',
  'standing_periods',
  'party_groups',
  'party_group_periods',
  'exemptions',
  'office_periods',
]

async function opened() {
  const evening = await openEvening()
  const { story, branch, person } = evening
  const rows = () =>
    tables.map((table) => story.data.raw.prepare(`select * from ${table} order by rowid`).all())
  const [own] = story.app.store.look((w) =>
    rosterOn(w, branch, '2026-11-25').filter(({ name }) => name === '孙悦'),
  )
  if (!own) throw new Error('孙悦 is missing')
  return { ...evening, rows, sun: own.person, chen: person('陈敏') }
}

/** Every button of the roster that changes or shows something, as a client could send it. */
function everyButton(branch: number, person: number, minute: number): string[] {
  const b = branch.toString(36)
  const about = `${b}:${person.toString(36)}`
  const whats = ['standing', 'group', 'kind', 'exempt', 'resume', 'leave', 'rejoin']
  return [
    `mp.all:${b}`,
    `mp.who:${b}:there`,
    `mp.who:${b}:left`,
    `mp.pk.p:${b}:0:0`,
    `mp.pk.f:${b}:0`,
    `mp.see:${about}`,
    ...whats.map((what) => `mp.ch:${about}:${what}`),
    `mp.val:${about}:standing:activist`,
    `mp.day:${about}:standing:activist`,
    `mp.from:${about}:standing:activist:2026-12-01`,
    `mp.from:${about}:group:none:2026-12-01`,
    `mp.from:${about}:kind:receiving:2026-12-01`,
    `mp.from:${about}:until:sick.2026-12-01:open`,
    `mp.from:${about}:resume:1:2026-12-01`,
    `mp.ok:${about}:leave:-:2026-12-01`,
    `mp.from:${about}:rejoin:-:2026-12-01`,
    ...[...whats, 'add'].flatMap((what) =>
      [1, 2, 3, 4, 5, 6].map(
        (row) => `mp.undo:${about}:${what}:${row}:open:${minute.toString(36)}`,
      ),
    ),
    `mp.fix:${about}`,
    `mp.note:${b}:1`,
    `mp.add:${b}`,
    `mp.addn:${b}:1`,
    `mp.addd:${b}:1:2026-12-01`,
    `mp.addo:${b}:1`,
    `pg.all:${b}`,
    `pg.see:${b}:1`,
    `pg.new:${b}`,
    `pg.name:${b}:1`,
    `pg.join:${b}:1`,
    `pg.pk.p:${b}:1:0`,
  ]
}

test.each(['高峰', '周航', '李晓雯', '马丽'])(
  '%s presses every button of the roster of 青砖里: refused in words, and no row is written',
  async (name) => {
    const { story, branch, sun, rows, chen, person } = await opened()
    await opensCard(chen, '孙悦')
    await chen.presses('免到')
    await chen.presses('产假')
    await chen.presses('今天起')
    await chen.presses('直到另行说明')
    const before = rows()
    const actor = person(name)
    const shown = actor.sees().length
    await actor.says('/help')
    const minute = Math.floor(story.clock.now().getTime() / 60_000)
    for (const data of everyButton(branch, sun, minute)) {
      const press = actor.forges(data)
      await story.settle()
      expect(press.answer?.text, data).toMatch(/由本支部书记管理|消息旧了|书记用的功能/)
    }
    expect(rows()).toEqual(before)
    const heard = actor
      .sees()
      .slice(shown)
      .map(({ text }) => text)
    expect(heard.join('\n')).not.toMatch(/孙悦|产假/)
  },
)

test('the own secretary of a neighbour branch cannot reach a person through their own branch', async () => {
  const { story, sun, rows, person } = await opened()
  const gao = person('高峰')
  await gao.says('/help')
  const before = rows()
  const other = story.data.raw
    .prepare("select id from organisations where name = '三号仓支部'")
    .pluck()
    .get() as number
  const minute = Math.floor(story.clock.now().getTime() / 60_000)
  for (const data of everyButton(other, sun, minute).filter((one) =>
    one.includes(`:${sun.toString(36)}:`),
  )) {
    gao.forges(data)
    await story.settle()
  }
  expect(rows()).toEqual(before)
  expect(
    gao
      .sees()
      .map(({ text }) => text)
      .join('\n'),
  ).not.toContain('孙悦')
})
