// Under the messages: where one writes, or 开始, or 取消屏蔽.

import { block, start } from './actions.js'
import { createComposer } from './composer.js'
import { h } from './element.js'
import { createReplyKeyboard } from './reply-keyboard.js'
import { draws, openChat, state } from './store.js'

export function createFoot() {
  const keys = createReplyKeyboard(() => composer.focus())
  const composer = createComposer(keys.button)
  const startButton = wideButton('开始', () => void begin())
  const unblockButton = wideButton('取消屏蔽', () => void block(false))
  const parts = [composer.element, keys.element, startButton, unblockButton]
  const foot = h('footer', { class: 'chat-foot' }, ...parts)
  draws(() => {
    const shown = footOf()
    const isNew = startButton.hidden && shown === 'start'
    composer.element.hidden = shown !== 'composer'
    keys.element.hidden = shown !== 'composer' || !keys.isOpen()
    startButton.hidden = shown !== 'start'
    unblockButton.hidden = shown !== 'blocked'
    if (isNew && state.payload !== undefined) startButton.focus()
  })
  async function begin() {
    await start()
    composer.focus()
  }
  return foot
}

function footOf() {
  if (openChat()?.kind !== 'private') return 'composer'
  if (state.screen?.blocked) return 'blocked'
  return state.screen?.started ? 'composer' : 'start'
}

/**
 * @param {string} label
 * @param {() => void} onclick
 */
function wideButton(label, onclick) {
  return h('button', { type: 'button', class: 'wide-button', hidden: true, onclick }, label)
}
