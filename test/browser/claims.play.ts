// Saying who one is: by name, by one's own number, nearly, wrongly, and from another account.

import { expect } from 'vitest'
import { within } from './budget.ts'
import { opensBranch } from './opening.ts'
import { plays, type Step } from './playing.ts'
import type { Visitor } from './visitor.ts'

const steps: readonly Step[] = [
  ['with name and digits: 3 taps and one message', byName],
  ['with one’s own number: 4 taps and nothing to type', byNumber],
  ['a name nearly right is offered, as the digits fit', nearly],
  ['an office that waits is accepted together with the name', withOffice],
  ['who misses three times can ask to be looked up, and the secretary hears of it', asksForHelp],
  ['a name that is taken moves only when the secretary says so', rebinds],
  ['in the evening the secretary sees the day’s claims and undoes a wrong one', undoesClaim],
]

plays({ scene: 'blank', steps, begins: opensBranch })

async function byName(visitor: Visitor): Promise<void> {
  const claiming = await visitor.effortOf(async () => {
    await comesToClaim(visitor, '李晓雯')
    expect(await visitor.looksRight('p-20-who-are-you')).toEqual([])
    await visitor.says('李晓雯 6281')
    await visitor.hears('吗？')
    expect(await visitor.looksRight('p-21-is-that-you')).toEqual([])
    await visitor.presses('是我')
    await visitor.hears('认领成功')
  })
  within(claiming, { taps: 3, messages: 1, files: 0 })
  expect(await visitor.looksRight('p-22-claimed')).toEqual([])
  await visitor.presses('隐私说明')
  await visitor.hears('您可以')
  expect(await visitor.looksRight('p-23-consent')).toEqual([])
}

async function byNumber(visitor: Visitor): Promise<void> {
  const claiming = await visitor.effortOf(async () => {
    await comesToClaim(visitor, '孙悦')
    await visitor.pressesReply('用本机号码认领')
    await visitor.page.getByRole('button', { name: '分享', exact: true }).click()
    await visitor.hears('孙悦')
    await visitor.hears('吗？')
    expect(await visitor.looksRight('p-24-number')).toEqual([])
    await visitor.presses('是我')
    await visitor.hears('认领成功')
  })
  within(claiming, { taps: 4, messages: 0, files: 0 })
}

async function nearly(visitor: Visitor): Promise<void> {
  await comesToClaim(visitor, '何雨桐')
  await visitor.says('何雨彤 5506')
  await visitor.hears('您是不是')
  expect(await visitor.looksRight('p-25-near-name')).toEqual([])
  await visitor.presses('何雨桐')
  await visitor.hears('认领成功')
}

async function withOffice(visitor: Visitor): Promise<void> {
  await comesToClaim(visitor, '周航')
  await visitor.says('周航 7702')
  await visitor.hears('请您担任')
  expect(await visitor.looksRight('p-26-office')).toEqual([])
  await visitor.presses('是我')
  await visitor.hears('组织委员')
}

async function asksForHelp(visitor: Visitor): Promise<void> {
  await comesToClaim(visitor, '小陆')
  await visitor.says('小陆 3518')
  await visitor.hears('没找到')
  expect(await visitor.looksRight('p-27-not-found')).toEqual([])
  await visitor.says('陆明 0000')
  await visitor.hears('没找到“陆明 0000”')
  await visitor.says('陆远 1111')
  await visitor.hears('还没对上')
  await visitor.presses('请书记')
  await visitor.hears('已告诉')
  expect(await visitor.looksRight('p-28-help-asked')).toEqual([])
  await visitor.becomes('陈敏')
  await visitor.opens('bot')
  await visitor.hears('没对上名册')
  expect(await visitor.looksRight('p-29-help-wanted')).toEqual([])
}

async function rebinds(visitor: Visitor): Promise<void> {
  await comesToClaim(visitor, '王建国')
  await visitor.says('何雨桐 5506')
  await visitor.hears('已被另一个账号认领')
  await visitor.presses('申请换绑')
  await visitor.hears('已请书记确认')
  expect(await visitor.looksRight('p-30-rebind-asked')).toEqual([])
  await visitor.becomes('何雨桐')
  await visitor.opens('bot')
  await visitor.hears('不是您本人操作')
  expect(await visitor.looksRight('p-31-rebind-wanted')).toEqual([])
  await visitor.becomes('陈敏')
  await visitor.opens('bot')
  await visitor.hears('换绑到另一个账号')
  expect(await visitor.looksRight('p-32-rebind-nod')).toEqual([])
  await visitor.presses('同意换绑')
  await visitor.hears('已换绑')
  await visitor.becomes('何雨桐')
  await visitor.opens('bot')
  await visitor.hears('认领已换到另一个账号')
  expect(await visitor.looksRight('p-33-rebound-away')).toEqual([])
}

async function undoesClaim(visitor: Visitor): Promise<void> {
  await visitor.uses('+1 天')
  await visitor.becomes('陈敏')
  await visitor.opens('bot')
  await visitor.reads('完成认领')
  await visitor.presses('查看')
  await visitor.hears('有认错的')
  expect(await visitor.looksRight('p-34-digest')).toEqual([])
  await visitor.presses('何雨桐')
  await visitor.hears('解除何雨桐同志的认领')
  expect(await visitor.looksRight('p-35-unlink')).toEqual([])
  await visitor.presses('解除认领')
  await visitor.hears('已解除何雨桐同志的认领')
}

async function comesToClaim(visitor: Visitor, name: string): Promise<void> {
  await visitor.becomes(name)
  await visitor.opens('group')
  await visitor.presses('认领身份')
  await visitor.starts()
  await visitor.hears('请发送')
}
