// Exempt people: told of everything, asked for nothing, welcome all the same.

import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { reflectionsOf } from '../../src/reflection/store.ts'
import { opensCard } from '../members/person-stage.ts'
import { openEvening } from './evening.ts'

async function withExempt(...names: readonly string[]) {
  const evening = await openEvening({ now: '2026-12-03 10:00' })
  const chen = evening.person('陈敏')
  for (const name of names) {
    await opensCard(chen, name)
    await chen.presses('免到')
    await chen.presses('年老体弱')
    await chen.presses('今天起')
    await chen.presses('直到另行说明')
  }
  return { ...evening, chen }
}

async function signInRows(evening: Awaited<ReturnType<typeof withExempt>>) {
  await evening.chen.says('/export 2026-12')
  const { file } = await evening.chen.last()
  if (!file) throw new Error('no document came')
  return (await readXlsx(file.bytes)).sheets[0]?.rows ?? []
}

test('nobody chases an exempt person for an answer, and one who stays away is not missing', async () => {
  const evening = await withExempt('孙悦', '王建国')
  const { story, person } = evening
  await story.until('2026-12-03 18:30')
  const heard = (await person('孙悦').heard()).join('\n')
  expect(heard).not.toContain('还没收到您的回执')
  expect((await person('赵一鸣').heard()).join('\n')).toContain('还没收到您的回执')
  await story.until('2026-12-04 19:30')
  const summary = (await person('周航').last()).text
  expect(summary).toContain('应到 5')
  expect(summary).toContain('免到 2 人')
  expect(summary.split('未到：')[1]).not.toContain('孙悦')
})

test('an exempt person who comes counts in 应到 and 实到, and the sheet says 免到', async () => {
  const evening = await withExempt('孙悦', '王建国')
  const { story, person, recorded } = evening
  await story.until('2026-12-04 18:52')
  for (const name of ['陈敏', '周航', '李晓雯', '赵一鸣', '何雨桐', '孙悦']) {
    await person(name).says('签到')
  }
  expect(recorded()).toMatchObject({ 孙悦: 'present', 王建国: 'unrecorded' })
  await person('周航').says('/rollcall')
  expect((await person('周航').last()).text).toContain('应到 6　到会 6')
  expect(JSON.stringify((await person('周航').last()).buttons)).toContain('王建国（免到）')
  await story.until('2026-12-04 19:31')
  expect(await person('周航').presses('确认并锁定')).toBe('已锁定 ✅')
  const rows = await signInRows(evening)
  const rowOf = (name: string) => rows.find((row) => row[1] === name)
  expect(rowOf('孙悦')?.slice(2)).toEqual(['正式', '√', '18:52', '自报', '', '免到，仍到会'])
  expect(rowOf('王建国')?.slice(2)).toEqual(['正式', '免', '—', '—', '', '免到'])
  expect(rows.flat()).toContain(
    '应到 6 人　实到 6 人（迟到 0 人）　请假 0 人　缺席 0 人　列席 0 人　免到 1 人　到会率 100.0%（6/6）',
  )
  expect(recorded().王建国).toBe('unrecorded')
})

test('the roll of an evening keeps its exemptions when the roster changes', async () => {
  const evening = await withExempt('孙悦')
  const { story, chen, line } = evening
  await story.until('2026-12-04 18:31')
  expect(line('孙悦')?.place).toBe('exempt')
  await opensCard(chen, '孙悦')
  await chen.presses('恢复应到')
  await chen.presses('本月1日起')
  expect(line('孙悦')?.place).toBe('exempt')
})

test('who is exempt on the day it is due owes no reflection; one that comes all the same counts', async () => {
  const evening = await withExempt('孙悦')
  const { story, branch, person } = evening
  const exempt = () =>
    story.app.store
      .look((w) => reflectionsOf(w, branch, '2026-12'))
      .filter((one) => one.exempt)
      .map(({ name }) => name)
  expect(exempt()).toEqual(['孙悦'])
  await person('孙悦').says('体会')
  await person('孙悦').says('在家读了版权保护的材料，也想说几句。')
  await person('孙悦').presses('提交')
  expect(exempt()).toEqual([])
})

test('party groups stand on the sheet where the branch has them', async () => {
  const evening = await withExempt()
  const { story, chen } = evening
  await chen.says('/members')
  await chen.presses('党小组')
  await chen.presses('新建党小组')
  await chen.says('第一党小组')
  await chen.presses('加入同志')
  await chen.presses('孙悦')
  await chen.presses('今天起')
  await story.until('2026-12-04 18:31')
  const rows = await signInRows(evening)
  const heads = rows.find((row) => row[0] === '序号')
  expect(heads?.slice(0, 4)).toEqual(['序号', '姓名', '党小组', '类别'])
  expect(rows.find((row) => row[1] === '孙悦')?.slice(2, 4)).toEqual(['第一党小组', '正式'])
  expect(rows.find((row) => row[1] === '赵一鸣')?.slice(2, 4)).toEqual(['—', '正式'])
})
