// In a group a bot hears what privacy mode lets it hear, and learns who comes and goes.

import { describe, expect, test } from 'vitest'
import { buttons, stage } from './stage.ts'

/** What the bot was told, in short. */
async function heard({ api }: Pick<ReturnType<typeof stage>, 'api'>): Promise<string[]> {
  const updates = await api.getUpdates()
  const last = updates.at(-1)
  if (last) await api.getUpdates({ offset: last.update_id + 1 })
  return updates.flatMap(({ message, edited_message, my_chat_member, chat_member }) => [
    ...(message ? [message.text ?? 'service'] : []),
    ...(edited_message ? [`edited ${edited_message.text}`] : []),
    ...(my_chat_member ? [`me ${my_chat_member.new_chat_member.status}`] : []),
    ...(chat_member ? [`somebody ${chat_member.new_chat_member.status}`] : []),
  ])
}

describe('privacy mode', () => {
  test('lets through commands with the bot’s name, replies to it and service messages', async () => {
    const on = stage()
    const { group, bot, api, 李晓雯 } = on
    group.adds(bot, 李晓雯)
    李晓雯.says(group, '大家好 @zhibu_bot')
    李晓雯.says(group, '/next@other_bot')
    李晓雯.says(group, '/next')
    李晓雯.says(group, '/next@Zhibu_Bot')
    group.renames('第一支部', 李晓雯)
    expect(await heard(on)).toEqual(['me member', 'service', '/next@Zhibu_Bot', 'service'])
    const { message_id } = await api.sendMessage(group.id, '在')
    const reply = 李晓雯.says(group, '我来', { replyTo: message_id })
    李晓雯.edits(reply, '我不来')
    李晓雯.says(group, '/next')
    expect(await heard(on)).toEqual(['我来', 'edited 我不来', '/next'])
  })

  test('a bare command goes to the bot that spoke last, and bots never hear bots', async () => {
    const on = stage()
    const { world, group, api, bot, fetch, 李晓雯 } = on
    const other = world.addBot({ username: 'other_bot' })
    group.adds(bot, 李晓雯)
    group.adds(other, 李晓雯)
    await api.sendMessage(group.id, '在')
    await fetch(`http://telegram/bot${other.token}/sendMessage?chat_id=${group.id}&text=我也在`)
    await heard(on)
    李晓雯.says(group, '/next')
    expect(await heard(on)).toEqual([])
    group.promotes(bot, 李晓雯)
    await fetch(`http://telegram/bot${other.token}/sendMessage?chat_id=${group.id}&text=又是我`)
    expect(await heard(on)).toEqual(['me administrator'])
  })

  test('is lifted for administrators, who also learn of members if they ask', async () => {
    const on = stage()
    const { group, bot, world, api, 李晓雯, 王建国 } = on
    group.adds(bot, 李晓雯)
    group.promotes(bot, 李晓雯)
    李晓雯.says(group, '大家好')
    group.removes(王建国, 李晓雯)
    expect(await heard(on)).toEqual([
      'me member',
      'service',
      'me administrator',
      '大家好',
      'service',
    ])
    await api.getUpdates({ allowed_updates: ['chat_member', 'message'] })
    group.adds(world.person({ firstName: '新人' }))
    expect(await heard(on)).toEqual(['somebody member', 'service'])
    group.demotes(bot, 李晓雯)
    group.adds(world.person({ firstName: '又一位' }))
    expect(await heard(on)).toEqual(['service'])
  })
})

test('people see only their own chats', async () => {
  const { world, group, bot, api, 李晓雯, 王建国 } = stage()
  const 外人 = world.person({ firstName: '外人' })
  李晓雯.opens()
  await api.sendMessage(李晓雯.id, '悄悄话')
  expect(王建国.sees(bot)).toEqual([])
  expect(() => 外人.sees(group)).toThrow('外人 is not in chat')
  expect(() => 外人.says(group, '你好')).toThrow('外人 is not in chat')
  expect([李晓雯, 王建国, 外人].map((person) => person.chats().length)).toEqual([2, 1, 0])
  group.removes(王建国, 李晓雯)
  expect(王建国.chats()).toEqual([])
})

