// What Telegram is sent for a message of ours.

import { Api } from 'grammy'
import { expect, test } from 'vitest'
import { html } from '../../../src/kernel/html.ts'
import type { ChatId } from '../../../src/kernel/ids.ts'
import type { Message } from '../../../src/kernel/message.ts'
import { createTelegram, type Telegram } from '../../../src/platform/telegram/sender.ts'

const chat = 7 as ChatId
const text = html`请出示您的手机号`
const keys = { contact: '📱 用我的手机号', instead: '输入后四位' }

/** The keyboard that goes along when `say` is done, as it went through the outbox. */
async function markupOf(say: (telegram: Telegram) => Promise<unknown>): Promise<unknown> {
  const bodies: { reply_markup?: unknown }[] = []
  const api = new Api('1:a', {
    fetch: async (_url: unknown, init?: { body?: unknown }) => {
      bodies.push(JSON.parse(String(init?.body)))
      return Response.json({ ok: true, result: { message_id: 1 } }) as never
    },
  })
  await say(createTelegram(api, () => 'bot'))
  return bodies[0]?.reply_markup
}

const stored = (message: Message): Message => JSON.parse(JSON.stringify(message))

test('two keys take the place of the reader’s keyboard until one is pressed', async () => {
  expect(await markupOf((to) => to.send({ chat }, stored({ text, keys })))).toEqual({
    keyboard: [[{ text: '📱 用我的手机号', request_contact: true }, { text: '输入后四位' }]],
    one_time_keyboard: true,
    resize_keyboard: true,
  })
})

test('the reader’s own keyboard comes back', async () => {
  expect(await markupOf((to) => to.send({ chat }, stored({ text, keys: 'removed' })))).toEqual({
    remove_keyboard: true,
  })
})

test('without keys the buttons stand under the message', async () => {
  const buttons = [[{ label: '是我', data: 'm.me:1', style: 'primary' }]] as const
  expect(await markupOf((to) => to.send({ chat }, stored({ text, buttons })))).toEqual({
    inline_keyboard: [[{ text: '是我', callback_data: 'm.me:1', style: 'primary' }]],
  })
})

test('an edit leaves the reader’s keyboard alone', async () => {
  expect(await markupOf((to) => to.edit(chat, 3, stored({ text, keys })))).toEqual({
    inline_keyboard: [],
  })
})
