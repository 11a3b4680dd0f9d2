// What is kept about me: I see it, have it corrected, take it along.

import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { ownReport } from '../../src/desk/report.ts'
import { openEvening } from '../attendance/evening.ts'
import type { Actor } from '../support/actor.ts'

const said = async (actor: Actor) => (await actor.last()).text
const labels = async (actor: Actor) => (await actor.last()).buttons.flat().map((one) => one.label)

test('我的资料 says in plain words what is kept, the digits masked', async () => {
  const { person } = await openEvening()
  await person('李晓雯').says('/me')
  await person('李晓雯').presses('我的资料')
  expect(await said(person('李晓雯'))).toBe(
    [
      '我的资料',
      '姓名：李晓雯',
      '手机后四位：··81',
      '青砖里文创园联合党支部：正式党员（自11月25日）',
      '账号认领：11月25日',
      '报名、签到、请假和体会的记录，都在导出的文件里。',
    ].join('\n'),
  )
  await person('周航').says('我的')
  await person('周航').presses('我的资料')
  expect(await said(person('周航'))).toContain('组织委员')
})

test('a correction goes to the secretary, and its answer comes back', async () => {
  const { person } = await openEvening()
  await person('何雨桐').says('/me')
  await person('何雨桐').presses('我的资料')
  await person('何雨桐').presses('有误，请更正')
  await person('何雨桐').says('我 9 月已经转正了')
  expect(await said(person('何雨桐'))).toBe('记下了，已转给陈敏同志，有结果会告诉您。')
  expect(await said(person('陈敏'))).toContain('“我 9 月已经转正了”')
  await person('陈敏').says('/todo')
  expect(await said(person('陈敏'))).toContain('何雨桐同志请更正自己的资料')
  await person('陈敏').presses('看看何雨桐的更正')
  await person('陈敏').presses('已更正')
  expect(await said(person('陈敏'))).toBe('已更正 ✅ 已告诉何雨桐同志。')
  expect(await said(person('何雨桐'))).toBe('您提出的“我 9 月已经转正了”，已更正 ✅')
  expect(await labels(person('何雨桐'))).toContain('我的资料')
  await person('陈敏').says('/todo')
  expect(await said(person('陈敏'))).not.toContain('更正')
})

test('the secretary may say in a sentence why not; a second answer changes nothing', async () => {
  const { person, story } = await openEvening()
  await person('孙悦').says('我的')
  await person('孙悦').presses('我的资料')
  await person('孙悦').presses('有误，请更正')
  await person('孙悦').says('名字应该是孙月')
  const [asked] = person('陈敏')
    .sees()
    .filter(({ text }) => text.includes('孙月'))
  await person('陈敏').presses('不更正')
  await person('陈敏').says('身份证上就是“悦”，以证件为准')
  expect(await said(person('孙悦'))).toContain('没有更改。答复：身份证上就是“悦”，以证件为准')
  if (!asked) throw new Error('nothing was asked')
  expect(await person('陈敏').pressesOn(asked, '已更正')).toContain('已经处理过了')
  const states = story.data.raw.prepare('select state from corrections').pluck().all()
  expect(states).toEqual(['declined'])
})

test('a correction can be taken back before it is answered', async () => {
  const { person, story } = await openEvening()
  await person('孙悦').says('我的')
  await person('孙悦').presses('我的资料')
  await person('孙悦').presses('有误，请更正')
  await person('孙悦').says('名字写错了')
  await person('孙悦').presses('撤回')
  expect(await said(person('孙悦'))).toContain('已撤回')
  expect(await person('陈敏').presses('已更正')).toContain('本人撤回了')
  expect(story.data.raw.prepare('select * from corrections').all()).toEqual([])
})

test('nobody but those who keep this roster sees or answers a correction', async () => {
  const { person, story } = await openEvening()
  await person('孙悦').says('我的')
  await person('孙悦').presses('我的资料')
  await person('孙悦').presses('有误，请更正')
  await person('孙悦').says('我已经转正')
  const before = story.data.raw.prepare('select * from corrections').all()
  for (const name of ['高峰', '马丽', '周航', '李晓雯', '孙悦']) {
    await person(name).says('帮助')
    for (const data of ['own.see:1', 'own.ans:1:yes', 'own.ans:1:no', 'own.wd:1']) {
      if (name === '孙悦' && data.startsWith('own.wd')) continue
      person(name).forges(data)
      await story.settle()
    }
    const heard = (await person(name).heard()).filter((text) => text.includes('我已经转正'))
    expect(heard, name).toEqual([])
  }
  expect(story.data.raw.prepare('select * from corrections').all()).toEqual(before)
})

test('the secretary is told that the roster is their own to correct', async () => {
  const { person } = await openEvening()
  await person('陈敏').says('/me')
  await person('陈敏').presses('我的资料')
  await person('陈敏').presses('有误，请更正')
  await person('陈敏').says('我的类别不对')
  expect(await said(person('陈敏'))).toContain('/members')
})

test('everything kept about me comes as a file to me alone', async () => {
  const { person, story } = await openEvening({ now: '2026-12-04 18:20' })
  await person('孙悦').says('请假 去上海布展')
  await person('周航').presses('同意')
  await person('孙悦').says('体会')
  await person('孙悦').says('版权要从源头管起。')
  await person('孙悦').presses('提交')
  await story.until('2026-12-04 18:40')
  await person('李晓雯').says('签到')
  await story.until('2026-12-04 19:31')
  await person('孙悦').says('/me')
  await person('孙悦').presses('我的资料')
  expect(await person('孙悦').presses('导出我的记录')).toBe('正在整理')
  const { file } = await person('孙悦').last()
  expect(file?.name).toBe('孙悦_我的记录.xlsx')
  const sheets = (await readXlsx(file?.bytes ?? new Uint8Array())).sheets
  expect(sheets.map(({ name }) => name)).toEqual([
    '基本资料',
    '组织关系',
    '更正请求',
    '考勤',
    '请假',
    '回执',
    '提醒',
    '学习体会',
    '操作记录',
  ])
  const text = JSON.stringify(sheets.map(({ rows }) => rows))
  for (const mine of ['1004', '正式党员', '去上海布展', '版权要从源头管起。', '12月集中培训']) {
    expect(text).toContain(mine)
  }
  expect(text).not.toMatch(/李晓雯|周航|6281/)
})

test('a file asked for by somebody who unbound at once holds nothing', async () => {
  const { person, story } = await openEvening()
  await person('孙悦').says('/me')
  await person('孙悦').presses('我的资料')
  const { id } = person('孙悦').person
  const owner = story.data.raw
    .prepare('select person_id from accounts where id = ?')
    .pluck()
    .get(id)
  story.data.raw.prepare('update accounts set person_id = null where id = ?').run(id)
  const report = story.app.store.look((w) =>
    ownReport([])(w, { person: Number(owner), account: id }),
  )
  expect(JSON.stringify(report)).not.toContain('孙悦')
})
