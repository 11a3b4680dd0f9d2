// The command menu: set per scope and language, shown by the narrowest scope that has one.

import type { BotCommand, BotCommandScope } from 'grammy/types'
import { isAdmin } from './rooms.ts'
import type { Bot, Room } from './state.ts'

/** Where a list of commands is kept. */
export function scopeKey(scope: BotCommandScope = { type: 'default' }, language = ''): string {
  const chat = 'chat_id' in scope ? scope.chat_id : ''
  const user = 'user_id' in scope ? scope.user_id : ''
  return [scope.type, chat, user, language].join(' ')
}

/** The menu a person sees in a chat (Bot API, "Determining list of commands"). */
export function menuOf(bot: Bot, room: Room, userId: number, language: string) {
  for (const scope of scopesFor(room, userId)) {
    const found = bot.commands.get(scopeKey(scope, language)) ?? bot.commands.get(scopeKey(scope))
    if (found) return found
  }
  return [] as readonly BotCommand[]
}

function scopesFor(room: Room, userId: number): BotCommandScope[] {
  const chat = { type: 'chat', chat_id: room.id } as const
  if (room.kind === 'private') return [chat, { type: 'all_private_chats' }, { type: 'default' }]
  const admins: BotCommandScope[] = isAdmin(room, userId)
    ? [{ type: 'chat_administrators', chat_id: room.id }]
    : []
  const allAdmins: BotCommandScope[] = isAdmin(room, userId)
    ? [{ type: 'all_chat_administrators' }]
    : []
  return [
    { type: 'chat_member', chat_id: room.id, user_id: userId },
    ...admins,
    chat,
    ...allAdmins,
    { type: 'all_group_chats' },
    { type: 'default' },
  ]
}
