// Short messages that go by themselves, as Telegram shows a bot's answer to a press.

import { notice } from './dialog.js'
import { h, place } from './element.js'

const shortestMs = 3_500
const perCharacterMs = 90
const sameWithinMs = 1_500

/** @type {{ text: string, at: number }} */
let latest = { text: '', at: 0 }

/** @param {string} text */
export function toast(text) {
  const shown = h('div', { class: 'toast' }, text)
  const toasts = place('toasts')
  toasts.append(shown)
  while (toasts.children.length > 3) toasts.firstElementChild?.remove()
  const lastsMs = shortestMs + text.length * perCharacterMs
  setTimeout(() => shown.classList.add('going'), lastsMs)
  setTimeout(() => shown.remove(), lastsMs + 300)
}

/** Another person looks at the screen: what was said was not for them. */
export function clearToasts() {
  place('toasts').replaceChildren()
}

/**
 * The bot's answer to a press. It may come twice, by the request and by the event stream.
 * @param {string} text
 * @param {boolean} isAlert
 */
export function answered(text, isAlert) {
  const at = performance.now()
  const isRepeated = latest.text === text && at - latest.at < sameWithinMs
  latest = { text, at }
  if (isRepeated || !text) return
  if (isAlert) void notice(text)
  else toast(text)
}