test('a bot that left or was thrown out may not write', async () => {
  const { call, group, bot, 李晓雯 } = stage()
  const write = () => call('sendMessage', { chat_id: group.id, text: '在' })
  expect((await write()).description).toBe('Bad Request: chat not found')
  group.adds(bot, 李晓雯)
  expect((await call('leaveChat', { chat_id: group.id })).ok).toBe(true)
  expect(await write()).toMatchObject({
    error_code: 403,
    description: 'Forbidden: bot is not a member of the group chat',
  })
  group.adds(bot, 李晓雯)
  group.removes(bot, 李晓雯)
  expect((await write()).description).toBe('Forbidden: bot was kicked from the group chat')
})

test('a group becomes a supergroup with a new id, and both say so', async () => {
  const { call, api, group, bot, 李晓雯 } = stage()
  group.adds(bot, 李晓雯)
  const old = group.id
  const now = group.upgrade(李晓雯)
  expect([group.id, group.kind]).toEqual([now, 'supergroup'])
  expect(String(now)).toMatch(/^-100\d{10}$/)
  const moves = (await api.getUpdates()).flatMap(({ message }) =>
    message?.migrate_to_chat_id || message?.migrate_from_chat_id ? [message] : [],
  )
  expect(moves).toMatchObject([
    { chat: { id: old, type: 'group' }, migrate_to_chat_id: now },
    { chat: { id: now, type: 'supergroup' }, migrate_from_chat_id: old },
  ])
  expect(await call('sendMessage', { chat_id: old, text: '在' })).toEqual({
    ok: false,
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: now },
  })
  expect((await call('sendMessage', { chat_id: now, text: '在' })).ok).toBe(true)
  expect(李晓雯.chats().map(({ id }) => id)).toEqual([now])
})

test('administrators may speak as the group, channels through Telegram', async () => {
  const { api, group, bot, 李晓雯, 王建国 } = stage()
  group.adds(bot, 李晓雯)
  group.promotes(bot, 李晓雯)
  expect(() => 王建国.says(group, '我', { anonymous: true })).toThrow('no administrator')
  李晓雯.says(group, '/next', { anonymous: true })
  group.channelPosts('党建通讯', '通知')
  const [anonymous, forwarded] = (await api.getUpdates()).slice(-2)
  expect(anonymous?.message).toMatchObject({
    from: { id: 1_087_968_824, username: 'GroupAnonymousBot' },
    sender_chat: { id: group.id },
  })
  expect(forwarded?.message).toMatchObject({
    from: { id: 777_000 },
    sender_chat: { type: 'channel', title: '党建通讯' },
    is_automatic_forward: true,
  })
  expect(
    王建国
      .sees(group)
      .map(({ from }) => from.name)
      .slice(-2),
  ).toEqual(['第一党支部', '党建通讯'])
})

test('a topic has its own thread', async () => {
  const { call, api, world, bot, 李晓雯 } = stage()
  const forum = world.group({
    title: '联组',
    members: [李晓雯, bot],
    kind: 'supergroup',
    isForum: true,
  })
  const thread = forum.opensTopic('培训', 李晓雯)
  const sent = await api.sendMessage(forum.id, '在', { message_thread_id: thread })
  expect(sent).toMatchObject({
    message_thread_id: thread,
    is_topic_message: true,
    chat: { is_forum: true },
  })
  const nowhere = await call('sendMessage', {
    chat_id: forum.id,
    text: '在',
    message_thread_id: 77,
  })
  expect(nowhere.description).toBe('Bad Request: message thread not found')
})

test('a Mini App button stays out of groups', async () => {
  const { call, group, bot, 李晓雯 } = stage()
  group.adds(bot, 李晓雯)
  const reply_markup = { inline_keyboard: [[{ text: '工作台', web_app: { url: 'https://x.cn' } }]] }
  const reply = await call('sendMessage', { chat_id: group.id, text: '在', reply_markup })
  expect(reply.description).toBe('Bad Request: BUTTON_TYPE_INVALID')
  expect(
    (await call('sendMessage', { chat_id: group.id, text: '在', reply_markup: buttons('好') })).ok,
  ).toBe(true)
})
