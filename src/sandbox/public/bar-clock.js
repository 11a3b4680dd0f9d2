// The sandbox's clock: shows its time and moves it forward.

import { undisturbed } from './actions.js'
import { tell } from './api.js'
import { h } from './element.js'
import { icon } from './icons.js'
import { draws, now, showTime, state, zone } from './store.js'
import { dayOf, hourOf, weekdayOf } from './time.js'

const jumps = [
  { to: 'hour', label: '+1 小时' },
  { to: 'day', label: '+1 天' },
  { to: 'session', label: '到下次活动' },
  { to: 'monthEnd', label: '到月底' },
]

const tickMs = 1_000

export function clockGroup() {
  const date = h('span', { class: 'clock-date' })
  const hour = h('strong', { class: 'clock-hour' })
  const display = h('span', { class: 'clock', 'aria-live': 'off' }, icon('clock'), date, hour)
  const buttons = jumps.map(({ to, label }) =>
    h('button', { type: 'button', class: 'jump', onclick: () => void jump(to) }, label),
  )
  const said = h('span', { class: 'unseen', role: 'status' })
  const draw = () => {
    const shown = now()
    const isBusy = state.busy !== undefined
    display.classList.toggle('busy', isBusy)
    date.textContent = state.busy || `${dayOf(shown, zone())} ${weekdayOf(shown, zone())}`
    hour.textContent = state.busy ? '' : hourOf(shown, zone())
    for (const button of buttons) button.disabled = isBusy
  }
  draws(draw)
  setInterval(draw, tickMs)

  /** @param {string} to */
  async function jump(to) {
    const answer = await undisturbed('时间在走…', () => tell('clock', { to }))
    if (answer?.now) showTime(answer.now)
    draw()
    said.textContent = `现在是 ${dayOf(now(), zone())} ${hourOf(now(), zone())}`
  }
  const group = h(
    'div',
    { class: 'jumps', role: 'group', 'aria-label': '让时间往前走' },
    ...buttons,
  )
  return [display, group, said]
}
