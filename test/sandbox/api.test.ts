// The emulator answers in the Bot API's form, however it is called.

import { InputFile } from 'grammy'
import { describe, expect, test } from 'vitest'
import type { MethodName } from '../../src/sandbox/journal.ts'
import { findingsIn, returnsOf } from '../../src/sandbox/schema.ts'
import { buttons, stage } from './stage.ts'

describe('ways to call', () => {
  test('a query, a form, JSON and an upload say the same', async () => {
    const { fetch, bot, 李晓雯 } = stage()
    李晓雯.opens()
    const address = `http://telegram/bot${bot.token}/sendmessage`
    const fields = { chat_id: String(李晓雯.id), text: '台账', disable_notification: 'True' }
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const upload = new Response(form)
    const inits = [
      { method: 'POST', body: new URLSearchParams(fields) },
      {
        method: 'POST',
        body: JSON.stringify(fields),
        headers: { 'content-type': 'application/json' },
      },
      {
        method: 'POST',
        body: new Uint8Array(await upload.arrayBuffer()),
        headers: { 'content-type': upload.headers.get('content-type') ?? '' },
      },
    ]
    await fetch(`${address}?${new URLSearchParams(fields)}`)
    for (const init of inits) await fetch(address, init)
    const heard = 李晓雯.sees(bot).filter((message) => message.from.isBot)
    expect(heard.map(({ text, silent }) => [text, silent])).toEqual(Array(4).fill(['台账', true]))
  })

  test('a wrong token, an unknown method and another address are told so', async () => {
    const { fetch, call, world } = stage()
    const wrong = await fetch('http://telegram/bot1:x/getMe')
    expect([wrong.status, await wrong.json()]).toEqual([
      401,
      { ok: false, error_code: 401, description: 'Unauthorized' },
    ])
    const notFound = { ok: false, error_code: 404, description: 'Not Found' }
    expect(await call('sendMesage')).toEqual(notFound)
    expect(await (await fetch('http://telegram/')).json()).toEqual(notFound)
    expect(world.violations).toEqual([{ method: 'sendMesage', what: 'not emulated' }])
  })

  test('an unknown parameter passes but is noted; a wrong one is refused', async () => {
    const { call, world, 李晓雯 } = stage()
    李晓雯.opens()
    const chat_id = 李晓雯.id
    expect((await call('sendMessage', { chat_id, text: 'x', colour: 'red' })).ok).toBe(true)
    expect(world.violations.map(({ what }) => what)).toEqual(['colour: unknown, expected nothing'])
    const reply_markup = { inline_keyboard: [[{ text: 7 }]] }
    expect((await call('sendMessage', { chat_id, text: 'x', reply_markup })).description).toBe(
      'Bad Request: can\'t parse inline keyboard button: Field "text" must be of type String',
    )
    expect((await call('deleteMessage', { chat_id, message_id: 'x' })).description).toBe(
      'Bad Request: parameter "message_id" must be of type Integer',
    )
    expect(world.violations).toHaveLength(3)
  })
})

test('all that the emulator says fits the Bot API', async () => {
  const { api, world, group, bot, 李晓雯, 王建国 } = stage()
  await api.getUpdates({
    allowed_updates: [
      'message',
      'edited_message',
      'callback_query',
      'my_chat_member',
      'chat_member',
    ],
  })
  group.adds(bot, 李晓雯)
  group.promotes(bot, 李晓雯)
  group.promotes(王建国, 李晓雯, { isAnonymous: true })
  group.channelPosts('党建通讯', '本月学习安排 https://example.org')
  王建国.says(group, '我是管理员', { anonymous: true })
  李晓雯.opens('https://t.me/zhibu_bot?start=ci_7')
  李晓雯.sendsContact(bot, '+86 130 0000 1234')
  李晓雯.sendsVoice(bot, 3)
  李晓雯.sendsSticker(bot)
  const file = 李晓雯.sendsDocument(
    bot,
    { name: '体会.docx', bytes: new Uint8Array([1]) },
    '十一月',
  )
  李晓雯.forwards(file, group)
  const said = 李晓雯.says(group, '收到')
  李晓雯.edits(said, '已收到')
  const card = await api.sendMessage(group.id, '<b>集中培训</b>', {
    parse_mode: 'HTML',
    reply_markup: buttons('参加', '请假'),
    reply_parameters: { message_id: said.id },
  })
  await api.pinChatMessage(group.id, card.message_id)
  await api.editMessageText(group.id, card.message_id, '集中培训（已改期）')
  await api.editMessageReplyMarkup(group.id, card.message_id, { reply_markup: buttons('参加') })
  await api.setMessageReaction(group.id, said.id, [{ type: 'emoji', emoji: '👍' }])
  王建国.presses(王建国.sees(group).findLast(({ id }) => id === card.message_id) ?? said, '参加')
  await api.getChat(group.id)
  await api.getChat(李晓雯.id)
  for (const { id } of [李晓雯, 王建国, bot]) await api.getChatMember(group.id, id)
  await api.getMe()
  await api.getWebhookInfo()
  await api.setMyCommands([{ command: 'start', description: '开始' }])
  await api.sendDocument(李晓雯.id, new InputFile(new Uint8Array([1]), '台账.txt'))
  await api.getFile(file.file?.id ?? '')
  group.upgrade(李晓雯)
  李晓雯.blocks(bot)
  await api.getUpdates()
  for (const { method, outcome } of world.journal.entries) {
    const result = outcome.ok ? outcome.result : outcome
    expect(findingsIn(result, returnsOf(method as MethodName)), method).toEqual([])
  }
  expect(world.violations).toEqual([])
  expect(world.journal.counts.get('getChatMember')).toBe(3)
})
