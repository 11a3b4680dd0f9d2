// What Telegram refuses, and where it asks to wait.

import { describe, expect, test } from 'vitest'
import { html } from '../../../src/kernel/html.ts'
import type { ChatId, OrganisationId } from '../../../src/kernel/ids.ts'
import { enqueue, refresh } from '../../../src/platform/outbox/outbox.ts'
import { group, li, once, postOffice, refusal, said, tooFast, zhang } from './post-office.ts'

describe('too fast', () => {
  test('a group that is too fast waits alone', async () => {
    const { write, courier, telegram, later } = postOffice()
    telegram.fault = once(tooFast(35))
    write({ chat: group, text: '群通知' })
    write({ chat: li, text: '通知' })
    await courier.drain()
    expect(telegram.said()).toEqual(['通知'])
    await later(34)
    expect(telegram.said(group)).toEqual([])
    await later(1)
    expect(telegram.said(group)).toEqual(['群通知'])
  })

  test('after a private chat all notices wait, answers go on', async () => {
    const { write, courier, telegram, later } = postOffice()
    telegram.fault = once(tooFast(10))
    write({ chat: zhang, text: '通知' })
    await courier.drain()
    write({ chat: li, text: '通知' })
    write({ chat: li, text: '收到', lane: 'answer' })
    await courier.drain()
    expect(telegram.said()).toEqual(['收到'])
    await later(10)
    expect(telegram.said()).toEqual(['收到', '通知', '通知'])
  })

  test('of several wishes to wait the longest counts', async () => {
    const { write, courier, telegram, later } = postOffice()
    telegram.fault = ({ chat }) => (telegram.calls.length > 2 ? undefined : tooFast(chat - 71))
    write({ chat: li, text: '一' })
    write({ chat: zhang, text: '二' })
    await courier.drain()
    expect(telegram.calls).toHaveLength(2)
    await later(30)
    expect(telegram.said()).toEqual([])
    await later(1)
    expect(telegram.said()).toEqual(['一', '二'])
  })

  test('a restart does not make us forget to wait, nor does waiting count as a try', async () => {
    const { write, courier, telegram, clock, another, rows } = postOffice()
    telegram.fault = once(tooFast(35))
    write({ chat: group, text: '群通知' })
    await courier.drain()
    const next = another()
    next.recover()
    await next.drain()
    expect(telegram.calls).toHaveLength(1)
    clock.set(new Date(clock.now().getTime() + 35_000))
    await next.drain()
    expect(telegram.said()).toEqual(['群通知'])
    expect(rows()[0]?.attempts).toBe(0)
  })
})

describe('nobody to be reached', () => {
  const blocked = refusal(403, 'Forbidden: bot was blocked by the user')

  test('all that waits for the chat is given up, and it is told once', async () => {
    const { write, courier, telegram, told, states } = postOffice()
    telegram.fault = ({ chat }) => (chat === zhang ? blocked : undefined)
    write({ text: '一', branch: 7 as OrganisationId })
    write({ text: '二' })
    write({ chat: li, text: '三' })
    await courier.drain()
    write({ text: '四' })
    await courier.drain()
    expect(states()).toEqual(['failed', 'failed', 'sent', 'failed'])
    expect(told.dead).toEqual([{ chat: zhang, branch: 7, reason: 'blocked' }])
    expect(telegram.calls.filter(({ chat }) => chat === zhang)).toHaveLength(2)
  })

  test('once a letter has got through, the next refusal is told again', async () => {
    const { write, later, telegram, told } = postOffice()
    for (const fault of [blocked, undefined, blocked]) {
      telegram.fault = once(fault)
      write({ text: '通知' })
      await later(60)
    }
    expect(told.dead).toHaveLength(2)
  })

  test('what the secretary is told leaves at once', async () => {
    const { write, courier, telegram } = postOffice({
      onDead: (w) => enqueue(w, { chat: li, message: said('联系不上张建国') }),
    })
    telegram.fault = once(blocked)
    write({ text: '通知' })
    await courier.drain()
    expect(telegram.said()).toEqual(['联系不上张建国'])
  })

  test('a fault in what is told does not send letters again', async () => {
    const { write, later, telegram, states, logged } = postOffice({
      onDead() {
        throw new Error('a bug')
      },
    })
    telegram.fault = once(blocked)
    write({ text: '通知' })
    await later(0)
    await later(600)
    expect(telegram.calls).toHaveLength(1)
    expect(states()).toEqual(['failed'])
    expect(logged).toContainEqual(expect.objectContaining({ hook: 'onDead', name: 'Error' }))
  })
})

