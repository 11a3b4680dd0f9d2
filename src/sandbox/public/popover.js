// A small panel at a button: closes by Escape or a press elsewhere; arrows walk through its items.

import { h } from './element.js'

const marginPx = 8

/**
 * @typedef {object} Item
 * @property {string} label
 * @property {import('./element.js').Child} [before] stands left of the label
 * @property {string} [note] a second, paler line
 * @property {boolean} [isChosen] makes it one choice of several
 * @property {boolean} [isDangerous]
 * @property {() => void} pick
 */

/**
 * Opens a menu of items below (or above) an element.
 * @param {Element} anchor
 * @param {string} label
 * @param {Item[]} items
 * @param {DOMRect} [at] another place than the element's
 */
export function openMenu(anchor, label, items, at = anchor.getBoundingClientRect()) {
  const isChoice = items.some(({ isChosen }) => isChosen !== undefined)
  const menu = h('div', { class: 'menu', role: 'menu', 'aria-label': label, popover: 'auto' })
  for (const item of items) menu.append(itemOf(item, isChoice, () => menu.hidePopover()))
  menu.addEventListener('keydown', (event) => walk(menu, event))
  menu.addEventListener('toggle', (event) => {
    const { newState } = /** @type {ToggleEvent} */ (event)
    if (anchor.hasAttribute('aria-haspopup')) {
      anchor.setAttribute('aria-expanded', String(newState === 'open'))
    }
    if (newState === 'closed') menu.remove()
  })
  document.body.append(menu)
  menu.showPopover()
  putAt(menu, at)
  const chosen = menu.querySelector('[aria-checked="true"]') ?? menu.firstElementChild
  if (chosen instanceof HTMLElement) chosen.focus()
}

/**
 * @param {Item} item
 * @param {boolean} isChoice
 * @param {() => void} close
 */
function itemOf({ label, before, note, isChosen, isDangerous, pick }, isChoice, close) {
  return h(
    'button',
    {
      type: 'button',
      class: `menu-item${isDangerous ? ' danger' : ''}`,
      role: isChoice ? 'menuitemradio' : 'menuitem',
      'aria-checked': isChoice ? String(Boolean(isChosen)) : undefined,
      tabindex: '-1',
      onclick() {
        close()
        pick()
      },
    },
    before ?? null,
    h('span', { class: 'menu-words' }, h('span', {}, label), note ? h('small', {}, note) : null),
  )
}

/**
 * @param {HTMLElement} menu
 * @param {KeyboardEvent} event
 */
function walk(menu, event) {
  const items = /** @type {HTMLElement[]} */ ([...menu.children])
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement))
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
  if (event.key === 'Tab') menu.hidePopover()
  if (to === undefined) return
  event.preventDefault()
  items.at(to % items.length)?.focus()
}

/**
 * @param {HTMLElement} panel
 * @param {DOMRect} anchor
 */
function putAt(panel, anchor) {
  const { width, height } = panel.getBoundingClientRect()
  const isBelow = anchor.bottom + height + marginPx < innerHeight
  const top = isBelow ? anchor.bottom + 4 : anchor.top - height - 4
  const left = Math.min(anchor.left, innerWidth - width - marginPx)
  panel.style.top = `${Math.max(marginPx, top)}px`
  panel.style.left = `${Math.max(marginPx, left)}px`
}
