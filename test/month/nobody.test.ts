// Nobody acts who is nobody: identities that stand for no person, and words that are not their sender's
// own, in every shape Telegram delivers them.

import type { Message, Update, User } from 'grammy/types'
import { expect, test } from 'vitest'
import { claimLink } from '../../src/members/buttons.ts'
import { type Evening, openEvening } from '../attendance/evening.ts'
import { businessOf, screenIn } from './hands.ts'

interface Scene extends Evening {
  /** Puts it in line as Telegram would, and lets the bot answer. */
  delivers(update: Delivered): Promise<void>
  /** What the bot has said since this was last asked, in any chat. */
  news(): string[]
}

type Own = Message & Update.NonChannel
type Delivered = Partial<Record<'message' | 'edited_message' | 'callback_query', unknown>>
type Written = Partial<Message> & { text: string }

/** What anything gets that is not understood: somebody else's words are. */
const puzzled = '没太明白'

/** Somebody who is no person; what their messages in the group carry. */
const nobodies: readonly (readonly [string, (scene: Scene) => object])[] = [
  [
    'an anonymous administrator',
    ({ group }) => ({
      from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
      sender_chat: { id: group.id, type: 'supergroup', title: '支部' },
    }),
  ],
  [
    'an administrator whose client hides them with no sender',
    ({ group }) => ({
      from: undefined,
      sender_chat: { id: group.id, type: 'supergroup', title: '' },
    }),
  ],
  [
    'a person who writes in the name of their channel',
    ({ person }) => ({ from: person('陈敏').person.user, sender_chat: channel }),
  ],
  [
    'a channel in the discussion group',
    () => ({
      from: { id: 136817688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' },
      sender_chat: channel,
    }),
  ],
  [
    'the linked channel’s post',
    () => ({
      from: { id: 777000, is_bot: false, first_name: 'Telegram' },
      sender_chat: channel,
      is_automatic_forward: true,
    }),
  ],
  ['Telegram itself', () => ({ from: { id: 777000, is_bot: false, first_name: 'Telegram' } })],
  ['another bot', () => ({ from: otherBot })],
]

const channel = { id: -1_003_000_000_077, type: 'channel', title: '园区频道' } as const
const otherBot: User = { id: 5_999, is_bot: true, first_name: '别的', username: 'other_bot' }

/** Words that are not the sender's own, or not new; how an update brings them. */
const notOwnWords: readonly (readonly [string, (message: Message) => Delivered])[] = [
  [
    'forwarded from somebody',
    (message) => ({
      message: {
        ...message,
        forward_origin: { type: 'user', sender_user: otherBot, date: message.date },
      } as Own,
    }),
  ],
  [
    'forwarded from oneself',
    (message) => ({
      message: {
        ...message,
        forward_origin: { type: 'user', sender_user: message.from, date: message.date },
      } as Own,
    }),
  ],
  [
    'forwarded from a channel',
    (message) => ({
      message: {
        ...message,
        forward_origin: { type: 'channel', chat: channel, message_id: 1, date: message.date },
      } as Own,
    }),
  ],
  [
    'written by another bot, inline',
    (message) => ({ message: { ...message, via_bot: otherBot } as Own }),
  ],
  [
    'edited into an old message',
    (message) => ({
      edited_message: { ...message, edit_date: message.date } as Own,
    }),
  ],
]

/** What would bring something about if the one it belongs to sent it now. */
const inPrivate: readonly (readonly [string, name: string, text: (scene: Scene) => string])[] = [
  ['a command', '陈敏', () => '/rollcall'],
  ['a command with its words', '陈敏', () => '/newtraining 12月18日周五19:00-20:30 二楼 党课'],
  ['a word', '孙悦', () => '签到'],
  ['a sentence', '孙悦', () => '请假 家中有事'],
  ['a link that checks in', '孙悦', ({ training }) => `/start c_${training.toString(36)}`],
  ['a link that claims', '路人', ({ branch }) => `/start ${claimLink.payload({ branch })}`],
]
const inGroup = ['/start', '/members', '/checkin', '/leave 家中有事', '签到']

async function openScene(): Promise<Scene> {
  const evening = await openEvening({ now: '2026-12-04 18:20' })
  await evening.story.until('2026-12-04 18:45')
  const { story, group } = evening
  const chats = [group.id, ...story.world.people().map(({ id }) => id)]
  const screens = () => chats.map((chat) => screenIn(story, chat))
  let before = screens()
  return {
    ...evening,
    news() {
      const now = screens()
      const fresh = now.flatMap((texts, at) =>
        texts.filter((text, nth) => text !== before[at]?.[nth]),
      )
      before = now
      return fresh.filter((text) => !text.startsWith(puzzled))
    },
    async delivers(update) {
      const [bot] = story.world.state.bots.values()
      for (const [kind, content] of Object.entries(update))
        bot?.updates.add(kind as 'message', content as Own)
      await story.settle()
    },
  }
}

function messageIn({ story, group }: Scene, { text, ...more }: Written): Own {
  const { length } = /^\/[^ ]+/.exec(text)?.[0] ?? ''
  return {
    message_id: 900,
    date: Math.floor(story.clock.now().getTime() / 1_000),
    chat: { id: group.id, type: 'supergroup', title: '支部' },
    text,
    ...(length > 0 && { entities: [{ type: 'bot_command', offset: 0, length }] }),
    ...more,
  } as Own
}

test('in the group nobody acts who is nobody, and nobody by words that are not their own', async () => {
  const scene = await openScene()
  const before = businessOf(scene.story.data)
  const secretary = { from: scene.person('陈敏').person.user }
  for (const text of inGroup.map((one) => one.replace(/^\/\w+/, '$&@qzl_zhibu_bot'))) {
    for (const [who, identity] of nobodies) {
      const message = { ...messageIn(scene, { text }), ...identity(scene) } as Own
      await scene.delivers({ message, edited_message: message })
      expect(scene.news(), `${text} by ${who}`).toEqual([])
    }
    for (const [how, bring] of notOwnWords) {
      await scene.delivers(bring(messageIn(scene, { text, ...secretary })))
      expect(scene.news(), `${text} ${how}`).toEqual([])
    }
  }
  expect(businessOf(scene.story.data)).toEqual(before)
  await scene.delivers({
    message: messageIn(scene, { text: '/start@qzl_zhibu_bot', ...secretary }),
  })
  expect(scene.news()).not.toEqual([])
})

test.each(inPrivate)('%s acts only in one’s own words, said now', async (_, name, textFor) => {
  const scene = await openScene()
  const before = businessOf(scene.story.data)
  await scene.person(name).opens()
  scene.news()
  const { user } = scene.person(name).person
  const chat = { id: user.id, type: 'private', first_name: name } as const
  const message = messageIn(scene, { text: textFor(scene), from: user, chat })
  for (const [how, bring] of notOwnWords) {
    await scene.delivers(bring(message))
    expect(businessOf(scene.story.data), how).toEqual(before)
    expect(scene.news(), how).toEqual([])
  }
  await scene.delivers({ message })
  expect(scene.news()).not.toEqual([])
})

test('a contact proves a number only when its owner shares it, now', async () => {
  const scene = await openScene()
  const stranger = scene.person('路人')
  const { user } = stranger.person
  const chat = { id: user.id, type: 'private', first_name: '路人' } as const
  const contact = { phone_number: '+8613800001004', first_name: '路人', user_id: user.id }
  const { text: _, ...message } = messageIn(scene, { text: '', from: user, chat })
  for (const [how, bring] of notOwnWords) {
    await stranger.opens(claimLink.payload({ branch: scene.branch }))
    scene.news()
    await scene.delivers(bring({ ...message, contact } as Own))
    expect(scene.news().join(), how).not.toMatch(/我对一下名册|您是/)
  }
  await scene.delivers({ message: { ...message, contact } as Own })
  expect(scene.news().join()).toContain('我对一下名册')
})

/** Presses always name a real person; but not always a message of ours they stand under. */
test('a press on no message, in a channel, or by a bot does nothing', async () => {
  const scene = await openScene()
  const { story, person, group, training } = scene
  const before = businessOf(story.data)
  const data = `at.go:${training.toString(36)}`
  const { user } = person('孙悦').person
  const query = { id: '77', chat_instance: '1', data }
  const on = (chat: object) => ({ message_id: 1, date: 1, chat, text: '' }) as Own
  const card = on({ id: group.id, type: 'supergroup', title: '支部' })
  const presses = [
    { ...query, from: user, inline_message_id: 'AAA' },
    { ...query, from: user, message: on(channel) },
    { ...query, from: otherBot, message: card },
    { ...query, from: { ...user, id: 1087968824 }, message: card },
    { ...query, from: { ...user, id: 777000 }, message: card },
  ]
  for (const callback_query of presses) await scene.delivers({ callback_query })
  expect(businessOf(story.data)).toEqual(before)
  expect(scene.news()).toEqual([])
  await scene.delivers({ callback_query: { ...query, from: user, message: card } })
  expect(businessOf(story.data)).not.toEqual(before)
})
