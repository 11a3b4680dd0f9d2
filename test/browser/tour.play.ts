// 试试看, played by hand: seven steps from an empty group to a workbook, on every kind of screen.

import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { within } from './budget.ts'
import { type Program, startProgram } from './program.ts'
import { looks } from './screens.ts'
import { openBrowser, Visitor } from './visitor.ts'

let program: Program
let browser: Browser

beforeAll(async () => {
  program = await startProgram()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await program.stop()
})

const steps: readonly (readonly [string, (visitor: Visitor) => Promise<void>])[] = [
  ['1, 2: the secretary opens the branch in at most 8 taps, with code and roster', opensBranch],
  ['3: a member claims who they are in 3 taps and one message', claims],
  ['4: the organiser announces a training in 3 taps and one sentence', announces],
  ['5: one tap says yes, three say why one cannot come', answers],
  [
    '6: time goes to the training; agreeing to leave takes one tap, checking in 2, closing one',
    checksIn,
  ],
  ['7: the secretary downloads a real workbook in 2 taps', exports],
  ['afterwards: the month ends, and a reflection is 2 taps and one message', reflects],
]

describe.each(looks)('at $width pixels, $theme', (look) => {
  let visitor: Visitor

  beforeAll(async () => {
    await program.begins('blank')
    visitor = await Visitor.comes(browser, program.address, look)
  })
  afterAll(() => visitor.leaves())

  test.each(steps)('%s', (_, plays) => plays(visitor))
})

async function opensBranch(visitor: Visitor): Promise<void> {
  const { claimCode, roster } = await program.tour()
  await visitor.opens('group')
  const opening = await visitor.effortOf(async () => {
    await visitor.presses('我来开通')
    await visitor.starts()
    await visitor.reads('请发送启用码')
    await visitor.says(claimCode)
    await visitor.presses('用群名')
    await visitor.reads('2/3')
    await visitor.says(roster)
    await visitor.presses('导入', '陈敏', '每月第一个周五', '就这样', '周航')
    await visitor.reads('开通完成')
  })
  within(opening, { taps: 8, messages: 2, files: 0 })
  expect(await visitor.looksRight('2-opened')).toEqual([])
}

async function claims(visitor: Visitor): Promise<void> {
  await visitor.becomes('李晓雯')
  await visitor.opens('group')
  const claiming = await visitor.effortOf(async () => {
    await visitor.presses('认领身份')
    await visitor.starts()
    await visitor.reads('手机后四位')
    await visitor.says('李晓雯 6281')
    await visitor.presses('是我')
    await visitor.reads('认领成功')
  })
  within(claiming, { taps: 3, messages: 1, files: 0 })
  await visitor.uses('让其余同志回应')
  await visitor.readsNotice('位同志认领了身份')
  expect(await visitor.looksRight('3-claimed')).toEqual([])
}

async function announces(visitor: Visitor): Promise<void> {
  const sentence = (await program.tour()).steps.find(({ id }) => id === 'announce')?.copy ?? ''
  await visitor.becomes('周航')
  await visitor.opens('bot')
  const announcing = await visitor.effortOf(async () => {
    await visitor.says(sentence)
    await visitor.presses('发布到群', '现在发送')
    await visitor.reads('已发布')
  })
  within(announcing, { taps: 3, messages: 1, files: 0 })
  expect(await visitor.looksRight('4-announced')).toEqual([])
}

async function answers(visitor: Visitor): Promise<void> {
  await visitor.becomes('李晓雯')
  await visitor.opens('group')
  const joining = await visitor.effortOf(async () => {
    await visitor.presses('参加')
    await visitor.readsNotice('已登记参加')
  })
  within(joining, { taps: 1, messages: 0, files: 0 })
  expect(await visitor.looksRight('5-card')).toEqual([])
  await visitor.becomes('孙悦')
  await visitor.opens('group')
  const excusing = await visitor.effortOf(async () => {
    await visitor.presses('请假', '出差公务')
    await visitor.reads('已提交')
  })
  within(excusing, { taps: 3, messages: 0, files: 0 })
  await visitor.uses('让其余同志回应')
  expect(await visitor.looksRight('5-leave')).toEqual([])
}

async function checksIn(visitor: Visitor): Promise<void> {
  await visitor.uses('到下次活动')
  await visitor.becomes('周航')
  await visitor.opens('bot')
  const agreeing = await visitor.effortOf(async () => {
    await visitor.presses('全部同意')
    await visitor.readsNotice('已同意 3 人的请假')
  })
  within(agreeing, { taps: 1, messages: 0, files: 0 })
  await visitor.becomes('李晓雯')
  await visitor.opens('group')
  const checkingIn = await visitor.effortOf(async () => {
    await visitor.presses('我到了，签到')
    await visitor.reads('签到成功')
  })
  within(checkingIn, { taps: 2, messages: 0, files: 0 })
  expect(await visitor.looksRight('6-checked-in')).toEqual([])
  await visitor.uses('让其余同志回应')
  await visitor.uses('+1 小时')
  await visitor.becomes('周航')
  await visitor.opens('bot')
  await visitor.reads('签到小结')
  expect(await visitor.looksRight('6-summary')).toEqual([])
  const closing = await visitor.effortOf(async () => {
    await visitor.presses('结束签到')
    await visitor.key('确认并锁定').waitFor()
  })
  within(closing, { taps: 1, messages: 0, files: 0 })
  await visitor.presses('确认并锁定')
  await visitor.reads('已确认并锁定')
}

async function exports(visitor: Visitor): Promise<void> {
  await visitor.becomes('陈敏')
  await visitor.opens('bot')
  const exporting = await visitor.effortOf(async () => {
    await visitor.says('/export')
    await visitor.reads('导出哪个月')
    await visitor.presses('12月')
    await visitor.page.locator('.log .document').last().waitFor()
  })
  within(exporting, { taps: 2, messages: 1, files: 0 })
  const [download] = await Promise.all([
    visitor.page.waitForEvent('download'),
    visitor.page.locator('.log .document').last().click(),
  ])
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  await visitor.seesTour('7/7')
  expect(await visitor.looksRight('7-exported')).toEqual([])
}

async function reflects(visitor: Visitor): Promise<void> {
  measured('to the end of the month', [await visitor.timeOf('到月底')])
  await visitor.becomes('李晓雯')
  await visitor.opens('bot')
  const reflecting = await visitor.effortOf(async () => {
    await visitor.presses('写')
    await visitor.reads('请发内容')
    await visitor.says('版权登记原来不贵，这个月先把设计组的台账补上。')
    await visitor.reads('记下了')
    await visitor.presses('提交')
    await visitor.reads('已收到')
  })
  within(reflecting, { taps: 2, messages: 1, files: 0 })
  expect(await visitor.looksRight('8-reflection')).toEqual([])
  const pressMs: number[] = await visitor.page.evaluate('audit.pressMs()')
  measured('from press to result', pressMs)
}

function measured(what: string, ms: readonly number[]): void {
  const sorted = ms.map(Math.round).sort((a, b) => a - b)
  process.stdout.write(`${what}: ${sorted.join(' ')} ms\n`)
}
