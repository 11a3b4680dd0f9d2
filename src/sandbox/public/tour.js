// 试试看: seven steps, each with a hint and a mark when it is done.

/** @import { Step, Tour } from './api.js' */

import { switchTo } from './bar-persona.js'
import { copy } from './clipboard.js'
import { write } from './composer.js'
import { h, place } from './element.js'
import { icon } from './icons.js'
import { reconcile } from './keyed.js'
import { recall, remember } from './memory.js'
import { draws, state, visit } from './store.js'

const wide = matchMedia('(min-width: 1000px)')

export function createTour() {
  const steps = h('ol', { class: 'steps' })
  const bar = h('progress', { class: 'tour-progress', 'aria-label': '进度', max: '7', value: '0' })
  const done = h(
    'p',
    { class: 'tour-done', hidden: true },
    '🎉 七步都走完了。想再来一遍，点「重置」。',
  )
  place('tour').append(head(), bar, steps, done, handy())
  setOpen(wide.matches && recall('tour') !== 'closed')
  draws(() => {
    const list = state.tour?.steps ?? []
    const current = list.find((step) => !step.done)
    bar.max = Math.max(1, list.length)
    bar.value = list.filter((step) => step.done).length
    done.hidden = list.length === 0 || current !== undefined
    reconcile(
      steps,
      list.map((step, at) => entry(step, at, step === current)),
    )
  })
}

export function toggleTour() {
  setOpen(place('tour').hidden !== false)
}

/** @param {boolean} isOpen */
function setOpen(isOpen) {
  place('tour').hidden = !isOpen
  place('tour-button').setAttribute('aria-expanded', String(isOpen))
  if (wide.matches) remember('tour', isOpen ? undefined : 'closed')
}

function head() {
  const close = () => {
    setOpen(false)
    place('tour-button').focus()
  }
  return h(
    'div',
    { class: 'tour-head' },
    h('h2', {}, '试试看'),
    h('small', {}, '跟着七步，走完一个月'),
    h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': '收起「试试看」', onclick: close },
      icon('close'),
    ),
  )
}

/**
 * @param {Step} step
 * @param {number} at
 * @param {boolean} isCurrent
 */
function entry(step, at, isCurrent) {
  const helpers = isCurrent ? helpersFor(step) : []
  return {
    key: step.id,
    sign: JSON.stringify([step, isCurrent, helpers.map(({ label }) => label)]),
    build: () => row(step, at, { isCurrent, helpers }),
  }
}

/** @typedef {{ label: string, help: () => void }} Helper */

/**
 * First to the right person, then to the right chat; words are for the bot's own chat.
 * @param {Step} step
 * @returns {Helper[]}
 */
function helpersFor({ as, chat, copy: words }) {
  const { screen } = state
  const person = screen?.people.find(({ id }) => id === as)
  if (person && person.id !== state.as) {
    return [{ label: `换成 ${person.name}`, help: () => void go(person.id, chat) }]
  }
  const isWithBot = state.chat === screen?.bot.id
  if (isWithBot && screen?.started && words !== undefined) {
    return [{ label: '填进输入框', help: () => fillIn(words) }]
  }
  if (chat === undefined || chat === state.chat || isWithBot) return []
  return [{ label: '打开那个聊天', help: () => visit(chat) }]
}

/**
 * @param {number} as
 * @param {number | undefined} chat
 */
async function go(as, chat) {
  await switchTo(as)
  if (chat !== undefined) visit(chat)
  closeSheet()
}

/** @param {string} words */
function fillIn(words) {
  write(words)
  closeSheet()
}

/** On a phone the sheet lies over the chat. */
function closeSheet() {
  if (!wide.matches) setOpen(false)
}

/**
 * @param {Step} step
 * @param {number} at
 * @param {{ isCurrent: boolean, helpers: Helper[] }} shown
 */
function row({ title, hint, done }, at, { isCurrent, helpers }) {
  const number = h('span', { class: 'step-number', 'aria-hidden': 'true' })
  number.append(done ? icon('check') : String(at + 1))
  const buttons = helpers.map(({ label, help }) =>
    h(
      'button',
      { type: 'button', class: 'pill-button', 'data-spot': 'help', onclick: help },
      label,
    ),
  )
  return h(
    'li',
    { class: `step${done ? ' done' : ''}${isCurrent ? ' current' : ''}` },
    h(
      'details',
      { open: isCurrent, name: 'steps' },
      h(
        'summary',
        { 'data-spot': 'step', 'aria-current': isCurrent ? 'step' : undefined },
        number,
        h('span', {}, title, done ? h('span', { class: 'unseen' }, '（已完成）') : null),
      ),
      h('p', {}, hint),
      ...buttons,
    ),
  )
}

function handy() {
  const code = h('code', {})
  const codeRow = h(
    'div',
    { class: 'handy-row' },
    h('span', {}, '启用码'),
    code,
    copyButton('复制启用码', '复制', (tour) => tour.claimCode),
  )
  const rosterRow = h(
    'div',
    { class: 'handy-row' },
    h('span', {}, '18 人的名单，贴到私聊里'),
    copyButton('复制示例名单', '复制示例名单', (tour) => tour.roster),
  )
  draws(() => {
    code.textContent = state.tour?.claimCode ?? ''
  })
  return h('div', { class: 'handy' }, h('h3', {}, '手边的东西'), codeRow, rosterRow)
}

/**
 * @param {string} label
 * @param {string} words
 * @param {(tour: Tour) => string} what
 */
function copyButton(label, words, what) {
  return h(
    'button',
    {
      type: 'button',
      class: 'pill-button',
      'aria-label': label,
      onclick: () =>
        void (state.tour && copy(what(state.tour), `${label.replace('复制', '已复制')}`)),
    },
    icon('copy'),
    h('span', {}, words),
  )
}
