// The page without a mouse: Tab reaches everything, dialogs keep the focus, arrows walk.

import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Program, startProgram } from './program.ts'
import { looks } from './screens.ts'
import { openBrowser, Visitor } from './visitor.ts'

let program: Program
let browser: Browser

beforeAll(async () => {
  program = await startProgram()
  browser = await openBrowser()
  await program.begins('month')
})

afterAll(async () => {
  await browser.close()
  await program.stop()
})

const deeds: readonly (readonly [string, (visitor: Visitor) => Promise<void>])[] = [
  ['Tab reaches every control of the page', everyControl],
  ['Tab reaches every control with the panels open', everyPanel],
  ['a dialog keeps the focus and gives it back', dialogKeepsFocus],
  ['arrows walk through people and through messages', arrowsWalk],
  ['the commands are offered while one types', commandsOffered],
  ['the last message of one’s own is changed with the arrow up', changesOwn],
  ['a right press opens what can be done with a message', rightPress],
  ['a file is sent, and is there to be taken back', sendsFile],
  ['what was typed, who one is and the chat survive a refresh', refreshKeeps],
]

describe.each([looks[1], looks[2]])('at $width pixels, $theme', (look) => {
  let visitor: Visitor

  beforeEach(async () => {
    if (look) visitor = await Visitor.comes(browser, program.address, look)
    return () => visitor.leaves()
  })

  test.each(deeds)('%s', (_, does) => does(visitor))
})

async function everyControl(visitor: Visitor): Promise<void> {
  expect(await unreached(visitor)).toEqual([])
  await visitor.opens('group')
  expect(await unreached(visitor)).toEqual([])
  await visitor.opens('bot')
  expect(await unreached(visitor)).toEqual([])
  expect(await visitor.looksRight('k-month')).toEqual([])
}

async function everyPanel(visitor: Visitor): Promise<void> {
  const { page } = visitor
  const more = page.locator('.more-button')
  if (await more.isVisible()) await more.click()
  await page.getByRole('button', { name: '开发者' }).click()
  await page.locator('.calls summary').nth(20).waitFor()
  expect(await unreached(visitor)).toEqual([])
  await page.locator('.calls summary').last().click()
  expect(await visitor.looksRight('k-drawer')).toEqual([])
  if (await page.locator('#tour').isHidden()) await page.locator('#tour-button').click()
  expect(await unreached(visitor)).toEqual([])
}

/** Presses Tab around the whole page; gives the controls it never came to. */
async function unreached({ page }: Visitor): Promise<string[]> {
  const wanted: Record<string, string> = await page.evaluate('audit.focusable()')
  await page.evaluate('document.activeElement?.blur()')
  const reached = new Set<string>()
  for (let left = Object.keys(wanted).length + 60; left > 0; left -= 1) {
    await page.keyboard.press('Tab')
    reached.add(await page.evaluate('document.activeElement?.dataset.tab ?? ""'))
  }
  return Object.entries(wanted).flatMap(([mark, name]) => (reached.has(mark) ? [] : name))
}

async function dialogKeepsFocus(visitor: Visitor): Promise<void> {
  const { page } = visitor
  const more = page.locator('.more-button')
  if (await more.isVisible()) await more.click()
  const reset = page.getByRole('button', { name: '重置' })
  await reset.focus()
  await page.keyboard.press('Enter')
  await page.locator('.dialog').waitFor()
  for (let tab = 0; tab < 4; tab += 1) {
    await page.keyboard.press('Tab')
    // The browser's own bar is the only other place.
    expect(await page.evaluate('document.activeElement.matches(".dialog *, body")')).toBe(true)
  }
  expect(await visitor.looksRight('k-dialog')).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('.dialog').waitFor({ state: 'detached' })
  expect(await page.evaluate('document.activeElement.textContent')).toBe('重置')
}

async function arrowsWalk(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await page.locator('.persona').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  expect(await visitor.looksRight('k-people')).toEqual([])
  await page.keyboard.press('Enter')
  await page.locator('.persona', { hasText: '周航' }).waitFor()
  await visitor.opens('bot')
  await page.locator('.log').focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: '回复' }).waitFor()
  expect(await visitor.looksRight('k-message')).toEqual([])
  await page.keyboard.press('Enter')
  await page.locator('.subject', { hasText: '回复' }).waitFor()
}

async function commandsOffered(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await visitor.opens('bot')
  await page.getByLabel('写消息').pressSequentially('/')
  await page.getByRole('option').first().waitFor()
  expect(await visitor.looksRight('k-commands')).toEqual([])
  await page.getByLabel('写消息').pressSequentially('he')
  await page.keyboard.press('Enter')
  await page.locator('.mine .text', { hasText: '/help' }).last().waitFor()
}

async function changesOwn(visitor: Visitor): Promise<void> {
  await visitor.opens('group')
  await visitor.says('明天见')
  await visitor.reads('明天见')
  await visitor.page.keyboard.press('ArrowUp')
  await visitor.page.locator('.subject', { hasText: '编辑消息' }).waitFor()
  await visitor.says('后天见')
  await visitor.reads(/后天见.*已编辑/)
}

async function rightPress(visitor: Visitor): Promise<void> {
  await visitor.opens('group')
  await visitor.page.locator('.bubble').last().click({ button: 'right' })
  await visitor.page.getByRole('menuitem', { name: '复制文字' }).waitFor()
}

async function sendsFile(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await visitor.opens('bot')
  const file = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名,手机后四位') }
  await page.locator('.composer input[type=file]').setInputFiles(file)
  const sent = page.locator('.mine .document', { hasText: file.name }).last()
  const [download] = await Promise.all([page.waitForEvent('download'), sent.click()])
  expect(readFileSync(await download.path())).toEqual(file.buffer)
}

async function refreshKeeps(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await visitor.becomes('周航')
  await visitor.opens('bot')
  await page.getByLabel('写消息').fill('没写完的话')
  await page.reload()
  await page.locator('.persona', { hasText: '周航' }).waitFor()
  await page.locator('.chat-title', { hasText: '支部小助手' }).waitFor()
  expect(await page.getByLabel('写消息').inputValue()).toBe('没写完的话')
}
