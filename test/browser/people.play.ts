// One person after the other: found, changed, exempted, moved, taken back; and the party groups.

import { expect } from 'vitest'
import { as, plays, type Step } from './playing.ts'
import type { Visitor } from './visitor.ts'

const steps: readonly Step[] = [
  ['somebody is found by two letters', finds],
  ['a standing changes from a day on, and changes back', changesStanding],
  ['somebody need not come for a while', exempts],
  ['somebody leaves from the first of next month on, and is taken back', transfers],
  ['a party group is made, filled and shown', groups],
  ['somebody is put on the roster with one line', adds],
  ['what is wrong about a person is corrected by a line', corrects],
]

plays({ scene: 'month', steps, begins: as('陈敏') })

async function finds(visitor: Visitor): Promise<void> {
  await visitor.says('/members')
  await visitor.hears('已认领')
  expect(await visitor.looksRight('p-40-members')).toEqual([])
  await visitor.presses('逐个看')
  await visitor.hears('要看哪一位')
  await visitor.presses('下页')
  await visitor.hears('2/3')
  expect(await visitor.looksRight('p-41-names')).toEqual([])
  await visitor.presses('找人')
  await visitor.hears('拼音')
  await visitor.says('lxw')
  await visitor.hears('“lxw”')
  expect(await visitor.looksRight('p-42-found')).toEqual([])
  await visitor.presses('李晓雯')
  await visitor.hears('组织关系')
  expect(await visitor.looksRight('p-43-card')).toEqual([])
}

async function changesStanding(visitor: Visitor): Promise<void> {
  await visitor.presses('改身份')
  await visitor.hears('改为哪种身份')
  expect(await visitor.looksRight('p-44-standing')).toEqual([])
  await visitor.presses('预备党员')
  await visitor.hears('从哪天起')
  expect(await visitor.looksRight('p-45-from-day')).toEqual([])
  await visitor.presses('今天起')
  await visitor.hears('起为预备党员')
  expect(await visitor.looksRight('p-46-changed')).toEqual([])
  await visitor.presses('撤销')
  await visitor.hears('已撤销')
  await visitor.presses('看李晓雯')
  await visitor.hears('身份：正式党员')
}

async function exempts(visitor: Visitor): Promise<void> {
  await visitor.presses('免到')
  await visitor.hears('因为什么免到')
  expect(await visitor.looksRight('p-47-exempt')).toEqual([])
  await visitor.presses('产假')
  await visitor.hears('从哪天起')
  await visitor.presses('下月1日起')
  await visitor.hears('从哪天起恢复应到')
  expect(await visitor.looksRight('p-48-until')).toEqual([])
  await visitor.presses('其他日期')
  await visitor.hears('请发日期')
  await visitor.says('6月1日')
  await visitor.hears('请核对')
  expect(await visitor.looksRight('p-49-day-typed')).toEqual([])
  await visitor.presses('就这样')
  await visitor.hears('免到：产假')
  await visitor.presses('看李晓雯')
  await visitor.hears('恢复应到')
  expect(await visitor.looksRight('p-50-exempted')).toEqual([])
}

async function transfers(visitor: Visitor): Promise<void> {
  await visitor.presses('转出')
  await visitor.hears('转出，从哪天起')
  await visitor.presses('下月1日起')
  await visitor.hears('24 小时内可以撤销')
  expect(await visitor.looksRight('p-51-leaving')).toEqual([])
  await visitor.presses('确认转出')
  await visitor.hears('起转出本支部。')
  await visitor.presses('撤销')
  await visitor.hears('已撤销')
  expect(await visitor.looksRight('p-52-taken-back')).toEqual([])
}

async function groups(visitor: Visitor): Promise<void> {
  await visitor.says('/members')
  await visitor.hears('已认领')
  await visitor.presses('党小组')
  await visitor.hears('还没有党小组')
  await visitor.presses('新建党小组')
  await visitor.hears('新党小组叫什么')
  await visitor.says('第一党小组')
  await visitor.hears('已新建')
  for (const name of ['周航', '孙悦']) {
    await visitor.presses('加入同志')
    await visitor.hears(/哪一位|1\/3/)
    await visitor.presses(name)
    await visitor.hears('从哪天起')
    await visitor.presses('今天起')
    await visitor.hears('编入第一党小组')
    await visitor.says('/members')
    await visitor.hears('已认领')
    await visitor.presses('党小组')
    await visitor.hears('第一党小组')
    await visitor.presses('第一党小组')
    await visitor.hears('组长')
  }
  expect(await visitor.looksRight('p-53-party-group')).toEqual([])
}

async function adds(visitor: Visitor): Promise<void> {
  await visitor.says('/members')
  await visitor.hears('已认领')
  await visitor.presses('添加一位')
  await visitor.hears('请发一行')
  expect(await visitor.looksRight('p-54-add')).toEqual([])
  await visitor.says('高峰 1212 流入')
  await visitor.hears('请核对')
  expect(await visitor.looksRight('p-55-added')).toEqual([])
  await visitor.presses('今天起')
  await visitor.hears('看高峰')
  expect(await visitor.looksRight('p-56-added')).toEqual([])
}

async function corrects(visitor: Visitor): Promise<void> {
  await visitor.presses('看高峰')
  await visitor.hears('流入党员')
  await visitor.presses('改姓名尾号')
  await visitor.hears('请发对的姓名')
  await visitor.says('高锋')
  await visitor.hears('已改')
  expect(await visitor.looksRight('p-57-corrected')).toEqual([])
}
