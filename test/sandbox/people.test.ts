// People can do what a client lets them, and bots reach only those who pressed Start.

import { describe, expect, test } from 'vitest'
import { buttons, stage } from './stage.ts'

describe('a private chat', () => {
  test('begins when the person presses Start, not before', async () => {
    const { call, api, bot, 李晓雯 } = stage()
    const write = () => call('sendMessage', { chat_id: 李晓雯.id, text: '您好' })
    expect(await write()).toEqual({
      ok: false,
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    })
    expect(() => 李晓雯.says(bot, '在吗')).toThrow('only the Start button')
    李晓雯.opens()
    expect((await write()).ok).toBe(true)
    const [start] = await api.getUpdates()
    expect(start?.message).toMatchObject({
      text: '/start',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      chat: { id: 李晓雯.id, type: 'private', last_name: '李' },
    })
  })

  test('ends when the person blocks the bot, and both learn of it', async () => {
    const { call, api, bot, 李晓雯 } = stage()
    李晓雯.opens()
    李晓雯.blocks(bot)
    expect((await call('sendMessage', { chat_id: 李晓雯.id, text: '在' })).description).toBe(
      'Forbidden: bot was blocked by the user',
    )
    李晓雯.opens()
    const statuses = (await api.getUpdates()).map(({ my_chat_member }) => my_chat_member)
    expect(statuses.map((change) => change?.new_chat_member.status)).toEqual([
      undefined,
      'kicked',
      'member',
      undefined,
    ])
  })

  test('bots do not write to bots', async () => {
    const { call, world } = stage()
    const other = world.addBot({ username: 'other_bot' })
    expect((await call('sendMessage', { chat_id: other.id, text: '在' })).description).toBe(
      "Forbidden: bot can't send messages to bots",
    )
  })
})

describe('a link', () => {
  test.each([
    'https://t.me/zhibu_bot?start=ci_7',
    't.me/zhibu_bot?start=ci_7',
    'tg://resolve?domain=zhibu_bot&start=ci_7',
    'ci_7',
  ])('%s opens the chat and hands over the payload', (link) => {
    const { 李晓雯 } = stage()
    expect(李晓雯.opens(link).text).toBe('/start ci_7')
  })

  test('with a payload Telegram does not allow leads nowhere', () => {
    const { 李晓雯 } = stage()
    expect(() => 李晓雯.opens('签到')).toThrow('START_PARAM_INVALID')
    expect(() => 李晓雯.opens('x'.repeat(65))).toThrow('START_PARAM_INVALID')
    expect(() => 李晓雯.opens('https://example.org/?start=x')).toThrow('no link to a bot')
    expect(() => 李晓雯.opens('https://t.me/nobody_bot')).toThrow('no bot @nobody_bot')
  })
})

describe('a button', () => {
  test('asks the bot with the message it stands on', async () => {
    const { api, world, bot, 李晓雯 } = stage()
    李晓雯.opens()
    await api.sendMessage(李晓雯.id, '签到？', { reply_markup: buttons('签到') })
    const card = 李晓雯.sees(bot).at(-1)
    if (!card) throw new Error('no card')
    await api.editMessageText(李晓雯.id, card.id, '已结束')
    const press = 李晓雯.presses(card, '签到')
    expect(press.answer).toBeUndefined()
    const query = (await api.getUpdates()).at(-1)?.callback_query
    expect(query).toMatchObject({
      from: { id: 李晓雯.id },
      data: '签到',
      message: { text: '已结束' },
    })
    const answered: unknown[] = []
    world.subscribe((event) => event.kind === 'answered' && answered.push(event.query))
    const url = 'https://t.me/zhibu_bot?start=x'
    await api.answerCallbackQuery(query?.id ?? '', { text: '结束了', show_alert: true, url })
    expect(press.answer).toEqual({ text: '结束了', alert: true, url })
    expect(answered).toEqual([press.query])
    await api.deleteMessage(李晓雯.id, card.id)
    expect(() => 李晓雯.presses(card, '签到')).toThrow('MESSAGE_ID_INVALID')
    expect(() => 李晓雯.presses(card, '请假')).toThrow('No button 请假')
  })

  test('with a link to the bot opens its chat, one with a text copies it', async () => {
    const { api, group, bot, 李晓雯 } = stage()
    group.adds(bot, 李晓雯)
    const link = 'https://t.me/zhibu_bot?start=ci_7'
    const row = [
      { text: '签到', url: link },
      { text: '复制', copy_text: { text: 'K7F3' } },
    ]
    await api.sendMessage(group.id, '集中培训', { reply_markup: { inline_keyboard: [row] } })
    const card = 李晓雯.sees(group).at(-1)
    if (!card) throw new Error('no card')
    expect(李晓雯.presses(card, '签到')).toMatchObject({ query: undefined, opened: link })
    expect(李晓雯.sees(bot).map(({ text }) => text)).toEqual(['/start ci_7'])
    expect(李晓雯.presses(card, '复制').copied).toBe('K7F3')
  })
})

test('what people send arrives as what it is', async () => {
  const { api, fetch, bot, group, 李晓雯, 王建国 } = stage()
  李晓雯.opens()
  const bytes = new Uint8Array([0, 13, 10, 255])
  const file = 李晓雯.sendsDocument(bot, { name: '学习体会.docx', bytes }, '十一月 #体会')
  李晓雯.sendsContact(bot, '13000001234')
  李晓雯.sendsContact(bot, '13000005678', { firstName: '王', userId: 王建国.id })
  const said = 王建国.says(group, '我的体会')
  李晓雯.forwards({ ...said, chat: group.id }, bot)
  const updates = (await api.getUpdates()).flatMap(({ message }) => message ?? [])
  expect(updates[1]).toMatchObject({
    caption: '十一月 #体会',
    caption_entities: [{ type: 'hashtag' }],
    document: { file_name: '学习体会.docx', file_size: 4 },
  })
  expect(updates.slice(2, 4).map(({ contact }) => contact?.user_id)).toEqual([李晓雯.id, 王建国.id])
  expect(updates[4]).toMatchObject({
    from: { id: 李晓雯.id },
    text: '我的体会',
    forward_origin: { type: 'user', sender_user: { id: 王建国.id } },
  })
  const { file_path } = await api.getFile(file.file?.id ?? '')
  const download = await fetch(`http://telegram/file/bot${bot.token}/${file_path}`)
  expect(new Uint8Array(await download.arrayBuffer())).toEqual(bytes)
  expect((await fetch(`http://telegram/file/bot${bot.token}/documents/x`)).status).toBe(404)
})

test('only one’s own words can be changed', () => {
  const { group, 李晓雯, 王建国 } = stage()
  const said = 李晓雯.says(group, '去 https://example.org 看')
  expect(李晓雯.edits(said, '不去了')).toMatchObject({ text: '不去了', entities: [], edited: true })
  expect(() => 王建国.edits(said, '去')).toThrow('cannot edit')
})
