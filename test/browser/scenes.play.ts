// What stands around the messages: keys below the input, a reply begun, the pinned line, a picture.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BotLine, openBotLine } from './bot-line.ts'
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

const claiming = {
  keyboard: [[{ text: '📱 用本人手机号核对', request_contact: true }], [{ text: '不用了' }]],
  resize_keyboard: true,
  one_time_keyboard: true,
}
const choosing = {
  keyboard: [
    [{ text: '上午' }, { text: '下午' }, { text: '晚上', style: 'primary' }],
    [{ text: '都可以' }],
  ],
  input_field_placeholder: '选一个时间',
}

interface Seat {
  line: BotLine
  visitor: Visitor
}

const inputs: readonly (readonly [string, (seat: Seat) => Promise<void>])[] = [
  ['the number is given away only after a question, and then the keys fold', sharesNumber],
  ['folded keys come back by their button, and work without a mouse', unfolds],
  ['other keys take their place, stay when pressed, and go when taken away', replaces],
  ['a reply that the bot begins waits in the field, and is over once it is sent', repliesAsAsked],
]

describe.each(looks)('at the input, $width pixels, $theme', (look) => {
  let line: BotLine
  let visitor: Visitor

  beforeAll(async () => {
    line = await openBotLine()
    visitor = await Visitor.comes(browser, line.address, look)
    await visitor.becomes('李晓雯')
    await visitor.opens('bot')
    await visitor.starts()
    await visitor.page.getByLabel('写消息').waitFor()
  })
  afterAll(async () => {
    await visitor.leaves()
    await line.stop()
  })

  test.each(inputs)('%s', (_, plays) => plays({ line, visitor }))
})

async function sharesNumber({ line, visitor }: Seat): Promise<void> {
  const { page } = visitor
  await line.says('李晓雯', '请用本人手机号核对一下，我只记后四位。', claiming)
  await key(visitor, '📱 用本人手机号核对').waitFor()
  expect(await visitor.looksRight('s-keys')).toEqual([])
  await key(visitor, '📱 用本人手机号核对').click()
  await page.locator('.dialog', { hasText: '分享手机号给机器人？' }).waitFor()
  expect(await visitor.looksRight('s-asked')).toEqual([])
  await page.getByRole('button', { name: '取消' }).click()
  expect(await page.locator('.contact').count()).toBe(0)
  await key(visitor, '📱 用本人手机号核对').click()
  await page.getByRole('button', { name: '分享', exact: true }).click()
  await page.locator('.mine .contact', { hasText: '+8613800006281' }).waitFor()
  await key(visitor, '不用了').waitFor({ state: 'hidden' })
  expect(await visitor.looksRight('s-contact')).toEqual([])
  const { world } = line
  const 李晓雯 = world.people().find(({ name }) => name === '李晓雯')
  const contacts = 李晓雯?.sees(world.bot).flatMap(({ message }) => message.contact ?? [])
  expect(contacts?.map(({ user_id }) => user_id)).toEqual([李晓雯?.id])
}

async function unfolds({ visitor }: Seat): Promise<void> {
  const { page } = visitor
  const fold = page.locator('.keys-button')
  expect(await fold.getAttribute('aria-expanded')).toBe('false')
  await fold.focus()
  await page.keyboard.press('Enter')
  expect(await fold.getAttribute('aria-expanded')).toBe('true')
  for (let tabs = 0; tabs < 6 && !(await isFocused(visitor, '不用了')); tabs += 1) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.locator('.mine .text', { hasText: '不用了' }).last().waitFor()
  await key(visitor, '不用了').waitFor({ state: 'hidden' })
  expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA')
}

async function replaces({ line, visitor }: Seat): Promise<void> {
  const { page } = visitor
  await line.says('李晓雯', '您哪个时间方便？', choosing)
  await page.getByPlaceholder('选一个时间').waitFor()
  expect(await visitor.looksRight('s-tall-keys')).toEqual([])
  await key(visitor, '晚上').click()
  await page.locator('.mine .text', { hasText: '晚上' }).last().waitFor()
  await page.reload()
  await key(visitor, '都可以').waitFor()
  await line.says('李晓雯', '好的，记下了。', { remove_keyboard: true })
  await key(visitor, '都可以').waitFor({ state: 'detached' })
  expect(await page.locator('.keys-button').isHidden()).toBe(true)
}

async function repliesAsAsked({ line, visitor }: Seat): Promise<void> {
  const { page } = visitor
  const reply = { force_reply: true, input_field_placeholder: '原因' }
  await line.says('李晓雯', '为什么不能来？', reply)
  await page.locator('.subject', { hasText: '为什么不能来？' }).waitFor()
  await page.getByPlaceholder('原因').waitFor()
  expect(await visitor.looksRight('s-reply')).toEqual([])
  await visitor.says('出差')
  await page.locator('.mine .quote', { hasText: '为什么不能来？' }).waitFor()
  await page.locator('.subject').waitFor({ state: 'hidden' })
  await page.getByPlaceholder('消息').waitFor()
}

describe.each(looks)('a month later, $width pixels, $theme', (look) => {
  let visitor: Visitor

  beforeAll(async () => {
    visitor = await Visitor.comes(browser, program.address, look)
    await visitor.becomes('李晓雯')
    await visitor.opens('group')
  })
  afterAll(() => visitor.leaves())

  test('the pinned card leads to itself', async () => {
    const { page } = visitor
    await page.locator('.pinned', { hasText: '字体与图片的使用边界' }).waitFor()
    expect(await visitor.looksRight('s-pinned')).toEqual([])
    await page.evaluate('document.querySelector(".log").scrollTo(0, 0)')
    await page.locator('.pinned').click()
    await page.locator('.row:focus', { hasText: '字体与图片的使用边界' }).waitFor()
    await expect.poll(() => page.evaluate(isFocusInSight)).toBe(true)
  })

  test('somebody sent a picture of the training', async () => {
    const picture = visitor.page.getByRole('img', { name: '集中培训' })
    await picture.scrollIntoViewIfNeeded()
    const width = 'document.querySelector(".photo img").naturalWidth'
    await expect.poll(() => visitor.page.evaluate(width)).toBe(1_024)
    expect(await visitor.looksRight('s-picture')).toEqual([])
  })
})

const isFocusInSight = `(() => {
  const row = document.activeElement.getBoundingClientRect()
  const log = document.querySelector('.log').getBoundingClientRect()
  return row.top < log.bottom && row.bottom > log.top
})()`

function key({ page }: Visitor, label: string) {
  return page.locator('.reply-key', { hasText: label })
}

function isFocused({ page }: Visitor, text: string): Promise<boolean> {
  return page.evaluate<boolean>(`document.activeElement.textContent === '${text}'`)
}
