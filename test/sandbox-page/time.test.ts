// Moving the clock, changing the scene, and what the pages hear meanwhile.

import { describe, expect, test } from 'vitest'
import { createMovableClock } from '../../src/sandbox/clock.ts'
import { at } from '../support/clock.ts'
import { openPage, type Page } from './page.ts'

describe('the movable clock', () => {
  test('runs on by itself, and jumps where it is told', () => {
    const clock = createMovableClock(at('2026-11-25 10:00'))
    expect(clock.now().getTime() - at('2026-11-25 10:00').getTime()).toBeLessThan(1_000)
    clock.moveTo(at('2026-12-04 18:30'))
    expect(clock.now().getTime() - at('2026-12-04 18:30').getTime()).toBeLessThan(1_000)
    clock.moveTo(at('2026-11-25 10:00'))
    expect(clock.now() >= at('2026-12-04 18:30')).toBe(true)
  })

  test('wakes who slept until then, and nobody else', async () => {
    const clock = createMovableClock(at('2026-11-25 10:00'))
    const woken: string[] = []
    const giveUp = new AbortController()
    const soon = clock.sleep(60_000).then(() => woken.push('soon'))
    const later = clock.sleep(3_600_000, giveUp.signal).then(() => woken.push('later'))
    clock.moveTo(at('2026-11-25 10:30'))
    await soon
    expect(woken).toEqual(['soon'])
    giveUp.abort()
    await later
  })

  test('skips a short rest, but no long one', async () => {
    const clock = createMovableClock(at('2026-11-25 10:00'))
    const giveUp = new AbortController()
    const long = clock.sleep(3_600_000, giveUp.signal)
    const short = clock.sleep(3_000)
    clock.skipPause(5_000)
    await short
    clock.skipPause(5_000)
    expect(clock.now().getTime() - at('2026-11-25 10:00').getTime()).toBeLessThan(5_000)
    giveUp.abort()
    await long
  })
})

describe('the clock of the page', () => {
  test.each([
    ['hour', '2026-11-25T03:00'],
    ['day', '2026-11-26T02:00'],
    ['minutes:30', '2026-11-25T02:30'],
    ['monthEnd', '2026-11-30T08:05'],
  ])('moves on by %s', async (to, shown) => {
    const page = await openPage()
    expect((await page.tell('clock', { to })).now).toContain(shown)
    expect((await page.as('陈敏').screen()).now).toContain(shown)
  })

  test.each([
    ['session', '还没有发布的活动'],
    ['minutes:0', '不认得'],
    ['yesterday', '不认得'],
  ])('does not know the way to %s', async (to, error) => {
    const page = await openPage()
    expect((await page.tell('clock', { to })).error).toContain(error)
  })

  test('lets nobody act while it moves', async () => {
    const page = await openPage()
    const news = await listen(page, '周航')
    const moving = page.tell('clock', { to: 'monthEnd' })
    await news.until('busy')
    expect(await page.as('周航').says('早', page.group)).toMatchObject({ ok: false })
    expect(await moving).toMatchObject({ ok: true })
    expect(await page.as('周航').says('早', page.group)).toEqual({ ok: true })
  })
})

describe('the news', () => {
  test('begin with the time, and tell only those who see it that something changed', async () => {
    const page = await openPage()
    const 陈敏 = await listen(page, '陈敏')
    const 周航 = await listen(page, '周航')
    await page.as('陈敏').starts()
    await page.as('陈敏').says('你好')
    expect(await 陈敏.until('screen')).toEqual(['clock', 'screen'])
    await page.tell('clock', { to: 'hour' })
    expect(await 周航.until('idle')).toEqual(['clock', 'busy', 'busy', 'clock', 'idle'])
    await page.as('孙悦').says('大家好', page.group)
    expect(await 周航.until('screen')).toEqual(['screen'])
  })

  test('hold the calls of the bot only for those who ask', async () => {
    const page = await openPage()
    const plain = await listen(page, '陈敏')
    const curious = await listen(page, '陈敏', '&calls=1')
    await page.as('孙悦').presses('隐私说明', page.group)
    await page.tell('clock', { to: 'minutes:1' })
    expect(await plain.until('idle')).not.toContain('calls')
    await curious.until('idle')
    const methods = curious.data.flatMap((one) => ('method' in one ? [one.method] : []))
    expect(methods).toContain('sendMessage')
    expect(methods).toContain('answerCallbackQuery')
  })
})

test('a new scene leaves nothing of the old one', async () => {
  const page = await openPage()
  await page.as('周航').says('旧的话', page.group)
  const { id } = page.as('周航')
  expect(await page.tell('reset', { scene: 'blank' })).toEqual({ ok: true })
  const screen = await page.as('周航').screen()
  expect(screen.me.id).toBe(id)
  expect(screen.now).toContain('2026-11-25T02:00')
  expect(JSON.stringify(screen)).not.toContain('旧的话')
  expect(await page.tell('reset', { scene: 'dream' })).toMatchObject({ ok: false })
})

/** A page that listens; `until` gives the names of the events since it was asked last. */
async function listen(page: Page, name: string, more = '') {
  const response = await page.request(`events?as=${page.id(name)}${more}`)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  const data: object[] = []
  let rest = ''
  return {
    data,
    async until(last: string): Promise<string[]> {
      const names: string[] = []
      while (names.at(-1) !== last) {
        const { value } = await reader.read()
        const events = (rest + decoder.decode(value)).split('\n\n')
        rest = events.pop() ?? ''
        for (const event of events) {
          names.push(/^event: (.*)$/m.exec(event)?.[1] ?? '')
          data.push(JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '{}'))
        }
      }
      return names
    },
  }
}
