// Where a person writes: text, a file, a command; Enter sends, Shift+Enter begins a new line.

/** @import { Message } from './api.js' */

import { edit, say, send } from './actions.js'
import { createCommandMenu } from './commands.js'
import { draftOf, keepDraft } from './drafts.js'
import { h } from './element.js'
import { icon } from './icons.js'
import { draws, openChat, openMessages, state } from './store.js'

/** @typedef {{ kind: 'reply' | 'edit', message: Message }} Subject */

const highestPx = 180

/** @type {(subject: Subject) => void} */
let begin = () => undefined

/** @type {(text: string) => void} */
let put = () => undefined

/** @param {Message} message */
export function beginReply(message) {
  begin({ kind: 'reply', message })
}

/** @param {Message} message */
export function beginEdit(message) {
  begin({ kind: 'edit', message })
}

/** @param {string} text puts it where the next message is written */
export function write(text) {
  put(text)
}

/** @param {HTMLElement} keysButton shows and hides the keys below */
export function createComposer(keysButton) {
  const field = h('textarea', { rows: '1', placeholder: '消息', 'aria-label': '写消息' })
  const subject = createSubject(field)
  const commands = createCommandMenu(field, (text) => void submit(text))
  const element = h(
    'form',
    { class: 'composer', onsubmit },
    commands.list,
    h(
      'div',
      { class: 'field' },
      subject.element,
      h('div', { class: 'field-row' }, commands.button, field, keysButton, attachButton()),
    ),
    h('button', { type: 'submit', class: 'send', 'aria-label': '发送' }, icon('send')),
  )
  begin = subject.begin
  put = (text) => {
    fill(field, text)
    field.focus()
  }
  /** @param {Event} event */
  function onsubmit(event) {
    event.preventDefault()
    void submit(field.value)
  }
  /** @param {string} text */
  async function submit(text) {
    if (text.trim() === '') return field.focus()
    const about = subject.current()
    fill(field, '')
    subject.end()
    const isEdit = about?.kind === 'edit'
    const done = isEdit ? await edit(about.message.id, text) : await say(text, about?.message.id)
    if (!done && field.value === '') fill(field, text)
    field.focus()
  }
  field.addEventListener('keydown', (event) => keys(event, { field, subject, submit }))
  keepDrafts(field, subject.end)
  followInput(field)
  return { element, focus: () => field.focus() }
}

/**
 * @param {KeyboardEvent} event
 * @param {{ field: HTMLTextAreaElement, subject: ReturnType<typeof createSubject>, submit: (text: string) => void }} parts
 */
function keys(event, { field, subject, submit }) {
  // An input method's Enter only takes the proposed characters.
  if (event.isComposing || event.defaultPrevented) return
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    submit(field.value)
  }
  if (event.key === 'Escape') subject.end()
  if (event.key === 'ArrowUp' && field.value === '') {
    const own = openMessages().findLast(({ from, text, file }) => from.mine && text && !file)
    if (own) beginEdit(own)
  }
}

/**
 * @param {HTMLTextAreaElement} field
 * @param {() => void} leave called when another chat opens
 */
function keepDrafts(field, leave) {
  let drawn = ''
  field.addEventListener('input', () => {
    grow(field)
    if (state.chat !== undefined) keepDraft(state.chat, field.value)
  })
  draws(() => {
    const chat = `${state.as}.${state.chat}`
    if (chat === drawn || state.chat === undefined) return
    drawn = chat
    leave()
    fill(field, draftOf(state.chat))
  })
}

/**
 * What the bot put at the input: other words in the empty field, or a reply begun once.
 * @param {HTMLTextAreaElement} field
 */
function followInput(field) {
  let begun = ''
  draws(() => {
    const input = openChat()?.input
    field.placeholder = input?.placeholder ?? '消息'
    const message = openMessages().find(({ id }) => id === input?.message)
    const mark = `${state.as}.${state.chat}.${input?.message}`
    if (!message || input?.keyboard || mark === begun) return
    begun = mark
    beginReply(message)
  })
}

/**
 * @param {HTMLTextAreaElement} field
 * @param {string} text
 */
function fill(field, text) {
  field.value = text
  if (state.chat !== undefined) keepDraft(state.chat, text)
  grow(field)
}

/** @param {HTMLTextAreaElement} field */
function grow(field) {
  field.style.height = 'auto'
  // Not on the screen, it has no height to take.
  if (field.scrollHeight === 0) return
  field.style.height = `${Math.min(highestPx, field.scrollHeight)}px`
}

/**
 * The strip above the field: what is answered or changed.
 * @param {HTMLTextAreaElement} field
 */
function createSubject(field) {
  /** @type {Subject | undefined} */
  let current
  const title = h('strong', {})
  const words = h('span', {})
  const close = h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': '不回复了', onclick: end },
    icon('close'),
  )
  const texts = h('div', { class: 'subject-words' }, title, words)
  const element = h('div', { class: 'subject', hidden: true }, icon('reply'), texts, close)
  /** @param {Subject} subject */
  function start(subject) {
    const isEdit = subject.kind === 'edit'
    current = subject
    title.textContent = isEdit ? '编辑消息' : `回复 ${subject.message.from.name}`
    words.textContent = subject.message.text.replaceAll('\n', ' ')
    element.firstElementChild?.replaceWith(icon(isEdit ? 'pencil' : 'reply'))
    element.hidden = false
    if (isEdit) fill(field, subject.message.text)
    field.focus()
  }
  function end() {
    if (current?.kind === 'edit') fill(field, '')
    current = undefined
    element.hidden = true
  }
  return { element, begin: start, end, current: () => current }
}

function attachButton() {
  const input = h('input', { type: 'file', class: 'unseen', tabindex: '-1', 'aria-hidden': 'true' })
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) void send(file)
    input.value = ''
  })
  const button = h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': '发送文件', title: '发送文件', onclick },
    icon('attach'),
    input,
  )
  function onclick() {
    input.click()
  }
  input.addEventListener('click', (event) => event.stopPropagation())
  return button
}
