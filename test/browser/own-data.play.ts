// What is kept about oneself, reminders and their pause, and a branch that stops and comes back.

import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { as, plays, type Step } from './playing.ts'
import type { Visitor } from './visitor.ts'

const steps: readonly Step[] = [
  ['everybody sees what waits for them and their year', looksAtOwn],
  ['something wrong is reported, and answered by whoever keeps the roster', asksForCorrection],
  ['the own records come as a workbook', exports],
  ['what unbinding and erasing mean is said before they happen', asksBeforeErasing],
  ['reminders pause and come back', pauses],
  ['the secretary sees how the bot stands in the group', status],
  ['a branch stops, says so once, and comes back as it was', stopsAndComesBack],
]

plays({ scene: 'month', steps, begins: as('李晓雯') })

async function looksAtOwn(visitor: Visitor): Promise<void> {
  await visitor.says('/me')
  await visitor.hears('回执')
  expect(await visitor.looksRight('p-80-me')).toEqual([])
  await visitor.presses('我的资料')
  await visitor.hears('手机后四位')
  expect(await visitor.looksRight('p-81-own-page')).toEqual([])
}

async function asksForCorrection(visitor: Visitor): Promise<void> {
  await visitor.presses('有误，请更正')
  await visitor.hears('请写下哪里不对')
  await visitor.says('我的后四位是 6282')
  await visitor.hears('已转给')
  expect(await visitor.looksRight('p-82-correction')).toEqual([])
  await visitor.becomes('陈敏')
  await visitor.opens('bot')
  await visitor.hears('说自己的资料有误')
  expect(await visitor.looksRight('p-83-correction-asked')).toEqual([])
  await visitor.presses('已更正')
  await visitor.reads('已告诉李晓雯同志')
  await visitor.becomes('李晓雯')
  await visitor.opens('bot')
  await visitor.hears('已更正')
  await visitor.presses('我的资料')
  await visitor.hears('手机后四位')
}

async function exports(visitor: Visitor): Promise<void> {
  await visitor.presses('导出我的记录')
  await visitor.hears('关于您的全部记录')
  const download = await visitor.downloads()
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  expect(await visitor.looksRight('p-84-own-export')).toEqual([])
}

async function asksBeforeErasing(visitor: Visitor): Promise<void> {
  await visitor.presses('解除绑定')
  await visitor.hears('这个账号不再是您')
  expect(await visitor.looksRight('p-85-unbind')).toEqual([])
  await visitor.presses('再想想')
  await visitor.hears('手机后四位')
  await visitor.presses('申请删除')
  await visitor.hears('删了就不能恢复')
  expect(await visitor.looksRight('p-86-erase')).toEqual([])
  await visitor.presses('再想想')
  await visitor.hears('手机后四位')
}

async function pauses(visitor: Visitor): Promise<void> {
  await visitor.says('/settings')
  await visitor.hears('提醒：开')
  expect(await visitor.looksRight('p-87-settings')).toEqual([])
  await visitor.presses('我来输入')
  await visitor.hears('暂停到哪天')
  await visitor.says('下周三')
  await visitor.hears('提醒暂停到')
  expect(await visitor.looksRight('p-88-paused')).toEqual([])
  await visitor.presses('恢复提醒')
  await visitor.hears('可以暂停提醒')
}

async function status(visitor: Visitor): Promise<void> {
  await visitor.becomes('陈敏')
  await visitor.opens('bot')
  await visitor.says('/status')
  await visitor.hears('群与权限')
  expect(await visitor.looksRight('p-89-status')).toEqual([])
}

async function stopsAndComesBack(visitor: Visitor): Promise<void> {
  await visitor.says('/settings')
  await visitor.hears('停用支部')
  expect(await visitor.looksRight('p-90-branch-settings')).toEqual([])
  await visitor.presses('停用支部')
  await visitor.hears('随时可以恢复使用')
  expect(await visitor.looksRight('p-91-retire')).toEqual([])
  await visitor.presses('确认停用')
  await visitor.hears('已停用')
  await visitor.becomes('李晓雯')
  await visitor.opens('group')
  await visitor.hears('先到今天')
  expect(await visitor.looksRight('p-92-farewell')).toEqual([])
  await visitor.opens('bot')
  await visitor.says('/me')
  await visitor.hears('支部已停用')
  expect(await visitor.looksRight('p-93-retired')).toEqual([])
  await visitor.becomes('陈敏')
  await visitor.opens('bot')
  await visitor.presses('恢复使用')
  await visitor.reads('已恢复使用')
  expect(await visitor.looksRight('p-94-resumed')).toEqual([])
}
