// What the page knows now. Views draw it; `change` tells them that it is different.

/** @import { Screen, Chat, Message, Tour } from './api.js' */

import { recall, remember } from './memory.js'

/**
 * @typedef {object} State
 * @property {number | undefined} as whose screen it is
 * @property {Screen | undefined} screen
 * @property {number | undefined} chat the open one
 * @property {'list' | 'chat'} view what a narrow screen shows
 * @property {string | undefined} payload waits for 开始 to be pressed
 * @property {string | undefined} busy where a jump in time has got to
 * @property {boolean} isLost no connection to the program
 * @property {Tour | undefined} tour
 */

/** @type {State} */
export const state = {
  as: number(recall('as')),
  screen: undefined,
  chat: undefined,
  view: recall('view') === 'chat' ? 'chat' : 'list',
  payload: undefined,
  busy: undefined,
  isLost: false,
  tour: undefined,
}

/** @type {Set<() => void>} */
const views = new Set()
let aheadMs = 0

/** @param {() => void} view drawn at once and after every change */
export function draws(view) {
  views.add(view)
  view()
}

/** @param {Partial<State>} next */
export function change(next) {
  Object.assign(state, next)
  if (next.screen) showTime(next.screen.now)
  for (const view of views) view()
}

/** @param {string} now what the sandbox's clock shows */
export function showTime(now) {
  aheadMs = Date.parse(now) - Date.now()
}

/** The sandbox's time: it runs on between two messages from the program. */
export function now() {
  return new Date(Date.now() + aheadMs)
}

export function zone() {
  return state.screen?.zone ?? 'Asia/Shanghai'
}

/** @returns {Chat | undefined} */
export function openChat() {
  return state.screen?.chats.find(({ id }) => id === state.chat) ?? unopenedBotChat()
}

/** A chat with the bot can be looked at before it exists. */
function unopenedBotChat() {
  const { screen, chat } = state
  if (!screen || chat !== screen.bot.id) return undefined
  const avatar = { letters: screen.bot.name.slice(0, 1), colour: 5 }
  return {
    id: chat,
    kind: /** @type {const} */ ('private'),
    title: screen.bot.name,
    avatar,
    last: null,
    pinned: null,
  }
}

/** @returns {Message[]} */
export function openMessages() {
  return state.chat === undefined ? [] : (state.screen?.messages[state.chat] ?? [])
}

/** @param {number} as */
export function become(as) {
  remember('as', String(as))
  change({ as, screen: undefined, chat: undefined, payload: undefined })
}

/** @param {number | undefined} chat */
export function visit(chat) {
  const view = chat === undefined ? 'list' : 'chat'
  if (chat !== undefined) remember(`chat.${state.as}`, String(chat))
  remember('view', view)
  change({ view, ...(chat !== undefined && { chat }) })
}

/**
 * The chat that was open last, if it is still there, else the first one.
 * @param {Screen} screen
 */
export function rememberedChat({ me, chats }) {
  const last = number(recall(`chat.${me.id}`))
  return chats.find(({ id }) => id === last)?.id ?? chats[0]?.id
}

/** @param {string | undefined} text */
function number(text) {
  return text === undefined || Number.isNaN(Number(text)) ? undefined : Number(text)
}
