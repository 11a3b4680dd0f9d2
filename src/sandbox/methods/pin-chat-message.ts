// pinChatMessage: in groups only with the right to do so.

import { pin, postById } from '../posts.ts'
import { writableRoom } from '../rooms.ts'
import type { Implementation } from './method.ts'
import { checkMayPin } from './pinning.ts'

export const pinChatMessage: Implementation<'pinChatMessage'> = ({ state, bot }, params) => {
  const room = writableRoom(state, bot, params.chat_id)
  const found = postById(room, params.message_id, 'message to pin')
  checkMayPin(room, bot)
  pin(state, room, found, { user: bot.user, silent: params.disable_notification ?? false })
  return true
}
