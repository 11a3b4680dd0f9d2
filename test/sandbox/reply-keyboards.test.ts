// Keyboards below the input: whose they are, what their keys send, and what Telegram refuses.

import { describe, expect, test } from 'vitest'
import { keysOf } from '../../src/sandbox/at-input.ts'
import type { Person } from '../../src/sandbox/person.ts'
import { stage } from './stage.ts'

const contactKey = { text: '📱 用本人手机号核对', request_contact: true }
const claiming = {
  keyboard: [[contactKey], [{ text: '不用了' }]],
  resize_keyboard: true,
  one_time_keyboard: true,
}
const plain = { keyboard: [[{ text: '好' }]] }

type Stage = ReturnType<typeof stage>

function labels(person: Person, chat: { id: number }) {
  const at = person.atInput(chat)
  return at && keysOf(at).map((row) => row.map(({ text }) => text))
}

/** A bot in the group, and 李晓雯 in its private chat. */
function opened(): Stage {
  const on = stage()
  on.group.adds(on.bot, on.李晓雯)
  on.李晓雯.opens()
  return on
}

describe('a keyboard', () => {
  test('stays until the next one, or until it is taken away', async () => {
    const { api, bot, 李晓雯 } = opened()
    await api.sendMessage(李晓雯.id, '核对身份', { reply_markup: claiming })
    await api.sendMessage(李晓雯.id, '慢慢来')
    expect(labels(李晓雯, bot)).toEqual([['📱 用本人手机号核对'], ['不用了']])
    await api.sendMessage(李晓雯.id, '好吗', { reply_markup: plain })
    expect(labels(李晓雯, bot)).toEqual([['好']])
    await api.sendMessage(李晓雯.id, '好了', { reply_markup: { remove_keyboard: true } })
    expect(李晓雯.atInput(bot)).toBeUndefined()
  })

  test('goes with its message, and its message cannot be changed', async () => {
    const { api, call, bot, 李晓雯 } = opened()
    const { message_id } = await api.sendMessage(李晓雯.id, '好吗', { reply_markup: plain })
    const change = { chat_id: 李晓雯.id, message_id, text: '好不好' }
    expect((await call('editMessageText', change)).description).toBe(
      "Bad Request: message can't be edited",
    )
    await api.deleteMessage(李晓雯.id, message_id)
    expect(李晓雯.atInput(bot)).toBeUndefined()
  })

  test('never comes back to the bot', async () => {
    const { api, 李晓雯 } = opened()
    const sent = await api.sendMessage(李晓雯.id, '核对身份', { reply_markup: claiming })
    expect(sent.reply_markup).toBeUndefined()
  })

  test('of a group is everybody’s, or only theirs who are named', async () => {
    const { api, group, 李晓雯, 王建国 } = opened()
    await api.sendMessage(group.id, '好吗', { reply_markup: plain })
    expect([李晓雯, 王建国].map((one) => labels(one, group))).toEqual([[['好']], [['好']]])
    await api.sendMessage(group.id, '够了', { reply_markup: { remove_keyboard: true } })
    const only = { reply_markup: { ...plain, selective: true } }
    const said = 王建国.says(group, '/next')
    await api.sendMessage(group.id, '问您', { ...only, reply_parameters: { message_id: said.id } })
    expect([李晓雯, 王建国].map((one) => labels(one, group))).toEqual([undefined, [['好']]])
    const named = `<a href="tg://user?id=${李晓雯.id}">晓雯</a>，您呢`
    await api.sendMessage(group.id, named, { ...only, parse_mode: 'HTML' })
    expect(labels(李晓雯, group)).toEqual([['好']])
  })
})

describe('a key', () => {
  test('sends what stands on it, in a group as a reply', async () => {
    const { api, bot, group, 李晓雯, 王建国 } = opened()
    await api.sendMessage(李晓雯.id, '核对身份', { reply_markup: claiming })
    expect(李晓雯.pressesKey(bot, '不用了')).toMatchObject({ text: '不用了', replyTo: undefined })
    const { message_id } = await api.sendMessage(group.id, '好吗', { reply_markup: plain })
    王建国.pressesKey(group, '好')
    const heard = (await api.getUpdates()).flatMap(({ message }) => message ?? []).slice(-2)
    expect(heard).toMatchObject([
      { text: '不用了' },
      { text: '好', reply_to_message: { message_id } },
    ])
    expect(() => 王建国.pressesKey(group, '不好')).toThrow('No key 不好 below the input, only: 好')
  })

  test('folds a one-time keyboard, which can still be brought back', async () => {
    const { api, bot, 李晓雯 } = opened()
    await api.sendMessage(李晓雯.id, '好吗', { reply_markup: plain })
    李晓雯.pressesKey(bot, '好')
    expect(李晓雯.atInput(bot)?.isFolded).toBe(false)
    await api.sendMessage(李晓雯.id, '核对身份', { reply_markup: claiming })
    李晓雯.pressesKey(bot, '不用了')
    expect(李晓雯.atInput(bot)?.isFolded).toBe(true)
    expect(李晓雯.pressesKey(bot, '不用了').text).toBe('不用了')
  })

  test('that asks for the number gives one’s own, which nobody else’s can pass for', async () => {
    const { api, world, bot, 李晓雯, 王建国 } = opened()
    const asked = await api.sendMessage(李晓雯.id, '核对身份', { reply_markup: claiming })
    李晓雯.pressesKey(bot, contactKey.text)
    const other = 李晓雯.sendsContact(bot, 王建国.phone, { firstName: '建国', userId: 王建国.id })
    李晓雯.forwards(other, bot)
    const heard = (await api.getUpdates()).flatMap(({ message }) => message ?? []).slice(-3)
    expect(heard.map(({ contact }) => [contact?.user_id, contact?.phone_number])).toEqual([
      [李晓雯.id, 李晓雯.phone],
      [王建国.id, 王建国.phone],
      [王建国.id, 王建国.phone],
    ])
    expect(heard[0]?.reply_to_message?.message_id).toBe(asked.message_id)
    expect(heard[2]?.forward_origin).toMatchObject({ sender_user: { id: 李晓雯.id } })
    expect(world.person({ firstName: '何', phone: '+8613800005506' }).phone).toBe('+8613800005506')
  })
})

