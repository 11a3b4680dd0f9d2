// Which bot hears of a message: privacy mode as Telegram documents it, read strictly.

import { botsIn, isAdmin } from './rooms.ts'
import type { Bot, GroupRoom, Post, Room, State } from './state.ts'

/** Puts a message or its new version in line for every bot that may hear it. */
export function deliver(
  state: State,
  room: Room,
  kind: 'message' | 'edited_message',
  post: Post,
): void {
  for (const bot of botsIn(state, room)) {
    if (hears(state, room, bot, post)) bot.updates.add(kind, post.message as never)
  }
}

/** Service messages reach everyone, own ones included; what bots write reaches no bot. */
function hears(state: State, room: Room, bot: Bot, post: Post): boolean {
  if (post.isService || room.kind === 'private') return post.isService || post.author !== bot.id
  if (state.users.get(post.author)?.is_bot) return false
  return !bot.privacyMode || isAdmin(room, bot.id) || isMeantFor(room, bot, post)
}

/** Commands with the bot's name, bare commands if it spoke last, and replies to its messages. */
function isMeantFor(room: GroupRoom, bot: Bot, { message }: Post): boolean {
  if (message.reply_to_message?.from?.id === bot.id) return true
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  return entities.some(({ type, offset, length }) => {
    if (type !== 'bot_command') return false
    const [, name] = text.slice(offset, offset + length).split('@')
    return name === undefined
      ? room.lastBot === bot.id
      : name.toLowerCase() === bot.username.toLowerCase()
  })
}
