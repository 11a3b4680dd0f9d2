// The keys a bot put below the input, and the button that shows and hides them.

/** @import { Key } from './api.js' */
/** @typedef {{ row: number, column: number }} Place */

import { pressKey } from './actions.js'
import { h } from './element.js'
import { icon } from './icons.js'
import { reconcile } from './keyed.js'
import { change, draws, openChat, state } from './store.js'

/** @param {() => void} toField gives the focus back to where one writes */
export function createReplyKeyboard(toField) {
  const rows = h('div', { class: 'reply-rows' })
  const attributes = { id: 'reply-keyboard', class: 'reply-keyboard', role: 'group' }
  const element = h('div', { ...attributes, 'aria-label': '机器人的键盘', hidden: true }, rows)
  /** What the person chose, for the keyboard it was chosen for. */
  let choice = { mark: '', isOpen: false }
  const button = toggleButton(() => {
    choice = { mark: markOf(), isOpen: !isOpen() }
    change({})
  })
  /** A key that was used forgets that its keyboard had been unfolded. */
  async function use(/** @type {Key} */ key, /** @type {Place} */ at) {
    if (!(await pressKey(at, key))) return
    choice.mark = ''
    change({})
  }
  function isOpen() {
    const keyboard = openChat()?.input?.keyboard
    if (!keyboard) return false
    return choice.mark === markOf() ? choice.isOpen : !keyboard.isFolded
  }
  draws(() => {
    const keyboard = openChat()?.input?.keyboard
    const hadFocus = element.contains(document.activeElement)
    button.hidden = !keyboard
    button.setAttribute('aria-expanded', String(isOpen()))
    element.classList.toggle('fits', Boolean(keyboard?.fits))
    reconcile(rows, (keyboard?.rows ?? []).map(rowEntry(use)))
    element.hidden = !isOpen()
    // Keys that were pressed may be gone.
    if (hadFocus && (element.hidden || document.activeElement === document.body)) toField()
  })
  return { element, button, isOpen }
}

/** Which keyboard it is: a folded one is another, so that what was chosen before is forgotten. */
function markOf() {
  const input = openChat()?.input
  return [state.as, state.chat, input?.message, input?.keyboard?.isFolded].join('.')
}

/** @param {(key: Key, at: Place) => void} use */
function rowEntry(use) {
  return (/** @type {Key[]} */ keys, /** @type {number} */ row) => ({
    key: `${state.as}.${state.chat}.${row}`,
    sign: JSON.stringify([keys, openChat()?.input?.message]),
    build: () => {
      const buttons = keys.map((key, column) => keyButton(key, { row, column }, use))
      return h('div', { class: 'reply-row' }, ...buttons)
    },
  })
}

/**
 * @param {Key} key
 * @param {Place} at
 * @param {(key: Key, at: Place) => void} use
 */
function keyButton(key, at, use) {
  return h(
    'button',
    {
      type: 'button',
      class: `reply-key ${key.style ?? ''}`,
      'data-spot': `${at.row}.${at.column}`,
      onclick: () => use(key, at),
    },
    key.label,
  )
}

/** @param {() => void} onclick */
function toggleButton(onclick) {
  return h(
    'button',
    {
      type: 'button',
      class: 'icon-button keys-button',
      'aria-label': '机器人的键盘',
      title: '机器人的键盘',
      'aria-expanded': 'false',
      'aria-controls': 'reply-keyboard',
      hidden: true,
      onclick,
    },
    icon('keys'),
  )
}