test('a reply that the bot began is over once it is given', async () => {
  const { api, bot, 李晓雯 } = opened()
  const reply_markup = { force_reply: true, input_field_placeholder: '请假的原因' } as const
  const { message_id } = await api.sendMessage(李晓雯.id, '为什么？', { reply_markup })
  expect(李晓雯.atInput(bot)).toMatchObject({ message: message_id, markup: reply_markup })
  李晓雯.says(bot, '等一下')
  expect(李晓雯.atInput(bot)).toBeDefined()
  李晓雯.says(bot, '出差', { replyTo: message_id })
  expect(李晓雯.atInput(bot)).toBeUndefined()
})

describe('is refused', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, at) => ({ text: `${at}` }))

  test.each([
    ['an empty key', { keyboard: [[{ text: ' ' }]] }, 'keyboard button text must be non-empty'],
    [
      'a key without words',
      { keyboard: [[{ request_contact: true }]] },
      'can\'t parse keyboard button: Can\'t find field "text"',
    ],
    [
      'a wish that is no yes or no',
      { keyboard: [[{ text: '好', request_contact: 'yes' }]] },
      'can\'t parse keyboard button: Field "request_contact" must be of type Boolean',
    ],
    [
      'an unknown colour',
      { keyboard: [[{ text: '好', style: 'pink' }]] },
      "can't parse keyboard button: invalid button style specified",
    ],
    ['a row of 13', { keyboard: [keys(13)] }, 'reply markup is too long'],
    ['301 rows', { keyboard: keys(301).map((key) => [key]) }, 'reply markup is too long'],
    ['a long hint', { ...plain, input_field_placeholder: '字'.repeat(65) }, 'REPLY_MARKUP_INVALID'],
    ['an empty hint', { force_reply: true, input_field_placeholder: '' }, 'REPLY_MARKUP_INVALID'],
  ])('%s', async (_, reply_markup, words) => {
    const { call, 李晓雯 } = opened()
    const reply = await call('sendMessage', { chat_id: 李晓雯.id, text: '好吗', reply_markup })
    expect(reply).toEqual({ ok: false, error_code: 400, description: `Bad Request: ${words}` })
  })

  test.each([
    [{ request_contact: true }, 'phone number can be requested in private chats only'],
    [{ request_location: true }, 'location can be requested in private chats only'],
    [{ request_poll: {} }, 'poll can be requested in private chats only'],
  ])('in a group: %j', async (asks, words) => {
    const { call, group } = opened()
    const reply_markup = { keyboard: [[{ text: '好', ...asks }]] }
    const reply = await call('sendMessage', { chat_id: group.id, text: '好吗', reply_markup })
    expect(reply.description).toBe(`Bad Request: ${words}`)
  })

  test('a reply keyboard where an edit wants buttons', async () => {
    const { api, call, 李晓雯 } = opened()
    const { message_id } = await api.sendMessage(李晓雯.id, '好吗')
    const change = { chat_id: 李晓雯.id, message_id, text: '好不好', reply_markup: plain }
    expect((await call('editMessageText', change)).description).toBe(
      'Bad Request: inline keyboard expected',
    )
  })

  test('nothing at the very limit, and an empty keyboard is none', async () => {
    const { api, bot, world, 李晓雯 } = opened()
    const keyboard = Array.from({ length: 25 }, () => keys(12))
    await api.sendMessage(李晓雯.id, '选', { reply_markup: { keyboard } })
    expect(labels(李晓雯, bot)?.flat()).toHaveLength(300)
    await api.sendMessage(李晓雯.id, '选', { reply_markup: { keyboard: [[]] } })
    expect(labels(李晓雯, bot)?.flat()).toHaveLength(300)
    expect(world.violations).toEqual([])
  })
})