describe('a refused letter', () => {
  test('is told as lost, and the chat goes on', async () => {
    const { write, courier, telegram, told, states } = postOffice()
    telegram.fault = once(refusal(400, 'Bad Request: message is too long'))
    write({ text: '一' })
    write({ text: '二' })
    await courier.drain()
    expect(told.lost).toEqual(['一'])
    expect(states()).toEqual(['failed', 'sent'])
  })

  test('goes as plain text when Telegram does not understand its markup', async () => {
    const { write, courier, telegram } = postOffice()
    telegram.fault = once(refusal(400, "Bad Request: can't parse entities: Unclosed start tag"))
    write({ message: { text: html`<b>${'张建国 <主持>'}</b>` } })
    await courier.drain()
    expect(telegram.said()).toEqual(['张建国 &lt;主持&gt;'])
  })

  test('is given up when it is refused as plain text too', async () => {
    const { write, courier, telegram, told } = postOffice()
    telegram.fault = () => refusal(400, "Bad Request: can't parse entities")
    write({ message: { text: html`<b>${'一'}</b>` } })
    await courier.drain()
    expect(told.lost).toEqual(['一'])
    expect(telegram.calls).toHaveLength(2)
  })

  test('goes to the group itself when its topic is gone', async () => {
    const { write, courier, telegram } = postOffice()
    telegram.fault = ({ thread }) =>
      thread === 7 ? refusal(400, 'Bad Request: message thread not found') : undefined
    write({ chat: group, thread: 7, text: '群通知' })
    await courier.drain()
    expect(telegram.delivered).toMatchObject([{ text: '群通知', thread: undefined }])
  })
})

describe('a group that became a supergroup', () => {
  const supergroup = -1001 as ChatId
  const upgraded = refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    migrate_to_chat_id: supergroup,
  })

  test('is followed: what waits for it arrives at the new number', async () => {
    const { write, courier, telegram, told } = postOffice()
    telegram.fault = ({ chat }) => (chat === group ? upgraded : undefined)
    write({ chat: group, text: '一' })
    write({ chat: group, text: '二' })
    await courier.drain()
    expect(telegram.said(supergroup)).toEqual(['一', '二'])
    expect(told.moved).toEqual([{ from: group, to: supergroup }])
  })

  test('its old message numbers are never used for an edit again', async () => {
    const { write, courier, telegram, work } = postOffice()
    write({ chat: group, slot: 'session:42', text: '卡片' })
    await courier.drain()
    telegram.fault = ({ chat }) => (chat === group ? upgraded : undefined)
    write({ chat: group, text: '一' })
    work((w) => refresh(w, { chat: group, slot: 'session:42', message: said('卡片 1') }))
    await courier.drain()
    work((w) => refresh(w, { chat: supergroup, slot: 'session:42', message: said('卡片 2') }))
    await courier.drain()
    expect(telegram.said(supergroup)).toEqual(['一'])
  })
})

test('with a token that is not valid any more nothing is sent and nothing is lost', async () => {
  const { write, courier, telegram, states, later, another } = postOffice()
  telegram.fault = once(refusal(401, 'Unauthorized'))
  write({ text: '一', kind: 'once' })
  write({ text: '二' })
  await later(0)
  await later(3_600)
  expect(courier.state()).toBe('revoked')
  expect(telegram.calls).toHaveLength(1)
  expect(states()).toEqual(['queued', 'queued'])
  await another().drain()
  expect(telegram.said()).toEqual(['一', '二'])
})
