// For developers: the Bot API calls as they happen.

/** @import { Call } from './api.js' */

import { h, place } from './element.js'
import { icon } from './icons.js'
import { zone } from './store.js'
import { hearCalls } from './sync.js'
import { secondOf } from './time.js'

const mostCalls = 300

const list = h('ol', { class: 'calls', tabindex: '0', 'aria-label': '调用' })

export function createDrawer() {
  const hint = h(
    'p',
    { class: 'calls-hint' },
    '机器人每调用一次 Bot API，这里就多一行。点开看参数和结果。',
  )
  place('drawer').append(
    h(
      'div',
      { class: 'drawer-head' },
      h('h2', {}, 'Bot API 调用'),
      headButton('清空', () => list.replaceChildren()),
      headButton('关闭', toggleDrawer),
    ),
    hint,
    list,
  )
}

export function toggleDrawer() {
  const drawer = place('drawer')
  drawer.hidden = !drawer.hidden
  hearCalls(drawer.hidden ? undefined : add)
  const button = place('drawer-button')
  button.setAttribute('aria-expanded', String(!drawer.hidden))
  if (drawer.hidden) button.focus()
}

/**
 * @param {string} label
 * @param {() => void} onclick
 */
function headButton(label, onclick) {
  return h('button', { type: 'button', class: 'pill-button', onclick }, label)
}

/** @param {Call} call */
function add(call) {
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40
  list.append(row(call))
  while (list.children.length > mostCalls) list.firstElementChild?.remove()
  if (isAtEnd) list.scrollTop = list.scrollHeight
}

/** @param {Call} call */
function row({ at, method, params, ok, result, error, ms }) {
  const summary = h(
    'summary',
    {},
    h('time', {}, secondOf(at, zone())),
    h('span', { class: `outcome ${ok ? 'ok' : 'refused'}` }, ok ? '成功' : '被拒'),
    h('code', {}, method),
    h('span', { class: 'call-brief' }, JSON.stringify(params)),
    ms === undefined ? null : h('small', {}, `${ms} ms`),
    icon('down'),
  )
  const both = JSON.stringify({ params, [ok ? 'result' : 'error']: error ?? result }, null, 2)
  const details = h('details', {}, summary, h('pre', { tabindex: '0' }, both))
  details.addEventListener('toggle', () => details.scrollIntoView({ block: 'nearest' }))
  return h('li', {}, details)
}
