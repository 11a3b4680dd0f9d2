// Unbinding keeps everything recorded; erasure keeps the name in the ledger, and nothing else.

import { expect, test } from 'vitest'
import { html } from '../../src/kernel/html.ts'
import { tell } from '../../src/members/actions.ts'
import { rosterNow } from '../../src/members/store.ts'
import { openEvening } from '../attendance/evening.ts'
import type { Actor } from '../support/actor.ts'
import { at } from '../support/clock.ts'
import type { Story } from '../support/story.ts'

const said = async (actor: Actor) => (await actor.last()).text

async function openPage(actor: Actor) {
  await actor.says('/me')
  await actor.presses('我的资料')
}

test('unbinding is asked about first; then the account is a stranger and the record stays', async () => {
  const { person, story } = await openEvening({ now: '2026-12-04 18:45' })
  await person('李晓雯').says('签到')
  await openPage(person('李晓雯'))
  await person('李晓雯').presses('解除绑定')
  expect(await said(person('李晓雯'))).toContain('您的记录都留着')
  await person('李晓雯').presses('确认解除')
  expect(await said(person('李晓雯'))).toContain('已解除绑定')
  await person('李晓雯').says('/me')
  expect(await said(person('李晓雯'))).toContain('认领身份')
  expect(story.data.raw.prepare('select state from marks').pluck().all()).toEqual(['present'])
  await person('李晓雯').opens('claim_1')
  await person('李晓雯').says('李晓雯 6281')
  await person('李晓雯').presses('是我')
  await person('李晓雯').says('/me')
  expect(await said(person('李晓雯'))).toContain('李晓雯同志，您好。')
})

test('who thinks again stays; an old button and a second press do nothing', async () => {
  const { person, story } = await openEvening()
  await openPage(person('孙悦'))
  await person('孙悦').presses('申请删除')
  const asked = await person('孙悦').last()
  await person('孙悦').presses('再想想')
  await story.until('2026-11-25 10:58')
  expect(await person('孙悦').pressesOn(asked, '确认删除')).toContain('过了时间')
  await person('孙悦').says('/me')
  expect(await said(person('孙悦'))).toContain('孙悦同志')
})

test('only the question asked last can be confirmed', async () => {
  const { person, story } = await openEvening()
  const sun = person('孙悦')
  await openPage(sun)
  await sun.presses('申请删除')
  const first = await sun.last()
  story.clock.set(at('2026-11-25 10:43'))
  await sun.presses('申请删除')
  expect(await sun.pressesOn(first, '确认删除')).toContain('过了时间')
  const second = await sun.last()
  await sun.presses('解除绑定')
  expect(await sun.pressesOn(second, '确认删除')).toContain('过了时间')
  await sun.says('/me')
  expect(await said(sun)).toContain('孙悦同志')
})

test('erasure takes away at once what may go, keeps name and marks, and tells the secretary', async () => {
  const evening = await openEvening({ now: '2026-12-04 18:20' })
  const { person, story } = evening
  await person('孙悦').says('请假 母亲住院')
  await person('孙悦').says('体会')
  await person('孙悦').says('版权要从源头管起。')
  await person('孙悦').presses('提交')
  await person('孙悦').says('/settings')
  await person('孙悦').presses('提醒改成：少')
  await openPage(person('孙悦'))
  await person('孙悦').presses('有误，请更正')
  await person('孙悦').says('我已转正，编号 9988')
  await story.until('2026-12-04 19:31')
  await openPage(person('孙悦'))
  await person('孙悦').presses('申请删除')
  expect(await said(person('孙悦'))).toContain('您的签到记录属于支部台账会保留姓名')
  await person('孙悦').presses('确认删除')
  expect(await said(person('孙悦'))).toContain('已删除')
  const rest = everything(story)
  expect(rest).toContain('孙悦')
  expect(rest).not.toMatch(/母亲住院|版权要从源头|9988|"1004"/)
  expect(rest).not.toContain(String(person('孙悦').person.id))
  expect(evening.recorded().孙悦).toBe('excused')
  const told = (await person('陈敏').heard()).filter((text) => text.includes('孙悦同志删除了'))
  expect(told).toHaveLength(1)
  await person('孙悦').says('/me')
  expect(await said(person('孙悦'))).toContain('认领身份')
})

test('what still waited for the account is never sent', async () => {
  const { person, story, branch } = await openEvening({ now: '2026-12-04 20:40' })
  await openPage(person('林涛'))
  story.app.store.work((w) => {
    const lin = rosterNow(w, branch).find(({ name }) => name === '林涛')?.person
    if (!lin) throw new Error('林涛 is not on the roster')
    const notBefore = at('2026-12-05 09:00')
    tell(w, { branch, person: lin, message: { text: html`明天见` }, notBefore })
  })
  await person('林涛').presses('申请删除')
  await person('林涛').presses('确认删除')
  const before = (await person('林涛').heard()).length
  await story.until('2026-12-08 12:00')
  expect(await person('林涛').heard()).toHaveLength(before)
})

test('the only secretary hands over first', async () => {
  const { person, story } = await openEvening()
  for (const label of ['解除绑定', '申请删除']) {
    await openPage(person('陈敏'))
    await person('陈敏').presses(label)
    expect(await said(person('陈敏'))).toContain('唯一的书记')
    const buttons = (await person('陈敏').last()).buttons.flat().map((one) => one.label)
    expect(buttons).toContain('移交书记…')
  }
  const linked = story.data.raw.prepare('select person_id from accounts where id = ?')
  expect(linked.pluck().get(person('陈敏').person.id)).not.toBeNull()
})

test('another’s confirmation is nobody else’s to press', async () => {
  const { person, story } = await openEvening()
  await openPage(person('孙悦'))
  await person('孙悦').presses('申请删除')
  const data = (await person('孙悦').last()).buttons
    .flat()
    .find(({ label }) => label === '确认删除')?.data
  for (const name of ['马丽', '高峰', '陈敏', '李晓雯']) {
    await person(name).says('帮助')
    person(name).forges(data ?? '')
    await story.settle()
  }
  expect(story.data.raw.prepare('select * from people where erased_at is not null').all()).toEqual(
    [],
  )
})

function everything({ data: { raw } }: Story): string {
  const tables = raw.prepare("select name from sqlite_master where type = 'table'").pluck().all()
  return (tables as string[])
    .filter((table) => !table.startsWith('sqlite_'))
    .map((table) => JSON.stringify(raw.prepare(`select * from "${table}"`).all()))
    .join('\n')
}
