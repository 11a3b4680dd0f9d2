// getChat: a chat with all that is known of it.

import type { ChatFullInfo } from 'grammy/types'
import { chatOf, readableRoom } from '../rooms.ts'
import type { Implementation } from './method.ts'

/** Fields every chat has and nobody here changes. */
const usual = {
  accent_color_id: 0,
  max_reaction_count: 11,
  accepted_gift_types: {
    unlimited_gifts: false,
    limited_gifts: false,
    unique_gifts: false,
    premium_subscription: false,
    gifts_from_channels: false,
  },
}

export const getChat: Implementation<'getChat'> = ({ state, bot }, params) => {
  const room = readableRoom(state, bot, params.chat_id)
  const pinned = room.posts.get(room.pinned.at(-1) ?? 0)
  return {
    ...chatOf(room),
    ...usual,
    ...(pinned && { pinned_message: pinned.message }),
  } as ChatFullInfo
}
