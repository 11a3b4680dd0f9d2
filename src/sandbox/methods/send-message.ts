// sendMessage: text with entities and buttons.

import { textContent } from '../contents.ts'
import { checkText } from '../limits.ts'
import type { Implementation } from './method.ts'
import { readText, send } from './sending.ts'

export const sendMessage: Implementation<'sendMessage'> = (call, params) => {
  const read = readText(call, params.text, params.parse_mode, params.entities)
  checkText(read)
  return send(call, params, textContent(read))
}
