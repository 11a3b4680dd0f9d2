// deleteMessage: own messages of the last two days, and others' where the bot may.

import { deletableSeconds } from '../limits.ts'
import { postById, remove } from '../posts.ts'
import { badRequest } from '../refusal.ts'
import { memberOf, writableRoom } from '../rooms.ts'
import { type Bot, type Post, type Room, type State, unixSeconds } from '../state.ts'
import type { Implementation } from './method.ts'

export const deleteMessage: Implementation<'deleteMessage'> = ({ state, bot }, params) => {
  const room = writableRoom(state, bot, params.chat_id)
  const found = postById(room, params.message_id, 'message to delete')
  if (!mayDelete(state, room, bot, found)) {
    throw badRequest("message can't be deleted for everyone")
  }
  remove(state, room, found)
  return true
}

function mayDelete(state: State, room: Room, bot: Bot, { author, message }: Post): boolean {
  if (room.kind !== 'private' && memberOf(room, bot.id)?.canDelete) return true
  const isOld = unixSeconds(state.clock) - message.date > deletableSeconds
  return !isOld && (author === bot.id || room.kind === 'private')
}
