// What can be done with one message: reply, change an own one, copy its text.

import { copy } from './clipboard.js'
import { beginEdit, beginReply } from './composer.js'
import { icon } from './icons.js'
import { openMenu } from './popover.js'
import { openMessages } from './store.js'

/**
 * @param {HTMLElement} row
 * @param {DOMRect} [at] where a mouse pressed
 */
export function openMessageMenu(row, at) {
  const message = openMessages().find(({ id }) => String(id) === row.dataset.key)
  if (!message) return
  const isOwnText = message.from.mine && message.text !== '' && !message.file
  openMenu(
    row,
    '这条消息',
    [
      { label: '回复', before: icon('reply'), pick: () => beginReply(message) },
      ...(isOwnText
        ? [{ label: '编辑', before: icon('pencil'), pick: () => beginEdit(message) }]
        : []),
      { label: '复制文字', before: icon('copy'), pick: () => void copy(message.text) },
    ],
    at,
  )
}
