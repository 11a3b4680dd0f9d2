// The buttons under a message.

/** @import { Button, Message } from './api.js' */

import { press } from './actions.js'
import { h } from './element.js'
import { icon } from './icons.js'

const corners = /** @type {Record<string, import('./icons.js').IconName>} */ ({
  url: 'arrow',
  link: 'arrow',
  copy: 'copy',
})

const styles = ['primary', 'success', 'danger']

/** @param {Message} message */
export function keyboard(message) {
  if (message.buttons.length === 0) return null
  const rows = message.buttons.map((buttons, row) =>
    h(
      'div',
      { class: 'keys' },
      ...buttons.map((button, column) => key(message, { row, column }, button)),
    ),
  )
  return h('div', { class: 'keyboard', role: 'group', 'aria-label': '消息按钮' }, ...rows)
}

/**
 * @param {Message} message
 * @param {{ row: number, column: number }} at
 * @param {Button} button
 */
function key(message, at, button) {
  const { label, kind, style } = button
  const corner = corners[kind]
  const pressed = h(
    'button',
    {
      type: 'button',
      class: `key${style && styles.includes(style) ? ` ${style}` : ''}`,
      'data-spot': `${at.row}.${at.column}`,
      onclick: () => void wait(),
    },
    h('span', { class: 'key-label' }, label),
    corner ? icon(corner) : null,
  )
  async function wait() {
    pressed.classList.add('waiting')
    await press(message, at, button)
    pressed.classList.remove('waiting')
  }
  return pressed
}
