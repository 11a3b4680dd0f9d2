// Which messages a person has had on the screen, for the number beside a chat.

import { recall, remember } from './memory.js'
import { state } from './store.js'

/** How many messages of others came since the chat was last on the screen. @param {number} chat */
export function newCount(chat) {
  const last = Number(recall(name(chat)) ?? 0)
  const messages = state.screen?.messages[chat] ?? []
  return messages.filter(({ id, from, service }) => id > last && !from.mine && !service).length
}

/** @param {number} chat */
export function sawAll(chat) {
  const last = state.screen?.messages[chat]?.at(-1)
  if (last && String(last.id) !== recall(name(chat))) remember(name(chat), String(last.id))
}

/** @param {number} chat */
function name(chat) {
  return `seen.${state.as}.${chat}`
}
