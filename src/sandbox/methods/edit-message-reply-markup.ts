// editMessageReplyMarkup: other buttons under an old message, or none.

import { inlineKeyboard } from '../markup.ts'
import { edit } from '../posts.ts'
import type { Implementation } from './method.ts'
import { checkModified, editable } from './sending.ts'

export const editMessageReplyMarkup: Implementation<'editMessageReplyMarkup'> = (call, params) => {
  const { room, found } = editable(call, params)
  const { reply_markup: _, ...kept } = found.message
  const keyboard = inlineKeyboard(room, params.reply_markup)
  const next = { ...kept, ...(keyboard && { reply_markup: keyboard }) }
  checkModified(found.message, next)
  edit(call.state, room, found, next)
  return found.message
}
