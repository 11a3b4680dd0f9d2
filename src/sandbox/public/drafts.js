// Words not sent yet, for each person and chat.

import { recall, remember } from './memory.js'
import { state } from './store.js'

/** @param {number} chat */
export function draftOf(chat) {
  return recall(name(chat)) ?? ''
}

/**
 * @param {number} chat
 * @param {string} text
 */
export function keepDraft(chat, text) {
  remember(name(chat), text.trim() === '' ? undefined : text)
}

/** @param {number} chat */
function name(chat) {
  return `draft.${state.as}.${chat}`
}
