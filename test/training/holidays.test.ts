// Public holidays in the life of a branch: known ones are avoided, missing ones are said to be missing.

import { afterEach, expect, test } from 'vitest'
import { useHolidayYears } from '../../src/kernel/rest-days.ts'
import { importHolidays } from '../../src/organisation/actions/holidays.ts'
import { openEvening } from '../attendance/evening.ts'

afterEach(() => useHolidayYears([]))

const notice = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。`

async function openNovember() {
  const evening = await openEvening({ now: '2026-11-19 10:00' })
  const heard = async (name: string) =>
    (await evening.person(name).heard()).filter((text) => text.includes('放假安排'))
  return { ...evening, heard }
}

test('in November the secretary alone is told once that next year is missing', async () => {
  const { story, heard } = await openNovember()
  await story.until('2026-11-24 10:00')
  expect(await heard('陈敏')).toEqual([
    '2027年的放假安排还没有导入。排到那一年的日期先只避开周末和元旦，并标“未核对节假日”。\n通知公布后，请管理员导入一次。',
  ])
  expect(await heard('周航')).toEqual([])
  expect(await heard('高峰')).toHaveLength(1)
})

test('once the notice is imported nobody is told, and the dates leave its holidays', async () => {
  const { story, person, heard } = await openNovember()
  story.app.store.work((w) => importHolidays(w, notice))
  await story.until('2026-11-24 10:00')
  expect(await heard('陈敏')).toEqual([])
  await person('周航').says('/plan 每月第一个周五 19:00')
  expect((await person('周航').last()).text.split('\n').slice(2)).toEqual([
    '接下来三次：',
    '🗓 12月4日（周五）19:00',
    '🗓 2027年1月4日（周一）19:00',
    '🗓 2027年2月4日（周四）19:00',
  ])
})

test('a restart knows what was imported', async () => {
  const { story, person } = await openNovember()
  story.app.store.work((w) => importHolidays(w, notice))
  useHolidayYears([])
  await story.restart()
  await person('周航').says('/plan 每月最后一个工作日 14:30')
  expect((await person('周航').last()).text).toContain('🗓 2027年1月31日（周日）14:30')
})
