// From the outbox to Telegram when nothing goes wrong: order, lanes, pace, expiry, documents.

import { describe, expect, test } from 'vitest'
import { html } from '../../../src/kernel/html.ts'
import type { ChatId } from '../../../src/kernel/ids.ts'
import { cancelLetters } from '../../../src/platform/outbox/outbox.ts'
import { purgeOutbox } from '../../../src/platform/outbox/purge.ts'
import { group, li, postOffice, zhang } from './post-office.ts'

const seconds = (at: Date, count: number) => new Date(at.getTime() + count * 1_000)

describe('order', () => {
  test('a chat hears everything in the order in which it was written', async () => {
    const { write, courier, telegram, states } = postOffice()
    for (const text of ['一', '二', '三']) write({ text })
    await courier.drain()
    expect(telegram.said()).toEqual(['一', '二', '三'])
    expect(states()).toEqual(['sent', 'sent', 'sent'])
  })

  test('whoever just acted is answered before the notices go on', async () => {
    const { write, courier, telegram } = postOffice()
    for (const chat of [101, 102, 103]) write({ chat: chat as ChatId, text: '通知' })
    write({ chat: li, text: '签到成功', lane: 'answer' })
    await courier.drain()
    expect(telegram.said()[0]).toBe('签到成功')
    expect(telegram.said()).toHaveLength(4)
  })

  test('one call at a time goes to a chat, at most thirty to all', async () => {
    const { write, courier, telegram } = postOffice()
    for (let letter = 0; letter < 100; letter += 1) {
      write({ chat: (1 + (letter % 50)) as ChatId, text: '收到', lane: 'answer' })
    }
    await courier.drain()
    expect(telegram.said()).toHaveLength(100)
    expect(telegram.most).toEqual({ inAll: 30, toOneChat: 1 })
  })

  test('of notices eight are under way at a time', async () => {
    const { write, courier, telegram } = postOffice()
    for (let chat = 1; chat <= 20; chat += 1) write({ chat: chat as ChatId, text: '通知' })
    await courier.drain()
    expect(telegram.most.inAll).toBe(8)
  })
})

describe('pace', () => {
  test('notices leave at most 28 in any second, one a second to a person', async () => {
    const { write, courier, telegram } = postOffice()
    for (let letter = 0; letter < 200; letter += 1) {
      write({ chat: (1 + (letter % 40)) as ChatId, text: '通知' })
    }
    await courier.drain()
    const times = telegram.calls.map(({ monotonicMs }) => monotonicMs)
    expect(times).toHaveLength(200)
    for (const from of times) {
      expect(times.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(28)
    }
    const toOne = telegram.calls.filter(({ chat }) => chat === 1).map((call) => call.monotonicMs)
    for (const [at, time] of toOne.slice(1).entries()) {
      expect(time - (toOne[at] ?? 0)).toBeGreaterThanOrEqual(1_000)
    }
    // Two hundred at 28 a second: the last ones begin the eighth second.
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(8_000)
  })

  test('a group hears at most 18 notices in any minute, and others do not wait for it', async () => {
    const { write, courier, telegram } = postOffice()
    for (let letter = 0; letter < 40; letter += 1) write({ chat: group, text: '群通知' })
    write({ chat: li, text: '通知' })
    await courier.drain()
    const times = telegram.calls.filter(({ chat }) => chat === group).map((c) => c.monotonicMs)
    for (const from of times) {
      expect(times.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(18)
    }
    expect(times).toHaveLength(40)
    expect(telegram.calls.find(({ chat }) => chat === li)?.monotonicMs).toBeLessThan(1_000)
  })

  test('answers are not paced', async () => {
    const { write, courier, telegram } = postOffice()
    for (let chat = 1; chat <= 90; chat += 1) {
      write({ chat: chat as ChatId, text: '收到', lane: 'answer' })
    }
    await courier.drain()
    expect(telegram.calls.at(-1)?.monotonicMs).toBe(0)
  })
})

describe('time', () => {
  test('a letter is not sent before its time', async () => {
    const { write, courier, telegram, clock, later } = postOffice()
    write({ text: '明天开会', notBefore: seconds(clock.now(), 30) })
    await courier.drain()
    await later(29)
    expect(telegram.said()).toEqual([])
    await later(1)
    expect(telegram.said()).toEqual(['明天开会'])
  })

  test('what is too late is marked, and never sent', async () => {
    const { write, courier, telegram, clock, states } = postOffice()
    write({ text: '两小时后开会', expiresAt: seconds(clock.now(), 60) })
    write({ text: '会后请写体会' })
    clock.set(seconds(clock.now(), 60))
    await courier.drain()
    expect(telegram.said()).toEqual(['会后请写体会'])
    expect(states()).toEqual(['expired', 'sent'])
  })

  test('what was taken back is not sent', async () => {
    const { write, courier, telegram, work } = postOffice()
    write({ text: '会议提醒', about: 'session:42' })
    work((w) => cancelLetters(w, 'session:42'))
    await courier.drain()
    expect(telegram.said()).toEqual([])
  })

  test('after ninety days a sent letter is forgotten, an unsent one never', async () => {
    const { write, courier, clock, work, rows } = postOffice()
    write({ text: '旧' })
    await courier.drain()
    clock.set(seconds(clock.now(), 89 * 86_400))
    write({ text: '新' })
    work(purgeOutbox)
    expect(rows()).toHaveLength(2)
    clock.set(seconds(clock.now(), 2 * 86_400))
    work(purgeOutbox)
    expect(rows().map(({ state }) => state)).toEqual(['queued'])
  })
})

describe('documents', () => {
  const message = { document: { report: '签到表', args: {} }, caption: html`12月` }

  test('a document is rendered when it is sent, and its thread is kept', async () => {
    const { write, courier, telegram } = postOffice()
    write({ message, thread: 7 })
    await courier.drain()
    expect(telegram.delivered).toMatchObject([{ text: '签到表.xlsx', chat: zhang, thread: 7 }])
  })

  test('one that cannot be rendered is told as lost, with a number that the log knows', async () => {
    const { write, courier, told, states, logged } = postOffice({
      render: () => Promise.reject(new Error('a bug')),
    })
    write({ message })
    write({ text: '别的事' })
    await courier.drain()
    expect(told.lost).toEqual(['签到表'])
    expect(states()).toEqual(['failed', 'sent'])
    expect(logged).toContainEqual(
      expect.objectContaining({ said: 'a letter cannot be sent', fault: expect.any(String) }),
    )
  })
})
