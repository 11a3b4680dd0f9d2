// What the secretary gets for a month, and who gets nothing.

import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { openEvening } from '../attendance/evening.ts'
import type { Actor } from '../support/actor.ts'

async function lockedEvening() {
  const evening = await openEvening({ now: '2026-12-04 18:52' })
  const { story, person } = evening
  for (const name of ['陈敏', '周航', '李晓雯']) await person(name).says('签到')
  await person('孙悦').says('请假 去上海布展')
  await person('周航').presses('同意')
  await story.until('2026-12-04 19:30')
  await person('周航').presses('结束签到')
  expect(await person('周航').presses('确认并锁定')).toBe('已锁定 ✅')
  return evening
}

async function sheets(actor: Actor) {
  const { file } = await actor.last()
  if (!file) throw new Error('no document came')
  return (await readXlsx(file.bytes)).sheets.map(({ name, rows }) => ({ name, rows }))
}

test('the sheet of a locked session says who came, who was on leave and why, and adds up', async () => {
  const { person } = await lockedEvening()
  await person('陈敏').says('/export 12月')
  const [signIn, reflections] = await sheets(person('陈敏'))
  expect(signIn?.rows[0]?.[0]).toBe('青砖里文创园联合党支部12月集中培训签到表')
  expect(signIn?.rows[2]?.[0]).toContain('时间：2026年12月4日（周五）19:00–20:30')
  const rowOf = (name: string) => signIn?.rows.find((row) => row[1] === name)
  expect(rowOf('李晓雯')?.slice(2, 6)).toEqual(['正式', '√', '18:52', '自报'])
  expect(rowOf('孙悦')?.slice(3)).toEqual(['○', '—', '—', '', '请假，其他：去上海布展'])
  expect(rowOf('王建国')?.[3]).toBe('×')
  expect(signIn?.rows.flat()).toContain(
    '应到 7 人　实到 3 人（迟到 0 人）　请假 1 人　缺席 3 人　列席 0 人　到会率 42.9%（3/7）',
  )
  expect(reflections?.name).toBe('学习体会')
})

test('locking writes one ledger entry, however often it is pressed, and nothing changes after', async () => {
  const { story, person, recorded } = await lockedEvening()
  const before = recorded()
  const summary = person('周航')
    .sees()
    .findLast(({ text }) => text.includes('已确认并锁定'))
  expect(summary?.buttons).toEqual([])
  await person('赵一鸣').says('签到')
  expect(recorded()).toEqual(before)
  const entries = story.data.raw.prepare('SELECT year, number FROM ledger_entries').all()
  expect(entries).toEqual([{ year: 2026, number: 1 }])
})

test('a sheet that is not locked yet says so', async () => {
  const { story, person } = await openEvening({ now: '2026-12-04 18:52' })
  await person('李晓雯').says('签到')
  await story.until('2026-12-04 19:00')
  await person('陈敏').says('/export 2026-12')
  const [signIn] = await sheets(person('陈敏'))
  expect(signIn?.rows.flat()).toContain('这张表还没有锁定，数字可能变化。')
})

test('names that look like formulas or tags stay what they are', async () => {
  const { story, person } = await openEvening({ now: '2026-12-04 18:52' })
  const rename = story.data.raw.prepare('UPDATE people SET name = ? WHERE name = ?')
  rename.run('=1+1', '赵一鸣')
  rename.run('<b>林涛</b>', '王建国')
  await story.until('2026-12-04 19:00')
  await person('陈敏').says('/export 2026-12')
  const [signIn] = await sheets(person('陈敏'))
  const names = signIn?.rows.map((row) => row[1])
  expect(names).toContain('=1+1')
  expect(names).toContain('<b>林涛</b>')
})

test('without a month three are offered, and the button brings the file', async () => {
  const { person } = await lockedEvening()
  await person('陈敏').says('导出')
  expect((await person('陈敏').last()).buttons.flat().map(({ label }) => label)).toEqual([
    '12月',
    '11月',
    '10月',
  ])
  expect(await person('陈敏').presses('12月')).toBe('正在整理')
  expect((await person('陈敏').last()).file?.name).toBe('青砖里文创园联合党支部_台账_202612.xlsx')
})

test('a month that cannot be read is asked for again with an example', async () => {
  const { person } = await openEvening()
  for (const month of ['上上个月', '2026-13', '9999-12']) {
    await person('陈敏').says(`/export ${month}`)
    expect((await person('陈敏').last()).text).toContain(
      '没看懂是哪个月。可以这样写：/export 2026-12',
    )
  }
})

test('members, the organiser and the neighbour branch get no file', async () => {
  const { person } = await lockedEvening()
  await person('陈敏').says('导出')
  const offered = person('陈敏').sees().at(-1)
  const data = offered?.buttons[0]?.[0]?.data ?? ''
  for (const name of ['李晓雯', '周航']) {
    await person(name).says('/export 2026-12')
    expect((await person(name).last()).text).toContain('导出台账是书记用的功能')
  }
  const neighbour = person('高峰')
  await neighbour.says('/export 2026-12')
  const [only] = await sheets(neighbour)
  expect(only?.name).toBe('学习体会')
  expect(JSON.stringify(only?.rows)).not.toContain('李晓雯')
  expect(data).toMatch(/^led\.exp:/)
})
