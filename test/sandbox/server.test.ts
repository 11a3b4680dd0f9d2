// The emulator as a process of its own, driven over HTTP.

import { Api, HttpError } from 'grammy'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../../src/sandbox/server.ts'

async function running() {
  const server = await startServer({ port: 0, start: new Date('2026-11-25T02:00:00Z') })
  onTestFinished(() => server.close())
  const control = async (path: string, told?: object): Promise<never> => {
    const init = told && { method: 'POST', body: JSON.stringify(told) }
    const response = await fetch(`${server.address}/control/${path}`, init)
    return (await response.json()) as never
  }
  const { token, id }: { token: string; id: number } = await control('bot')
  const api = new Api(token, { apiRoot: server.address })
  return { server, control, api, bot: id }
}

test('a story told from outside', async () => {
  const { control, api, bot } = await running()
  await control('settings', { now: '2026-12-04T10:30:00Z' })
  const person: { id: number } = await control('people', { firstName: '李晓雯' })
  const group: { id: number } = await control('groups', { title: '支部', members: [person.id] })
  await control(`groups/${group.id}/adds`, { who: bot, by: person.id })
  await control(`people/${person.id}/opens`, { link: 'https://t.me/sandbox_bot?start=ci_7' })
  const sent = await api.sendMessage(person.id, '签到？', {
    reply_markup: { inline_keyboard: [[{ text: '签到', callback_data: 'in' }]] },
  })
  expect(new Date(sent.date * 1_000).toISOString()).toMatch(/^2026-12-04T10:30:0/)
  const place = { chat: bot, message: sent.message_id }
  const press: { query: string } = await control(`people/${person.id}/presses`, {
    ...place,
    button: '签到',
  })
  await api.answerCallbackQuery(press.query, { text: '已签到' })
  expect(await control(`queries/${press.query}`)).toMatchObject({ text: '已签到' })
  expect(await control(`people/${person.id}/sees`, { chat: bot })).toMatchObject([
    { text: '/start ci_7' },
    { text: '签到？', from: { isBot: true } },
  ])
  expect(await control('counts')).toEqual({ sendMessage: 1, answerCallbackQuery: 1 })
  expect(await control('journal?method=sendMessage')).toHaveLength(1)
  expect(await control(`people/${person.id}/says`, { chat: -5, text: 'x' })).toEqual({
    error: '李晓雯 is not in chat -5',
  })
  const updates = await api.getUpdates()
  expect(updates.map((update) => Object.keys(update)[1])).toEqual([
    'my_chat_member',
    'message',
    'message',
    'callback_query',
  ])
})

test('a lost line is a lost line on the wire too', async () => {
  const { control, api, bot } = await running()
  const person: { id: number } = await control('people', { firstName: '李' })
  await control(`people/${person.id}/opens`, {})
  await control('faults', { where: { method: 'sendMessage' }, fault: { kind: 'reset' } })
  await expect(api.sendMessage(person.id, '在')).rejects.toThrow(HttpError)
  expect(await control(`people/${person.id}/sees`, { chat: bot })).toHaveLength(2)
})

test('a poller that dies leaves its updates waiting', async () => {
  const { control, api } = await running()
  const person: { id: number } = await control('people', { firstName: '李' })
  const dying = new AbortController()
  const polling = api.getUpdates({ timeout: 50 }, dying.signal as never)
  await expect.poll(() => control('counts')).toBeDefined()
  dying.abort()
  await expect(polling).rejects.toThrow(HttpError)
  await control(`people/${person.id}/opens`, {})
  expect(await api.getUpdates()).toHaveLength(1)
})
