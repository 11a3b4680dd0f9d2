// setMessageReaction: the bot's one emoji under a message, or none.

import { postById } from '../posts.ts'
import { badRequest } from '../refusal.ts'
import { writableRoom } from '../rooms.ts'
import type { Implementation } from './method.ts'

/** Some of the emoji Telegram allows (Bot API, ReactionTypeEmoji). */
const allowed = '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 🎉 🤩 🙏 👌 😍 💯 ⚡ 🏆 🍾 👀 🤝 ✍ 🫡 🆒'.split(' ')

export const setMessageReaction: Implementation<'setMessageReaction'> = (
  { state, bot },
  params,
) => {
  const room = writableRoom(state, bot, params.chat_id)
  const found = postById(room, params.message_id, 'message to react')
  const reactions = params.reaction ?? []
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  if (reactions.some((one) => one.type !== 'emoji' || !allowed.includes(one.emoji))) {
    throw badRequest('REACTION_INVALID')
  }
  found.reactions = reactions
  state.emit({ kind: 'reacted', chat: room.id, message: params.message_id })
  return true
}
