// Somebody leaves the branch, comes back, or is received in it: each with its day.

import { expect, test } from 'vitest'
import { html } from '../../src/kernel/html.ts'
import { type AccountId, type OrganisationId, privateChat } from '../../src/kernel/ids.ts'
import { enqueue } from '../../src/platform/outbox/outbox.ts'
import { at } from '../support/clock.ts'
import { labels, openRoster, opensCard, text } from './person-stage.ts'

/** The second branch of the stage. */
const other = 2 as OrganisationId

test('转出 says what follows, keeps the history, ends offices and can be taken back', async () => {
  const { chen, member, story } = await openRoster()
  await opensCard(chen, '周航')
  await chen.presses('转出')
  await chen.presses('下月1日起')
  const asked = await text(chen)
  for (const line of [
    '周航同志从 12月1日 起转出',
    '都保留',
    '不再收到提醒',
    '职务随之结束：组织委员',
  ]) {
    expect(asked).toContain(line)
  }
  await chen.presses('确认转出')
  expect(member('周航', '2026-11-30')).toBeDefined()
  expect(member('周航', '2026-12-01')).toBeUndefined()
  await chen.presses('看周航')
  expect(await text(chen)).toContain('12月1日起转出')
  await chen.presses('改转出日期')
  await chen.presses('不转出了')
  expect(await text(chen)).toBe('✅ 周航同志不转出了。')
  expect(member('周航', '2026-12-01')).toBeDefined()
  story.clock.set(at('2026-12-01 09:00'))
  const office = story.data.raw.prepare(
    "select until_at from office_periods where office = 'organiser'",
  )
  expect(office.pluck().get()).not.toBeNull()
})

test('who left is found again and taken back as a new membership; nobody remembers the gap', async () => {
  const { chen, member, story } = await openRoster()
  await opensCard(chen, '孙悦')
  await chen.presses('转出')
  await chen.presses('下月1日起')
  await chen.presses('确认转出')
  story.clock.set(at('2026-12-20 10:00'))
  await chen.says('/members')
  await chen.presses('逐个看')
  expect(await labels(chen)).not.toContain('孙悦')
  await chen.presses('已转出的同志')
  await chen.presses('孙悦')
  expect(await text(chen)).toContain('已转出')
  await chen.presses('再次转入')
  await chen.presses('今天起')
  expect(member('孙悦', '2026-12-19')).toBeUndefined()
  expect(member('孙悦', '2026-12-20')).toBeDefined()
})

test('a floating member is received from a day on: expected as before, without a vote', async () => {
  const { chen, member } = await openRoster()
  await opensCard(chen, '赵一鸣')
  await chen.presses('改为流入党员')
  await chen.presses('下月1日起')
  expect(await text(chen)).toBe('✅ 赵一鸣同志12月1日起为流入党员，在原支部表决。')
  expect(member('赵一鸣', '2026-11-30')?.kind).toBe('home')
  expect(member('赵一鸣', '2026-12-01')?.kind).toBe('receiving')
  await chen.presses('看赵一鸣')
  expect(await text(chen)).toContain('有表决权，12月1日起为流入党员')
  await opensCard(chen, '赵一鸣')
  await chen.presses('转入组织关系')
  await chen.presses('下月1日起')
  expect(member('赵一鸣', '2026-12-01')?.kind).toBe('home')
  await chen.presses('撤销')
  expect(member('赵一鸣', '2026-12-01')?.kind).toBe('receiving')
  expect(member('赵一鸣', '2026-11-30')?.kind).toBe('home')
})

test('who left on the day of joining is not lost: they can be taken back, digits and account', async () => {
  const { chen, member } = await openRoster()
  await opensCard(chen, '孙悦')
  await chen.presses('转出')
  await chen.presses('今天起')
  await chen.presses('确认转出')
  expect(member('孙悦', '2026-11-25')).toBeUndefined()
  await chen.says('/members')
  await chen.presses('添加一位')
  await chen.says('孙悦 1004')
  expect(await text(chen)).toContain('以前在本支部')
  await chen.presses('是，再次转入')
  await chen.presses('今天起')
  expect(member('孙悦', '2026-11-25')?.account).toBeDefined()
})

test('the secretary leaves only after handing over', async () => {
  const { chen, member } = await openRoster()
  await opensCard(chen, '陈敏')
  await chen.presses('转出')
  await chen.presses('今天起')
  expect(await chen.presses('确认转出')).toContain('先把职务移交')
  expect(member('陈敏', '2026-11-25')).toBeDefined()
})

test('reminders of the branch that still waited for who left are not sent; all else is', async () => {
  const { chen, story, branch, person } = await openRoster()
  const sun = person('孙悦')
  const chat = privateChat(sun.person.id as AccountId)
  const held = { chat, branch, notBefore: at('2026-12-01 09:00') }
  story.app.store.work((w) => {
    enqueue(w, { ...held, message: { text: html`提醒本支部的事` }, about: 'session:1' })
    enqueue(w, { ...held, message: { text: html`别的支部的提醒` }, about: 's', branch: other })
    const before = { ...held, notBefore: at('2026-11-30 09:00') }
    enqueue(w, { ...before, message: { text: html`还在时的提醒` }, about: 's' })
    enqueue(w, { ...held, message: { text: html`您的更正已办` } })
  })
  await opensCard(chen, '孙悦')
  await chen.presses('转出')
  await chen.presses('下月1日起')
  await chen.presses('确认转出')
  await story.until('2026-12-01 10:00')
  const heard = (await sun.heard()).join('\n')
  for (const sent of ['别的支部的提醒', '还在时的提醒', '您的更正已办'])
    expect(heard).toContain(sent)
  expect(heard).not.toContain('提醒本支部的事')
})
