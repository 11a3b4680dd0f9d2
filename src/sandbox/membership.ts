// Who is in a group and as what; every change is told to the bots that may know.

import type { ChatMember, User } from 'grammy/types'
import { botsIn, chatOf, isAdmin } from './rooms.ts'
import { type GroupRoom, type Member, type PrivateRoom, type State, unixSeconds } from './state.ts'

/** A member as the Bot API shows it. */
export function chatMember({ user, status, isAnonymous, canPin, canDelete }: Member): ChatMember {
  switch (status) {
    case 'creator':
      return { status, user, is_anonymous: isAnonymous }
    case 'kicked':
      return { status, user, until_date: 0 }
    case 'administrator':
      return {
        ...administrator,
        user,
        is_anonymous: isAnonymous,
        can_pin_messages: canPin,
        can_delete_messages: canDelete,
      } as ChatMember
    default:
      return { status, user }
  }
}

/** Every right an administrator is shown to have or lack. */
const administrator = {
  status: 'administrator',
  can_be_edited: false,
  can_manage_chat: true,
  can_manage_video_chats: false,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_manage_topics: false,
}

/** Somebody's place in a group. */
export interface Standing {
  status: Member['status']
  isAnonymous?: boolean
  canPin?: boolean
  canDelete?: boolean
}

interface Change extends Standing {
  who: User
  by: User
}

/** Changes it, and tells the bot concerned and the administrators among the other bots. */
export function setMember(state: State, room: GroupRoom, { who, by, ...change }: Change): void {
  const before = room.members.get(who.id) ?? nobody(who)
  const after: Member = { ...nobody(who), ...change }
  room.members.set(who.id, after)
  const update = {
    chat: chatOf(room),
    from: by,
    date: unixSeconds(state.clock),
    old_chat_member: chatMember(before),
    new_chat_member: chatMember(after),
  }
  for (const bot of state.bots) {
    if (bot.id === who.id) bot.updates.add('my_chat_member', update)
  }
  for (const bot of botsIn(state, room)) {
    if (isAdmin(room, bot.id) && bot.id !== who.id) bot.updates.add('chat_member', update)
  }
  state.emit({ kind: 'membership', chat: room.id })
}

/** In private, blocking looks to the bot like being thrown out. */
export function setBlocked(state: State, room: PrivateRoom, blocked: boolean): void {
  if (room.blocked === blocked) return
  const me = { ...nobody(room.bot.user), status: 'member' as const }
  const out = { ...me, status: 'kicked' as const }
  room.blocked = blocked
  room.bot.updates.add('my_chat_member', {
    chat: chatOf(room),
    from: room.person,
    date: unixSeconds(state.clock),
    old_chat_member: chatMember(blocked ? me : out),
    new_chat_member: chatMember(blocked ? out : me),
  })
  state.emit({ kind: 'membership', chat: room.id })
}

function nobody(user: User): Member {
  return { user, status: 'left', isAnonymous: false, canPin: false, canDelete: false }
}
