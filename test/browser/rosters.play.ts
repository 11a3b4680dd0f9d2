// The roster, from a file to a branch of people: sent, looked at, imported and taken back.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { within } from './budget.ts'
import { plays, type Step } from './playing.ts'
import type { Program } from './program.ts'
import type { Visitor } from './visitor.ts'

const rosters = fileURLToPath(new URL('../members/rosters/', import.meta.url))

const steps: readonly Step[] = [
  ['a workbook opens the branch in at most 8 taps, one message and one file', opensWithWorkbook],
  ['what was imported is taken back', takesBack],
  ['a csv of an old office program is read, whatever its letters', updatesFromCsv],
  ['rows with troubles are each named before anything is imported', looksAtDoubts],
  ['a list of a group chat is a list, too', pastes],
  ['a file that is no table is refused with what helps', sendsOther],
  ['the sample branch is pasted, and the secretary says who of it they are', becomesBranch],
]

plays({ scene: 'blank', steps })

async function opensWithWorkbook(visitor: Visitor, program: Program): Promise<void> {
  const { claimCode } = await program.tour()
  await visitor.opens('group')
  const opening = await visitor.effortOf(async () => {
    await visitor.presses('我来开通')
    await visitor.starts()
    await visitor.says(claimCode)
    await visitor.presses('用群名')
    await visitor.reads('2/3')
    await visitor.sends(`${rosters}花名册-标题合并-小组合并.xlsx`)
    await visitor.hears(/读到 \d+ 人/)
    expect(await visitor.looksRight('p-01-preview')).toEqual([])
    await visitor.presses('导入')
    await visitor.hears('名册里哪位是您')
    expect(await visitor.looksRight('p-02-which-is-you')).toEqual([])
    await visitor.presses('名册里没有我', '每月第一个周五', '就这样')
    await visitor.hears('请选一位组织委员')
    await visitor.presses('先跳过')
    await visitor.hears('开通完成')
  })
  within(opening, { taps: 8, messages: 1, files: 1 })
  expect(await visitor.looksRight('p-03-opened')).toEqual([])
}

async function takesBack(visitor: Visitor): Promise<void> {
  await visitor.presses('撤销这次导入')
  await visitor.reads('已撤销这次导入')
  expect(await visitor.looksRight('p-04-taken-back')).toEqual([])
}

async function updatesFromCsv(visitor: Visitor): Promise<void> {
  await visitor.says('/members')
  await visitor.hears('还没有名单')
  expect(await visitor.looksRight('p-05-empty-roster')).toEqual([])
  await visitor.presses('更新名册')
  await visitor.hears('更新名册')
  await visitor.presses('下载空白表')
  await visitor.page.locator('.log .document').last().waitFor()
  expect(await visitor.looksRight('p-06-template')).toEqual([])
  await visitor.sends(`${rosters}名单-gbk.csv`)
  await visitor.hears('读到 15 人')
  expect(await visitor.looksRight('p-07-csv')).toEqual([])
  await visitor.presses('导入')
  await visitor.hears('已导入')
  expect(await visitor.looksRight('p-08-imported')).toEqual([])
  await visitor.presses('撤销这次导入')
  await visitor.hears('移出刚加进来的 15 人')
}

async function looksAtDoubts(visitor: Visitor): Promise<void> {
  await visitor.says('/members')
  await visitor.hears('还没有名单')
  await visitor.presses('更新名册')
  await visitor.hears('更新名册')
  await visitor.sends(`${rosters}名单-后四位-有问题的行.csv`)
  await visitor.hears('请您看一眼')
  expect(await visitor.looksRight('p-09-doubts')).toEqual([])
  await visitor.presses('查看全部')
  await visitor.hears('读到的')
  expect(await visitor.looksRight('p-10-whole-list')).toEqual([])
  await visitor.presses('改好再发')
  await visitor.reads('没有导入')
}

async function pastes(visitor: Visitor): Promise<void> {
  await visitor.says(readFileSync(`${rosters}接龙.txt`, 'utf8'))
  await visitor.hears(/读到 \d+ 人/)
  expect(await visitor.looksRight('p-11-pasted')).toEqual([])
  await visitor.presses('改好再发')
}

async function sendsOther(visitor: Visitor): Promise<void> {
  await visitor.sends(fileURLToPath(new URL('../../src/sandbox/training.jpg', import.meta.url)))
  await visitor.hears('请发 Excel')
  await visitor.says('张三 12')
  await visitor.hears('请一行写一')
  expect(await visitor.looksRight('p-12-refused')).toEqual([])
}

async function becomesBranch(visitor: Visitor, program: Program): Promise<void> {
  const { roster } = await program.tour()
  await visitor.says(roster)
  await visitor.hears('读到 18 人')
  await visitor.presses('导入')
  await visitor.presses('名册里哪位是我')
  await visitor.hears('哪位是您')
  await visitor.presses('陈敏')
  await visitor.hears('已和您的账号合在一起')
  expect(await visitor.looksRight('p-13-self')).toEqual([])
}
