// What a person does on the page, told to the program.

/** @import { Answer, Button, Key, Message, Opening } from './api.js' */

import { tell, upload } from './api.js'
import { copy } from './clipboard.js'
import { confirmed } from './dialog.js'
import { change, state, visit } from './store.js'
import { answered, toast } from './toast.js'

/**
 * @param {string} text
 * @param {number} [replyTo]
 */
export function say(text, replyTo) {
  const { as, chat } = state
  return attempt(() => tell('say', { as, chat, text, ...(replyTo && { replyTo }) }))
}

/**
 * @param {number} message
 * @param {string} text
 */
export function edit(message, text) {
  return attempt(() => tell('edit', { as: state.as, chat: state.chat, message, text }))
}

/** @param {File} file */
export function send(file) {
  const [kind] = file.type.split('/')
  const kinds = /** @type {Record<string, string>} */ ({ image: 'photo', audio: 'voice' })
  const { as = 0, chat = 0 } = state
  const about = { as, chat, name: file.name, kind: kinds[kind ?? ''] ?? 'document' }
  return attempt(() => upload(about, file))
}

/**
 * Presses a key below the input. A number is given away only when the person says so.
 * @param {{ row: number, column: number }} at
 * @param {Key} key
 */
export async function pressKey(at, key) {
  const { as, chat, screen } = state
  if (key.kind === 'contact') {
    const text = `${screen?.bot.name}会看到您的姓名和手机号。`
    if (!(await confirmed({ title: '分享手机号给机器人？', text, yes: '分享' }))) return undefined
  }
  return attempt(() => tell('key', { as, chat, ...at }))
}

/** @param {boolean} blocked */
export function block(blocked) {
  return attempt(() => tell('block', { as: state.as, blocked }))
}

/** Presses 开始, with what the link carried. */
export function start() {
  const { as, payload } = state
  change({ payload: undefined })
  return attempt(() => tell('start', { as, ...(payload !== undefined && { payload }) }))
}

/**
 * @param {Message} message
 * @param {{ row: number, column: number }} at
 * @param {Button} button
 */
export async function press(message, at, button) {
  const { as, chat } = state
  const answer = await attempt(() => tell('press', { as, chat, message: message.id, button: at }))
  if (!answer) return
  if (answer.toast) answered(answer.toast, false)
  if (answer.alert) answered(answer.alert, true)
  if (answer.copy) await copy(answer.copy)
  if (answer.open) await openBot(answer.open)
  const url = answer.url ?? (button.kind === 'url' ? button.url : undefined)
  if (url) await followLink(url)
}

/**
 * As in Telegram: a link to a bot that was never started shows 开始 and waits.
 * @param {Opening} opening
 */
async function openBot({ chat, payload }) {
  visit(chat)
  change({ payload: payload ?? '' })
  if (state.screen?.started) await start()
}

/** @param {string} url */
export async function followLink(url) {
  const payload = ownPayload(url)
  if (payload !== undefined && state.screen) {
    await openBot({ chat: state.screen.bot.id, payload })
    return
  }
  const sure = await confirmed({ title: '打开链接', text: `要打开 ${url} 吗？`, yes: '打开' })
  if (sure) window.open(url, '_blank', 'noopener,noreferrer')
}

/**
 * The payload of a link to our own bot, empty if it carries none.
 * @param {string} url
 */
function ownPayload(url) {
  const name = state.screen?.bot.username
  if (!name || !URL.canParse(url)) return undefined
  const { hostname, pathname, searchParams } = new URL(url)
  const isOwn = hostname === 't.me' && pathname.slice(1).toLowerCase() === name.toLowerCase()
  const isDomain = url.startsWith('tg:') && searchParams.get('domain') === name
  return isOwn || isDomain ? (searchParams.get('start') ?? '') : undefined
}

/**
 * @param {() => Promise<Answer>} request
 * @returns {Promise<Answer | undefined>} undefined when it was refused, which the person has been told
 */
async function attempt(request) {
  if (state.busy !== undefined) {
    toast('请稍等，马上就好。')
    return undefined
  }
  return heard(request())
}

/**
 * Something that takes a while and lets nothing else happen.
 * @param {string} words what is shown meanwhile
 * @param {() => Promise<Answer>} request
 */
export async function undisturbed(words, request) {
  const from = document.activeElement
  change({ busy: words })
  const answer = await heard(request())
  change({ busy: undefined })
  // A disabled button has lost the focus.
  if (document.activeElement === document.body && from instanceof HTMLElement) from.focus()
  return answer
}

/** @param {Promise<Answer>} coming */
async function heard(coming) {
  try {
    const answer = await coming
    if (answer.ok !== false) return answer
    toast(answer.error ?? '没有成功，请再试一次。')
  } catch (error) {
    // A TypeError is the browser's own English for: nobody answers.
    const isSaid = error instanceof Error && !(error instanceof TypeError)
    const words = isSaid ? error.message : ''
    toast(words || '程序没有回应，请看看它是否还在运行。')
  }
  return undefined
}
