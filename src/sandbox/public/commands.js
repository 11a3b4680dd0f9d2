// The bot's commands: offered while one types 「/」, or behind the menu button.

/** @import { Command } from './api.js' */

import { ask } from './api.js'
import { h } from './element.js'
import { icon } from './icons.js'
import { draws, state } from './store.js'

/**
 * @param {HTMLTextAreaElement} field
 * @param {(command: string) => void} send
 */
export function createCommandMenu(field, send) {
  /** @type {Command[]} */
  let known = []
  const button = menuButton(() => void toggle())
  const options = createOptions(field, (isOpen) => {
    button.setAttribute('aria-expanded', String(isOpen))
  })
  /** @param {Command[]} shown */
  const show = (shown) => options.show(shown, send)
  async function toggle() {
    if (options.isOpen()) return show([])
    known = await load()
    field.focus()
    show(known)
  }
  async function suggest() {
    if (begunIn(field) === undefined) return show([])
    if (known.length === 0) known = await load()
    // What was typed may be sent by now.
    const begun = begunIn(field)
    show(begun === undefined ? [] : known.filter(({ command }) => command.startsWith(begun)))
  }
  field.addEventListener('input', () => void suggest())
  field.addEventListener('keydown', options.keys)
  field.addEventListener('blur', () => show([]))
  forgetWithChat(() => {
    known = []
    show([])
  })
  return { list: options.list, button }
}

/** @param {HTMLTextAreaElement} field gives what stands after its slash */
function begunIn(field) {
  return /^\/([a-z]*)$/i.exec(field.value)?.[1]?.toLowerCase()
}

/**
 * The list above the field; the focus stays in the field, which says what is marked.
 * @param {HTMLTextAreaElement} field
 * @param {(isOpen: boolean) => void} opens
 */
function createOptions(field, opens) {
  let at = 0
  const attributes = { id: 'commands', class: 'commands', role: 'listbox', hidden: true }
  const list = h('div', { ...attributes, 'aria-label': '命令' })
  /**
   * @param {Command[]} shown
   * @param {(command: string) => void} send
   */
  function show(shown, send) {
    /** @param {string} command */
    const pick = (command) => {
      show([], send)
      send(command)
    }
    list.replaceChildren(...shown.map((one, index) => option(one, index, pick)))
    list.hidden = shown.length === 0
    opens(!list.hidden)
    mark(0)
  }
  /** @param {number} next */
  function mark(next) {
    at = next
    for (const [index, one] of [...list.children].entries()) {
      one.setAttribute('aria-selected', String(index === at))
      if (index === at) one.scrollIntoView({ block: 'nearest' })
    }
    if (list.hidden) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', `command-${at}`)
  }
  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (list.hidden || event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const count = list.children.length
    if (step) mark((at + step + count) % count)
    else if (event.key === 'Enter') list.querySelectorAll('button')[at]?.click()
    else if (event.key === 'Escape') list.hidden = true
    else return
    event.preventDefault()
  }
  return { list, show, keys, isOpen: () => !list.hidden }
}

/** @param {() => void} forget what one person may do is not what the next one may */
function forgetWithChat(forget) {
  let drawn = ''
  draws(() => {
    const chat = `${state.as}.${state.chat}`
    if (chat === drawn) return
    drawn = chat
    forget()
  })
}

/** @returns {Promise<Command[]>} */
async function load() {
  const { as = 0, chat = 0 } = state
  return /** @type {Promise<Command[]>} */ (ask('menu', { as, chat })).catch(() => [])
}

/**
 * @param {Command} command
 * @param {number} index
 * @param {(command: string) => void} pick
 */
function option({ command, description }, index, pick) {
  return h(
    'button',
    {
      id: `command-${index}`,
      type: 'button',
      role: 'option',
      tabindex: '-1',
      class: 'command',
      // The field keeps the focus, else the list would close before the press counts.
      onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
      onclick: () => pick(`/${command}`),
    },
    h('strong', {}, `/${command}`),
    h('span', {}, description),
  )
}

/** @param {() => void} onclick */
function menuButton(onclick) {
  return h(
    'button',
    {
      type: 'button',
      class: 'icon-button command-button',
      'aria-label': '命令菜单',
      title: '命令菜单',
      'aria-expanded': 'false',
      'aria-controls': 'commands',
      onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
      onclick,
    },
    icon('slash'),
  )
}
