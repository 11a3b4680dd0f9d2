// Whose screen it is: a button that opens the list of sample people.

import { avatarOf } from './avatar.js'
import { h } from './element.js'
import { icon } from './icons.js'
import { openMenu } from './popover.js'
import { become, draws, state } from './store.js'
import { follow } from './sync.js'
import { clearToasts } from './toast.js'

export function personaButton() {
  const button = h('button', {
    type: 'button',
    class: 'persona',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    onclick: () => openMenu(button, '换一个人', choices()),
  })
  draws(() => {
    const me = state.screen?.me
    if (!me) return
    button.setAttribute('aria-label', `现在是 ${me.name}，${me.role}。换一个人`)
    button.replaceChildren(
      avatarOf(me.avatar, 'small'),
      h('span', { class: 'persona-words' }, h('strong', {}, me.name), h('small', {}, me.role)),
      icon('down'),
    )
  })
  return button
}

/** @param {number} id */
export async function switchTo(id) {
  if (id === state.as) return
  clearToasts()
  become(id)
  await follow()
}

function choices() {
  return (state.screen?.people ?? []).map(({ id, name, role, note, avatar }) => ({
    label: name,
    note: note ? `${role} · ${note}` : role,
    before: avatarOf(avatar, 'small'),
    isChosen: id === state.as,
    pick: () => void switchTo(id),
  }))
}
