// Which messages a person has had on the screen, for the number beside a chat.

import { recall, remember } from './memory.js'
import { state } from './store.js'

const narrow = matchMedia('(max-width: 760px)')

/** Whether the messages of a chat can be read now. @param {number | undefined} chat */
export function isOnScreen(chat) {
  return chat === state.chat && !document.hidden && (!narrow.matches || state.view === 'chat')
}

/** How many messages of others came since the chat was last on the screen. @param {number} chat */
export function newCount(chat) {
  const messages = state.screen?.messages[chat] ?? []
  const seen = Number(recall(name(chat)) ?? 0)
  // A program that was started anew counts from the beginning.
  const last = seen > (messages.at(-1)?.id ?? 0) ? 0 : seen
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
