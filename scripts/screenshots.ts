// Makes the README's pictures: node scripts/screenshots.ts (needs Chromium, LibreOffice, pdftoppm).

import { type ExecFileSyncOptions, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startProgram } from '../test/browser/program.ts'
import { type Look, openBrowser, Visitor } from '../test/browser/visitor.ts'

const pictures = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const wide: Look = { width: 1280, height: 800, theme: 'light' }
const phone: Look = { width: 390, height: 844, theme: 'dark', scale: 2 }
const workbookDpi = '96'

const program = await startProgram()
const browser = await openBrowser()
mkdirSync(pictures, { recursive: true })
await program.begins('month')
await shows(wide, groupCard)
await shows(phone, privateChat)
await shows(wide, clock)
await shows(wide, workbook)
await browser.close()
await program.stop()

async function shows(look: Look, plays: (visitor: Visitor) => Promise<void>): Promise<void> {
  const visitor = await Visitor.comes(browser, program.address, look)
  await plays(visitor)
  await visitor.leaves()
}

async function groupCard(visitor: Visitor): Promise<void> {
  await visitor.becomes('李晓雯')
  await visitor.opens('group')
  await visitor.presses('参加')
  await visitor.readsNotice('已登记参加')
  await picture(visitor, 'group-card')
}

async function privateChat(visitor: Visitor): Promise<void> {
  await visitor.becomes('李晓雯')
  await visitor.opens('bot')
  await picture(visitor, 'private-chat')
}

async function clock(visitor: Visitor): Promise<void> {
  await visitor.becomes('周航')
  await visitor.opens('bot')
  await visitor.uses('到下次活动')
  await picture(visitor, 'clock')
}

async function workbook(visitor: Visitor): Promise<void> {
  await visitor.opens('bot')
  const file = visitor.page.locator('.log .document').last()
  const [download] = await Promise.all([visitor.page.waitForEvent('download'), file.click()])
  const folder = mkdtempSync(join(tmpdir(), 'zhijian-workbook-'))
  const sheet = join(folder, 'workbook.xlsx')
  await download.saveAs(sheet)
  const quiet: ExecFileSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'] }
  const soffice = ['--headless', `-env:UserInstallation=file://${folder}/office`]
  execFileSync('soffice', [...soffice, '--convert-to', 'pdf', '--outdir', folder, sheet], quiet)
  const upper = ['-x', '0', '-y', '0', '-W', '794', '-H', '640']
  const first = ['-png', '-r', workbookDpi, ...upper, '-f', '1', '-l', '1', '-singlefile']
  const to = join(pictures, 'workbook')
  execFileSync('pdftoppm', [...first, join(folder, 'workbook.pdf'), to], quiet)
  rmSync(folder, { recursive: true })
}

async function picture({ page }: Visitor, name: string): Promise<void> {
  // Focus and pointer belong to whoever plays, not to the picture.
  await page.mouse.move(0, 0)
  await page.evaluate('document.activeElement?.blur()')
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}
