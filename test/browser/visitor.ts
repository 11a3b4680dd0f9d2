// Somebody in front of the page: does what a person does with mouse and keys, by what is to be read.

import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Download, type Locator, type Page } from 'playwright-core'

export interface Look {
  width: number
  height: number
  theme: 'light' | 'dark'
  /** Pixels of the picture for one of the page. */
  scale?: number
}

export interface Effort {
  taps: number
  messages: number
  files: number
}

const pictures = fileURLToPath(new URL('pictures/', import.meta.url))
const inPage = fileURLToPath(new URL('in-page.js', import.meta.url))
const patienceMs = 10_000
const jumpPatienceMs = 60_000
const phoneWidth = 760

/** Debian's Chromium, which asks nobody anything. */
export function openBrowser(): Promise<Browser> {
  const flags = ['no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'disable-sync']
  const quiet = ['disable-background-networking', 'disable-component-update']
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...flags, ...quiet].map((flag) => `--${flag}`),
  })
}

export class Visitor {
  readonly page: Page
  readonly look: Look
  /** What the browser complained about. */
  readonly complaints: string[] = []

  private constructor(page: Page, look: Look) {
    this.page = page
    this.look = look
    page.setDefaultTimeout(patienceMs)
    page.on('console', (line) => {
      if (['error', 'warning'].includes(line.type())) this.complaints.push(line.text())
    })
    page.on('pageerror', (error) => this.complaints.push(String(error)))
  }

  static async comes(browser: Browser, address: string, look: Look): Promise<Visitor> {
    const { width, height, theme, scale = 1 } = look
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
      colorScheme: theme,
      locale: 'zh-CN',
      hasTouch: width < phoneWidth,
      reducedMotion: 'reduce',
    })
    const visitor = new Visitor(await context.newPage(), look)
    await visitor.page.addInitScript({ path: inPage })
    await visitor.page.goto(address)
    await visitor.page.locator('.chat-row').first().waitFor()
    return visitor
  }

  get isOnPhone(): boolean {
    return this.look.width < phoneWidth
  }

  async becomes(name: string): Promise<void> {
    await this.page.locator('.persona').click()
    await this.page.getByRole('menuitemradio', { name }).click()
    await this.page.locator('.persona', { hasText: name }).waitFor()
  }

  async opens(chat: 'group' | 'bot'): Promise<void> {
    const back = this.page.locator('.back')
    if (await back.isVisible()) await back.click()
    const title = chat === 'bot' ? '支部小助手' : '联合党支部'
    await this.page
      .locator('.chat-row', { has: this.page.locator('strong', { hasText: title }) })
      .click()
  }

  /** The last button with these words, as the newest message is at the bottom. */
  key(label: string): Locator {
    return this.page.locator('.key', { hasText: label }).last()
  }

  async presses(...labels: string[]): Promise<void> {
    for (const label of labels) await this.key(label).click()
  }

  async starts(): Promise<void> {
    await this.page.getByRole('button', { name: '开始', exact: true }).click()
  }

  async says(text: string): Promise<void> {
    const field = this.page.getByLabel('写消息')
    await field.fill(text)
    await field.press('Enter')
  }

  async sends(file: string): Promise<void> {
    await this.page.locator('.composer input[type=file]').setInputFiles(file)
  }

  /** Presses a key below the input. */
  async pressesReply(label: string): Promise<void> {
    await this.page.locator('.reply-key', { hasText: label }).click()
  }

  /** The newest file of the chat, as it arrives on one's own disk. */
  async downloads(): Promise<Download> {
    const file = this.page.locator('.log .document').last()
    const [download] = await Promise.all([this.page.waitForEvent('download'), file.click()])
    return download
  }

  /** Waits until the newest messages say so. */
  async reads(text: string | RegExp): Promise<void> {
    await this.page.locator('.log .text', { hasText: text }).last().waitFor()
  }

  /** Waits until the newest message of the chat says so. */
  async hears(text: string | RegExp): Promise<void> {
    await this.page.locator('.log .row').last().filter({ hasText: text }).waitFor()
  }

  async readsNotice(text: string | RegExp): Promise<void> {
    await this.page.locator('.toast, .dialog', { hasText: text }).last().waitFor()
  }

  /** A button of the strip above, which on a phone lies in a panel. */
  async uses(label: string): Promise<void> {
    const more = this.page.locator('.more-button')
    const isFolded =
      (await more.isVisible()) && (await more.getAttribute('aria-expanded')) !== 'true'
    if (isFolded) await more.click()
    await this.page.locator('#bar').getByRole('button', { name: label, exact: true }).click()
    await this.page.locator('.clock.busy').waitFor({ state: 'detached', timeout: jumpPatienceMs })
    if (isFolded) await more.click()
  }

  /** How long a jump in time takes, in milliseconds. */
  async timeOf(label: string): Promise<number> {
    const clock = () => this.page.evaluate<number>('performance.now()')
    const from = await clock()
    await this.uses(label)
    return Math.round((await clock()) - from)
  }

  /** How far 试试看 says one has come. */
  async seesTour(count: string): Promise<void> {
    await this.page.locator('#tour-button', { hasText: count }).waitFor()
  }

  /** How much a piece of work takes. */
  async effortOf(work: () => Promise<void>): Promise<Effort> {
    await this.page.evaluate('audit.begin()')
    await work()
    return this.page.evaluate('audit.effort()')
  }

  /** Keeps a picture for people to look at; gives what a machine can see is wrong. */
  async looksRight(name: string): Promise<unknown[]> {
    mkdirSync(pictures, { recursive: true })
    const { width, theme } = this.look
    await this.page.screenshot({ path: `${pictures}${width}-${theme}-${name}.png` })
    const faint: unknown[] = await this.page.evaluate('audit.faint()')
    const overflow: string[] = await this.page.evaluate('audit.overflow()')
    const wrapped: string[] = await this.page.evaluate('audit.wrapped()')
    return [...faint, ...overflow, ...wrapped, ...this.complaints]
  }

  async leaves(): Promise<void> {
    await this.page.context().close()
  }
}
