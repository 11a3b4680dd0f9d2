// getChatMember: what somebody is in a group.

import { chatMember } from '../membership.ts'
import { badRequest } from '../refusal.ts'
import { memberOf, readableRoom } from '../rooms.ts'
import type { Implementation } from './method.ts'

export const getChatMember: Implementation<'getChatMember'> = ({ state, bot }, params) => {
  const room = readableRoom(state, bot, params.chat_id)
  const user = state.users.get(params.user_id)
  if (!user) throw badRequest('PARTICIPANT_ID_INVALID')
  const member = room.kind === 'private' ? undefined : memberOf(room, user.id)
  if (member) return chatMember(member)
  const isPartner = room.kind === 'private' && (user.id === room.id || user.id === bot.id)
  return { status: isPartner ? 'member' : 'left', user }
}
