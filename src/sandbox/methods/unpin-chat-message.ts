// unpinChatMessage: the one named, or the latest.

import { unpin } from '../posts.ts'
import { badRequest } from '../refusal.ts'
import { writableRoom } from '../rooms.ts'
import type { Implementation } from './method.ts'
import { checkMayPin } from './pinning.ts'

export const unpinChatMessage: Implementation<'unpinChatMessage'> = ({ state, bot }, params) => {
  const room = writableRoom(state, bot, params.chat_id)
  checkMayPin(room, bot)
  const id = params.message_id ?? room.pinned.at(-1)
  if (id === undefined || !room.pinned.includes(id)) throw badRequest('message to unpin not found')
  unpin(state, room, id)
  return true
}
