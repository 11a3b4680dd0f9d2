// Every refusal comes in Telegram's own words.

import { describe, expect, test } from 'vitest'
import { buttons, stage } from './stage.ts'

const keyboard = (button: object) => ({ inline_keyboard: [[{ text: '按', ...button }]] })
const 长 = (length: number) => '长'.repeat(length)

describe('a message to a person is refused', () => {
  test.each([
    [{ text: '' }, 'message text is empty'],
    [{ text: ' \n ' }, 'message text is empty'],
    [{ text: undefined }, 'message text is empty'],
    [{ chat_id: undefined }, 'chat_id is empty'],
    [{ chat_id: 42 }, 'chat not found'],
    [{ chat_id: '@nobody' }, 'chat not found'],
    [{ chat_id: -100 }, 'chat not found'],
    [{ text: 长(4_097) }, 'message is too long'],
    [
      { text: '<b>x', parse_mode: 'HTML' },
      'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [{ text: '*x*', parse_mode: 'MarkdownV2' }, 'unsupported parse_mode'],
    [{ reply_markup: keyboard({ callback_data: '' }) }, 'BUTTON_DATA_INVALID'],
    [{ reply_markup: keyboard({ callback_data: 长(22) }) }, 'BUTTON_DATA_INVALID'],
    [
      { reply_markup: keyboard({}) },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      { reply_markup: keyboard({ url: 'http://localhost:8787/' }) },
      "inline keyboard button URL 'http://localhost:8787/' is invalid: Wrong HTTP URL",
    ],
    [{ reply_markup: keyboard({ copy_text: { text: 长(257) } }) }, 'BUTTON_COPY_TEXT_INVALID'],
    [
      { reply_markup: keyboard({ web_app: { url: 'http://x.cn' } }) },
      "inline keyboard button Web App URL 'http://x.cn' is invalid: Only HTTPS links are allowed",
    ],
    [{ reply_markup: buttons(...'一二三四五六七八九') }, 'reply markup is too long'],
    [
      { reply_markup: { inline_keyboard: Array(101).fill([{ text: 'x', callback_data: 'x' }]) } },
      'reply markup is too long',
    ],
    [{ reply_parameters: { message_id: 99 } }, 'message to be replied not found'],
    [{ message_thread_id: 5 }, 'message thread not found'],
  ])('%j: %s', async (wrong, words) => {
    const { call, 李晓雯 } = stage()
    李晓雯.opens()
    const reply = await call('sendMessage', { chat_id: 李晓雯.id, text: '好', ...wrong })
    expect(reply).toEqual({ ok: false, error_code: 400, description: `Bad Request: ${words}` })
  })

  test('but not at the very limit', async () => {
    const { call, 李晓雯 } = stage()
    李晓雯.opens()
    const markup = {
      inline_keyboard: [[...(buttons(...'一二三四五六七八').inline_keyboard[0] ?? [])]],
    }
    const text = `<b>${长(4_096)}</b>`
    const sent = { chat_id: 李晓雯.id, text, parse_mode: 'HTML', reply_markup: markup }
    expect((await call('sendMessage', sent)).ok).toBe(true)
    const longest = keyboard({ callback_data: 'x'.repeat(64) })
    expect((await call('sendMessage', { ...sent, text: '好', reply_markup: longest })).ok).toBe(
      true,
    )
  })
})

test('an edit is refused when there is nothing to edit, nothing new, or another’s words', async () => {
  const { call, bot, 李晓雯 } = stage()
  const own = 李晓雯.opens()
  const sent = {
    chat_id: 李晓雯.id,
    text: '<b>卡片</b>',
    parse_mode: 'HTML',
    reply_markup: buttons('去'),
  }
  await call('sendMessage', sent)
  const change = (message_id: number, text: string, reply_markup?: object) =>
    call('editMessageText', {
      chat_id: 李晓雯.id,
      message_id,
      text,
      parse_mode: 'HTML',
      reply_markup,
    })
  expect(await change(2, '<b>卡片</b> ', buttons('去'))).toMatchObject({
    error_code: 400,
    description:
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  })
  expect((await change(9, 'x')).description).toBe('Bad Request: message to edit not found')
  expect((await change(own.id, 'x')).description).toBe("Bad Request: message can't be edited")
  expect((await change(2, '卡片', buttons('去'))).ok).toBe(true)
  expect((await change(2, '卡片')).ok).toBe(true)
  expect(李晓雯.sees(bot).at(-1)).toMatchObject({ text: '卡片', buttons: [], edited: true })
})

test('a press is answered once, in 200 characters, while the client waits', async () => {
  const { call, clock, bot, 李晓雯 } = stage()
  李晓雯.opens()
  await call('sendMessage', { chat_id: 李晓雯.id, text: '签到？', reply_markup: buttons('签到') })
  const card = 李晓雯.sees(bot).at(-1)
  const press = card && 李晓雯.presses(card, '签到')
  const answer = (text: string, callback_query_id = press?.query) =>
    call('answerCallbackQuery', { callback_query_id, text })
  const tooOld = 'Bad Request: query is too old and response timeout expired or query ID is invalid'
  expect((await answer(长(201))).description).toBe('Bad Request: MESSAGE_TOO_LONG')
  expect((await answer('x', '77')).description).toBe(tooOld)
  expect((await answer('已签到')).ok).toBe(true)
  expect((await answer('再来一次')).ok).toBe(true)
  expect(press?.answer).toMatchObject({ text: '已签到', alert: false })
  clock.set(new Date(clock.now().getTime() + 16_000))
  expect((await answer('晚了')).description).toBe(tooOld)
})

test('pins and others’ messages need rights in a group', async () => {
  const { call, group, bot, 李晓雯 } = stage()
  group.adds(bot, 李晓雯)
  const { id: message_id } = 李晓雯.says(group, '通知')
  const there = { chat_id: group.id, message_id }
  const rights = 'Bad Request: not enough rights to manage pinned messages in the chat'
  expect((await call('pinChatMessage', there)).description).toBe(rights)
  expect((await call('unpinChatMessage', { chat_id: group.id })).description).toBe(rights)
  expect((await call('deleteMessage', there)).description).toBe(
    "Bad Request: message can't be deleted for everyone",
  )
  group.promotes(bot, 李晓雯)
  expect((await call('pinChatMessage', there)).ok).toBe(true)
  expect(李晓雯.sees(group).map(({ pinned }) => pinned)).toEqual([false, true, false])
  expect((await call('unpinChatMessage', { chat_id: group.id })).ok).toBe(true)
  expect((await call('unpinChatMessage', { chat_id: group.id })).description).toBe(
    'Bad Request: message to unpin not found',
  )
  expect((await call('deleteMessage', there)).ok).toBe(true)
  expect((await call('deleteMessage', there)).description).toBe(
    'Bad Request: message to delete not found',
  )
})

test('a bot deletes its own messages for two days', async () => {
  const { call, clock, 李晓雯 } = stage()
  李晓雯.opens()
  await call('sendMessage', { chat_id: 李晓雯.id, text: '导出' })
  clock.set(new Date(clock.now().getTime() + 49 * 3_600_000))
  expect((await call('deleteMessage', { chat_id: 李晓雯.id, message_id: 2 })).description).toBe(
    "Bad Request: message can't be deleted for everyone",
  )
})

test('commands have a form', async () => {
  const { call, 李晓雯, group } = stage()
  const set = (command: string, description: string, scope?: object) =>
    call('setMyCommands', { commands: [{ command, description }], scope })
  expect((await set('签到', '签到')).description).toBe('Bad Request: BOT_COMMAND_INVALID')
  expect((await set('checkin', '')).description).toBe(
    'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID',
  )
  await set('help', '帮助')
  await set('checkin', '签到', { type: 'all_group_chats' })
  await set('notice', '通知', { type: 'chat_member', chat_id: group.id, user_id: 李晓雯.id })
  expect(李晓雯.menu(group).map(({ command }) => command)).toEqual(['notice'])
})
