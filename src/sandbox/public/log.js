// The messages of the open chat: drawn by days, held at the bottom unless the reader scrolled up.

/** @import { Message } from './api.js' */

import { h } from './element.js'
import { icon } from './icons.js'
import { reconcile } from './keyed.js'
import { row } from './message.js'
import { openMessageMenu } from './message-menu.js'
import { isOnScreen, newCount, sawAll } from './seen.js'
import { draws, openChat, openMessages, state, zone } from './store.js'
import { dayOf } from './time.js'

const bottomPx = 60
const calm = matchMedia('(prefers-reduced-motion: reduce)')

/** @returns {{ element: HTMLElement, show: (message: number) => void }} */
export function createLog() {
  const days = h('div', { class: 'days' })
  const log = h('div', { class: 'log', role: 'log', 'aria-label': '消息', tabindex: '0' }, days)
  const empty = h('p', { class: 'log-empty' })
  const down = downButton(log)
  const element = h('div', { class: 'log-frame' }, log, empty, down)
  let drawnChat = ''
  let isHeld = true

  let top = 0
  log.addEventListener('scroll', () => {
    // Growing pictures also move the end away: only going up lets go of it.
    const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < bottomPx
    if (isAtEnd || log.scrollTop < top) isHeld = isAtEnd
    top = log.scrollTop
    down.hidden = isHeld
  })
  const hold = () => isHeld && log.scrollTo({ top: log.scrollHeight })
  const sizes = new ResizeObserver(hold)
  sizes.observe(days)
  sizes.observe(log)
  walkByKeys(log)
  menuByPress(log)

  draws(() => {
    const chat = `${state.as}.${state.chat}`
    const isSame = chat === drawnChat
    drawnChat = chat
    // A whole chat that opens is no news for a screen reader, a message that comes is.
    log.setAttribute('aria-live', isSame ? 'polite' : 'off')
    days.classList.toggle('live', isSame)
    if (!isSame) isHeld = true
    drawDays(days)
    empty.textContent = emptyWords()
    hold()
    if (isOnScreen(state.chat)) saw(state.chat)
  })
  return { element, show: (message) => showMessage(log, message) }
}

function behavior() {
  return calm.matches ? 'instant' : 'smooth'
}

/** Says why nothing is there, which in a bot's chat is not plain. */
function emptyWords() {
  const chat = openChat()
  if (!chat || openMessages().length > 0) return ''
  if (chat.kind === 'group' || state.screen?.started) return '这里还没有消息'
  return '机器人不能先开口。点下面的「开始」，它才能给您发消息。'
}

/** @param {number | undefined} chat */
function saw(chat) {
  if (chat !== undefined && newCount(chat) > 0) sawAll(chat)
}

/** @param {HTMLElement} days */
function drawDays(days) {
  const messages = openMessages()
  const byDay = Map.groupBy(messages, ({ at }) => dayOf(at, zone()))
  const entries = [...byDay.keys()].map((day) => ({
    key: `${state.as}.${state.chat}.${day}`,
    sign: '',
    build: () => h('section', { class: 'day' }),
  }))
  reconcile(days, entries)
  const sections = /** @type {HTMLElement[]} */ ([...days.children])
  for (const [at, [day, list]] of [...byDay].entries()) {
    const section = sections[at]
    if (section) reconcile(section, [dayEntry(day), ...list.map(entryIn(list, messages))])
  }
}

/** @param {string} day */
function dayEntry(day) {
  const build = () => h('div', { class: 'day-pill' }, h('span', { class: 'pill' }, day))
  return { key: 'day', sign: day, build }
}

/**
 * Messages of one sender in a row belong together: one name, one avatar, one tail.
 * @param {Message[]} list
 * @param {Message[]} all
 */
function entryIn(list, all) {
  const isGroup = openChat()?.kind === 'group'
  return (/** @type {Message} */ message, /** @type {number} */ at) => {
    const quoted = all.find(({ id }) => id === message.replyTo)
    const isFirst = !follows(list[at - 1], message)
    const isLast = !follows(message, list[at + 1])
    const shown = { isFirst, isLast, isGroup, quoted }
    return {
      key: String(message.id),
      sign: JSON.stringify([message, shown]),
      build: () => row(message, shown),
    }
  }
}

/**
 * @param {Message | undefined} before
 * @param {Message | undefined} after
 */
function follows(before, after) {
  if (!before || !after || before.service || after.service) return false
  return before.from.id === after.from.id
}

/** @param {HTMLElement} log */
function downButton(log) {
  const toBottom = () => {
    log.scrollTo({ top: log.scrollHeight, behavior: behavior() })
    log.focus()
  }
  return h(
    'button',
    { type: 'button', class: 'down', hidden: true, 'aria-label': '到最新消息', onclick: toBottom },
    icon('down'),
  )
}

/**
 * @param {HTMLElement} log
 * @param {number} message
 */
function showMessage(log, message) {
  const found = log.querySelector(`.row[data-key="${message}"]`)
  if (!(found instanceof HTMLElement)) return
  found.scrollIntoView({ block: 'center', behavior: behavior() })
  found.focus({ preventScroll: true })
  found.classList.add('flash')
  found.addEventListener('animationend', () => found.classList.remove('flash'), { once: true })
}

/**
 * In the log, arrows walk from message to message and Enter opens what can be done with one.
 * @param {HTMLElement} log
 */
function walkByKeys(log) {
  log.addEventListener('keydown', (event) => {
    const { target, key } = event
    if (!(target instanceof HTMLElement) || !target.matches('.log, .row')) return
    const isRow = target.matches('.row')
    const step = { ArrowUp: -1, ArrowDown: 1 }[key]
    if (!step && !(key === 'Enter' && isRow)) return
    event.preventDefault()
    if (!step) return openMessageMenu(target)
    const rows = /** @type {HTMLElement[]} */ ([...log.querySelectorAll('.row')])
    const at = isRow ? rows.indexOf(target) + step : rows.length - 1
    rows[Math.min(rows.length - 1, Math.max(0, at))]?.focus()
  })
}

/**
 * A right press or a long one opens the same. What opens while the button is still down would be
 * closed again by letting go.
 * @param {HTMLElement} log
 */
function menuByPress(log) {
  let isDown = false
  log.addEventListener('pointerdown', () => {
    isDown = true
  })
  for (const end of ['pointerup', 'pointercancel']) {
    addEventListener(end, () => {
      isDown = false
    })
  }
  log.addEventListener('contextmenu', (event) => {
    const found = event.target instanceof Element ? event.target.closest('.row') : null
    if (!(found instanceof HTMLElement)) return
    event.preventDefault()
    const show = () => openMessageMenu(found, new DOMRect(event.clientX, event.clientY, 0, 0))
    if (isDown) addEventListener('pointerup', () => setTimeout(show), { once: true })
    else show()
  })
}
