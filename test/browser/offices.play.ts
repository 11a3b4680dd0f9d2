// Offices that begin with the other's yes, and the secretary's, which is handed over.

import { expect } from 'vitest'
import { as, plays, type Step } from './playing.ts'
import type { Visitor } from './visitor.ts'

const steps: readonly Step[] = [
  ['somebody is asked to take an office, and it begins with their yes', asks],
  ['an office is asked for and declined', declines],
  ['the secretary hands over from today on, and is the secretary no more', handsOver],
]

plays({ scene: 'month', steps, begins: as('陈敏') })

async function asks(visitor: Visitor): Promise<void> {
  await offers(visitor, '孙悦', '宣传委员')
  await visitor.becomes('孙悦')
  await visitor.opens('bot')
  await visitor.hears('请您担任宣传委员')
  expect(await visitor.looksRight('p-63-question')).toEqual([])
  await visitor.presses('我来担任')
  await visitor.hears('谢谢您')
  expect(await visitor.looksRight('p-64-accepted')).toEqual([])
  await visitor.becomes('陈敏')
  await visitor.opens('bot')
  await visitor.hears('孙悦同志同意担任宣传委员')
}

async function offers(visitor: Visitor, name: string, office: string): Promise<void> {
  await opensOffices(visitor)
  await visitor.presses('请人担任')
  await visitor.hears('请哪一位担任')
  await visitor.presses(name)
  await visitor.hears(`请${name}同志担任什么`)
  expect(await visitor.looksRight('p-61-which-office')).toEqual([])
  await visitor.presses(office)
  await visitor.hears('从哪天起')
  await visitor.presses('今天起')
  await visitor.hears('请核对')
  expect(await visitor.looksRight('p-62-preview')).toEqual([])
  await visitor.presses(`发给${name}`)
  await visitor.hears(`等${name}同志答复`)
}

async function opensOffices(visitor: Visitor): Promise<void> {
  await visitor.says('/members')
  await visitor.hears('已认领')
  await visitor.presses('职务')
  await visitor.hears('书记：')
}

async function declines(visitor: Visitor): Promise<void> {
  await offers(visitor, '何雨桐', '纪检委员')
  await opensOffices(visitor)
  expect(await visitor.looksRight('p-60-offices')).toEqual([])
  await visitor.becomes('何雨桐')
  await visitor.opens('bot')
  await visitor.says('/me')
  await visitor.hears('等您答复')
  expect(await visitor.looksRight('p-65-waits')).toEqual([])
  await visitor.presses('不方便')
  await visitor.reads('已转告书记')
  await visitor.becomes('陈敏')
  await visitor.opens('bot')
  await visitor.hears('不方便担任')
}

async function handsOver(visitor: Visitor): Promise<void> {
  await opensOffices(visitor)
  await visitor.presses('移交书记')
  await visitor.hears('移交给哪一位')
  expect(await visitor.looksRight('p-66-to-whom')).toEqual([])
  await visitor.presses('周航')
  await visitor.hears('从哪天起')
  expect(await visitor.looksRight('p-67-from-day')).toEqual([])
  await visitor.presses('今天起')
  await visitor.hears('请核对')
  expect(await visitor.looksRight('p-68-hand-over')).toEqual([])
  await visitor.presses('发给周航')
  await visitor.hears('等周航同志答复')
  await visitor.becomes('周航')
  await visitor.opens('bot')
  await visitor.hears('想请您接任书记')
  expect(await visitor.looksRight('p-69-asked')).toEqual([])
  await visitor.presses('我来担任')
  await visitor.reads('您担任书记')
  expect(await visitor.looksRight('p-70-taken')).toEqual([])
  await visitor.becomes('陈敏')
  await visitor.opens('bot')
  await visitor.hears('已接任书记')
  await visitor.says('/members')
  await visitor.hears('书记用的功能')
  expect(await visitor.looksRight('p-71-handed-over')).toEqual([])
}
