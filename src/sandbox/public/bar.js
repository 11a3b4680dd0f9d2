// The strip above the chat program: who one is, what time it is, and what stands ready to try.

import { clockGroup } from './bar-clock.js'
import { personaButton } from './bar-persona.js'
import { sceneControls } from './bar-scene.js'
import { toggleDrawer } from './drawer.js'
import { h, place } from './element.js'
import { icon } from './icons.js'
import { change, draws, now, state, zone } from './store.js'
import { theme, toggleTheme } from './theme.js'
import { dayOf, hourOf } from './time.js'
import { toggleTour } from './tour.js'

export function createBar() {
  const lost = h('span', { class: 'lost', role: 'alert' })
  const extra = h(
    'div',
    { id: 'bar-extra', class: 'bar-extra' },
    ...clockGroup(),
    h('span', { class: 'bar-gap' }),
    ...sceneControls(),
    themeButton(),
    drawerButton(),
  )
  place('bar').append(brand(), lost, personaButton(), extra, tourButton(), moreButton(extra))
  draws(() => {
    lost.textContent = state.isLost ? '连接断开，正在重连…' : ''
  })
}

function brand() {
  const logo = h('img', { src: '/page/favicon.svg', alt: '', width: '32', height: '32' })
  const banner = h('small', { class: 'banner' }, '演示数据，重新启动即清空')
  return h('div', { class: 'brand' }, logo, h('div', {}, h('strong', {}, '指尖支部'), banner))
}

function themeButton() {
  const button = h('button', { type: 'button', class: 'icon-button', onclick: toggle })
  function toggle() {
    toggleTheme()
    change({})
  }
  draws(() => {
    const isDark = theme() === 'dark'
    const label = isDark ? '换成浅色' : '换成深色'
    button.setAttribute('aria-label', label)
    button.title = label
    button.replaceChildren(icon(isDark ? 'sun' : 'moon'), h('span', { class: 'wide-label' }, label))
  })
  return button
}

function drawerButton() {
  const label = '开发者：Bot API 调用'
  return h(
    'button',
    {
      id: 'drawer-button',
      type: 'button',
      class: 'icon-button',
      'aria-label': label,
      title: label,
      'aria-expanded': 'false',
      'aria-controls': 'drawer',
      onclick: toggleDrawer,
    },
    icon('code'),
    h('span', { class: 'wide-label' }, '开发者'),
  )
}

function tourButton() {
  const count = h('span', { class: 'count' })
  const button = h(
    'button',
    {
      id: 'tour-button',
      type: 'button',
      class: 'pill-button accent',
      'aria-controls': 'tour',
      onclick: toggleTour,
    },
    icon('guide'),
    h('span', {}, '试试看'),
    count,
  )
  draws(() => {
    const steps = state.tour?.steps ?? []
    count.textContent = steps.length
      ? `${steps.filter(({ done }) => done).length}/${steps.length}`
      : ''
  })
  return button
}

/**
 * On narrow screens the rest of the bar opens below it.
 * @param {HTMLElement} extra
 */
function moreButton(extra) {
  const time = h('span', {})
  const button = h(
    'button',
    {
      type: 'button',
      class: 'pill-button more-button',
      title: '时间与更多',
      'aria-expanded': 'false',
      'aria-controls': extra.id,
      onclick: () => show(!extra.classList.contains('open')),
    },
    icon('clock'),
    time,
    icon('down'),
  )
  draws(() => {
    time.textContent = state.busy ?? `${dayOf(now(), zone())} ${hourOf(now(), zone())}`
  })
  /** @param {boolean} isOpen */
  function show(isOpen) {
    extra.classList.toggle('open', isOpen)
    button.setAttribute('aria-expanded', String(isOpen))
  }
  extra.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !extra.classList.contains('open')) return
    show(false)
    button.focus()
  })
  document.addEventListener('pointerdown', ({ target }) => {
    if (!(target instanceof Element) || target.closest('.bar, [popover], dialog')) return
    show(false)
  })
  return button
}
