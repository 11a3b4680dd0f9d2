// editMessageText: new words for an old message; buttons not given again are gone.

import { textContent, withoutText } from '../contents.ts'
import { checkText } from '../limits.ts'
import { inlineKeyboard } from '../markup.ts'
import { edit } from '../posts.ts'
import { badRequest } from '../refusal.ts'
import type { Implementation } from './method.ts'
import { checkModified, editable, readText } from './sending.ts'

export const editMessageText: Implementation<'editMessageText'> = (call, params) => {
  const read = readText(call, params.text ?? '', params.parse_mode, params.entities)
  const { room, found } = editable(call, params)
  checkText(read)
  if (found.message.text === undefined) throw badRequest('there is no text in the message to edit')
  const keyboard = inlineKeyboard(room, params.reply_markup)
  const next = {
    ...withoutText(found.message),
    ...textContent(read),
    ...(keyboard && { reply_markup: keyboard }),
  }
  checkModified(found.message, next)
  edit(call.state, room, found, next)
  return found.message
}
