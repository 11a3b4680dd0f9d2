// grammY's part: sorts updates by kind and hands each on as one `Incoming`.

import type { ApiClientOptions } from 'grammy'
import { Bot, type Context } from 'grammy'
import type { ChatMember, UserFromGetMe } from 'grammy/types'
import type { ChatId } from '../../kernel/ids.ts'
import type { GroupChange, GroupRights } from './door.ts'
import { type Act, type Incoming, incoming, isPerson, saidIn } from './incoming.ts'

/** The kinds of update we ask Telegram for. */
export const askedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'chat_member',
] as const

export interface BotParts {
  token: string
  client: ApiClientOptions
  botInfo?: UserFromGetMe
  /** Handles one update, synchronously: when it returns, all of it is committed. */
  receive(update: Incoming): void
}

/** A grammY bot whose middleware ends in `receive`. */
export function createBot({ token, client, botInfo, receive }: BotParts): Bot {
  const bot = new Bot(token, { client, ...(botInfo && { botInfo }) })
  const hand = (ctx: Context, act: Act) => {
    const update = incoming(ctx, act)
    if (update) receive(update)
  }
  bot.on('message:migrate_to_chat_id', (ctx) =>
    hand(ctx, moved(ctx.chat.id, ctx.message.migrate_to_chat_id)),
  )
  bot.on('message:migrate_from_chat_id', (ctx) =>
    hand(ctx, moved(ctx.message.migrate_from_chat_id, ctx.chat.id)),
  )
  const people = bot.filter(isPerson)
  people.on('message:new_chat_title', (ctx) =>
    hand(ctx, { kind: 'group', change: { kind: 'renamed', title: ctx.message.new_chat_title } }),
  )
  people.on('my_chat_member', (ctx) => hand(ctx, membershipChange(ctx)))
  people.on('callback_query:data', (ctx) => {
    const { id, data, message } = ctx.callbackQuery
    if (message) hand(ctx, { kind: 'pressed', data, callback: id, message: message.message_id })
  })
  people.on('message', (ctx) => {
    const { forward_origin, via_bot } = ctx.message
    const forwarded = forward_origin !== undefined || via_bot !== undefined
    hand(ctx, { kind: 'said', said: saidIn(ctx.message), forwarded })
  })
  return bot
}

function moved(from: number, to: number): Act {
  return { kind: 'moved', move: { from: from as ChatId, to: to as ChatId } }
}

function membershipChange(ctx: Context): Act {
  const member = ctx.myChatMember?.new_chat_member
  const present = member !== undefined && isIn(member)
  if (ctx.chat?.type === 'private') return { kind: 'reach', reachable: present }
  const change: GroupChange = present
    ? { kind: 'added', title: ctx.chat?.title ?? '', ...rightsOf(member) }
    : { kind: 'removed' }
  return { kind: 'group', change }
}

/** Somebody restricted may be in the group or not (Bot API, `ChatMemberRestricted`). */
function isIn(member: ChatMember): boolean {
  if (member.status === 'restricted') return member.is_member
  return member.status !== 'left' && member.status !== 'kicked'
}

function rightsOf(member: ChatMember): GroupRights {
  const isAdmin = member.status === 'administrator'
  return {
    isAdmin,
    mayPost: member.status !== 'restricted' || member.can_send_messages,
    mayPin: isAdmin && member.can_pin_messages === true,
  }
}
