// Chats: how bots find them, how they look on the wire, who may do what in them.

import type { Chat, User } from 'grammy/types'
import { badRequest, forbidden } from './refusal.ts'
import type { Bot, GroupRoom, Member, PrivateRoom, Room, State } from './state.ts'

/** The chat as it stands in messages. */
export function chatOf(room: Room): Chat {
  if (room.kind === 'private') {
    const { id, first_name, last_name, username } = room.person
    return {
      id,
      type: 'private',
      first_name,
      ...(last_name !== undefined && { last_name }),
      ...(username !== undefined && { username }),
    }
  }
  if (room.kind === 'group') return { id: room.id, type: 'group', title: room.title }
  const { id, title, isForum } = room
  return { id, type: 'supergroup', title, ...(isForum && { is_forum: true }) }
}

/** The private chat of a person and a bot; made when first needed, before any Start. */
export function privateRoom(state: State, bot: Bot, person: User): PrivateRoom {
  const key = `${bot.id} ${person.id}`
  const existing = state.privateRooms.get(key)
  if (existing) return existing
  const room: PrivateRoom = {
    kind: 'private',
    id: person.id,
    bot,
    person,
    started: false,
    blocked: false,
    posts: new Map(),
    lastPostId: 0,
    pinned: [],
    atInput: new Map(),
  }
  state.privateRooms.set(key, room)
  return room
}

/** The chat a bot means, if it may write or change something there. */
export function writableRoom(state: State, bot: Bot, chatId: number | string): Room {
  const id = Number(chatId)
  const room = id < 0 ? groupOf(state, bot, id) : privateOf(state, bot, id)
  if (room.kind === 'private') checkReachable(room)
  else checkInside(room, bot)
  return room
}

/** The chat a bot means, for reading. */
export function readableRoom(state: State, bot: Bot, chatId: number | string): Room {
  const id = Number(chatId)
  if (id >= 0) return privateOf(state, bot, id)
  const room = groupOf(state, bot, id)
  if (room.kind === 'supergroup') checkInside(room, bot)
  return room
}

function privateOf(state: State, bot: Bot, id: number): PrivateRoom {
  const person = state.users.get(id)
  if (!person) throw badRequest('chat not found')
  if (person.is_bot) throw forbidden("bot can't send messages to bots")
  return privateRoom(state, bot, person)
}

function groupOf(state: State, bot: Bot, id: number): GroupRoom {
  const room = state.groups.get(id)
  if (!room?.members.has(bot.id)) throw badRequest('chat not found')
  return room
}

function checkReachable(room: PrivateRoom): void {
  if (room.blocked) throw forbidden('bot was blocked by the user')
  if (!room.started) throw forbidden("bot can't initiate conversation with a user")
}

function checkInside(room: GroupRoom, bot: Bot): void {
  if (room.movedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: room.movedTo,
    })
  }
  const { status } = memberOf(room, bot.id) ?? { status: 'left' }
  if (status === 'kicked') throw forbidden(`bot was kicked from the ${room.kind} chat`)
  if (status === 'left') throw forbidden(`bot is not a member of the ${room.kind} chat`)
}

export function memberOf(room: GroupRoom, userId: number): Member | undefined {
  return room.members.get(userId)
}

/** Whether somebody is in the group now. */
export function isInside(room: GroupRoom, userId: number): boolean {
  const status = memberOf(room, userId)?.status
  return status !== undefined && status !== 'left' && status !== 'kicked'
}

export function isAdmin(room: GroupRoom, userId: number): boolean {
  const status = memberOf(room, userId)?.status
  return status === 'administrator' || status === 'creator'
}

/** The bots that are in this chat. */
export function botsIn(state: State, room: Room): Bot[] {
  if (room.kind === 'private') return [room.bot]
  return state.bots.filter((bot) => isInside(room, bot.id))
}
