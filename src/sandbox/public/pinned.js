// The line under the chat's head that leads to the pinned message.

import { h } from './element.js'
import { icon } from './icons.js'
import { draws, openChat, openMessages } from './store.js'

/** @param {(message: number) => void} show */
export function createPinned(show) {
  const text = h('span', { class: 'pinned-text' })
  const words = h('span', { class: 'pinned-words' }, h('strong', {}, '置顶消息'), text)
  const bar = h(
    'button',
    { type: 'button', class: 'pinned', hidden: true, onclick: () => show(Number(bar.dataset.to)) },
    words,
    icon('pin'),
  )
  draws(() => {
    const pinned = openChat()?.pinned
    const message = openMessages().find(({ id }) => id === pinned)
    bar.hidden = !message
    if (!message) return
    bar.dataset.to = String(message.id)
    text.textContent = message.text.replaceAll('\n', ' ')
  })
  return bar
}
