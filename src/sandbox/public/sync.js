// Keeps the page in step with the program: server-sent events bring the screen after each change.

/** @import { Call, Screen, Tour } from './api.js' */

import { ask } from './api.js'
import { forget } from './memory.js'
import { change, rememberedChat, showTime, state } from './store.js'
import { answered } from './toast.js'

const againMs = 1_000

/** @type {EventSource | undefined} */
let events
/** Screens that came by themselves: what was asked for before is older. */
let drawn = 0
/** @type {((call: Call) => void) | undefined} */
let hearCall

/** Starts over for the person whose screen it is. */
export async function follow() {
  events?.close()
  await fetchScreen()
  listen()
}

/** @param {((call: Call) => void) | undefined} listener hears every Bot API call from now on */
export function hearCalls(listener) {
  hearCall = listener
  listen()
}

function listen() {
  events?.close()
  if (state.as === undefined) return
  events = new EventSource(`/api/events?as=${state.as}${hearCall ? '&calls=1' : ''}`)
  // What changed before the line was open.
  events.onopen = () => void fetchScreen()
  events.onerror = lose
  on('screen', draw)
  on('tour', () => void fetchTour())
  on('clock', ({ now }) => {
    showTime(now)
    change({})
  })
  on('toast', ({ text, alert }) => answered(text, Boolean(alert)))
  on('reset', beginAgain)
  on('busy', ({ text }) => change({ busy: text }))
  on('idle', () => change({ busy: undefined }))
  on('calls', (call) => hearCall?.(call))
}

/** The browser tries again by itself, unless it was told off: then we do. */
function lose() {
  change({ isLost: true })
  if (events?.readyState === EventSource.CLOSED) setTimeout(() => void follow(), againMs)
}

/** Another scene, or the same from its beginning. */
function beginAgain() {
  forget('draft.')
  forget('seen.')
  change({ chat: undefined, payload: undefined, busy: undefined })
}

/**
 * @param {string} name
 * @param {(data: any) => void} listener
 */
function on(name, listener) {
  events?.addEventListener(name, (event) => listener(JSON.parse(event.data || '{}')))
}

async function fetchScreen() {
  const { as } = state
  const before = drawn
  try {
    const screen = await loadScreen(as)
    if (as === state.as && before === drawn) draw(screen)
  } catch {
    change({ isLost: true })
  }
}

/** @param {Screen} screen */
function draw(screen) {
  drawn += 1
  const chat = state.chat ?? rememberedChat(screen)
  change({ screen, as: screen.me.id, chat, isLost: false })
  // What can be tried next may come a moment later than what is on the screen.
  void fetchTour()
}

/** What is done and what comes next in 试试看. */
async function fetchTour() {
  const tour = /** @type {Tour | undefined} */ (await ask('tour').catch(() => undefined))
  if (tour) change({ tour })
}

/**
 * After a restart the person of yesterday may be gone: then the first one.
 * @param {number | undefined} as
 * @returns {Promise<Screen>}
 */
async function loadScreen(as) {
  if (as === undefined) return ask('screen')
  return /** @type {Promise<Screen>} */ (ask('screen', { as })).catch(() => ask('screen'))
}
