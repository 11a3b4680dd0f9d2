// The left column: the chats of the person whose screen it is.

/** @import { Chat } from './api.js' */

import { avatarOf } from './avatar.js'
import { draftOf } from './drafts.js'
import { h, place } from './element.js'
import { reconcile } from './keyed.js'
import { isOnScreen, newCount } from './seen.js'
import { draws, now, state, visit, zone } from './store.js'
import { listTime } from './time.js'

export function createChatList() {
  const list = h('ul', { class: 'chat-rows' })
  place('chats').append(h('h2', { class: 'chats-title' }, '聊天'), list)
  draws(() => {
    const chats = state.screen?.chats ?? []
    reconcile(list, chats.map(entry))
    place('stage').dataset.view = state.view
  })
}

/** @param {Chat} chat */
function entry(chat) {
  const fresh = isOnScreen(chat.id) ? 0 : newCount(chat.id)
  const isOpen = chat.id === state.chat
  const draft = isOpen ? '' : draftOf(chat.id)
  const time = chat.last ? listTime(chat.last.at, now(), zone()) : ''
  return {
    key: String(chat.id),
    sign: JSON.stringify([chat, isOpen, fresh, draft, time]),
    build: () => row(chat, { isOpen, fresh, draft, time }),
  }
}

/**
 * @param {Chat} chat
 * @param {{ isOpen: boolean, fresh: number, draft: string, time: string }} shown
 */
function row(chat, { isOpen, fresh, draft, time }) {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'chat-row',
      'data-spot': 'chat',
      'aria-current': isOpen ? 'true' : undefined,
      onclick: () => visit(chat.id),
    },
    avatarOf(chat.avatar, 'large'),
    h(
      'span',
      { class: 'chat-row-words' },
      h('span', { class: 'chat-row-top' }, h('strong', {}, chat.title), h('time', {}, time)),
      h('span', { class: 'chat-row-bottom' }, lastLine(chat, draft), badge(fresh)),
    ),
  )
  return h('li', {}, button)
}

/**
 * @param {Chat} chat
 * @param {string} draft
 */
function lastLine({ last }, draft) {
  if (!draft) return h('span', { class: 'last-line' }, last?.text.replaceAll('\n', ' ') ?? '')
  return h('span', { class: 'last-line' }, h('span', { class: 'draft' }, '草稿：'), draft)
}

/** @param {number} fresh */
function badge(fresh) {
  if (fresh === 0) return null
  return h('span', { class: 'badge' }, String(fresh), h('span', { class: 'unseen' }, ' 条新消息'))
}
