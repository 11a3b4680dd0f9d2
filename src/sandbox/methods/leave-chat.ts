// leaveChat: the bot goes.

import { setMember } from '../membership.ts'
import { post } from '../posts.ts'
import { badRequest } from '../refusal.ts'
import { writableRoom } from '../rooms.ts'
import type { Implementation } from './method.ts'

export const leaveChat: Implementation<'leaveChat'> = ({ state, bot }, params) => {
  const room = writableRoom(state, bot, params.chat_id)
  if (room.kind === 'private') throw badRequest('chat not found')
  const content = { left_chat_member: bot.user }
  post(state, room, { from: bot.user, content, isService: true })
  setMember(state, room, { who: bot.user, by: bot.user, status: 'left' })
  return true
}
