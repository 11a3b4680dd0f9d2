// One message as a bubble, or as a line about the chat itself.

/** @import { Message } from './api.js' */

import { attachment, contactCard } from './attachment.js'
import { avatarOf, nameColour } from './avatar.js'
import { h } from './element.js'
import { formatted } from './entities.js'
import { icon } from './icons.js'
import { keyboard } from './keyboard.js'
import { zone } from './store.js'
import { dayOf, hourOf } from './time.js'

/** @typedef {{ isFirst: boolean, isLast: boolean, isGroup: boolean, quoted: Message | undefined }} Shown */

/**
 * @param {Message} message
 * @param {Shown} shown
 */
export function row(message, shown) {
  if (message.service)
    return h('div', { class: 'service' }, h('span', { class: 'pill' }, message.text))
  const { isFirst, isLast, isGroup } = shown
  const side = message.from.mine ? 'mine' : 'theirs'
  const place = `${isFirst ? ' first' : ''}${isLast ? ' last' : ''}`
  const isSided = isGroup && !message.from.mine
  const avatar = isLast
    ? avatarOf(message.from.avatar, 'small')
    : h('span', { class: 'avatar-space' })
  return h(
    'div',
    { class: `row ${side}${place} fresh`, tabindex: '-1' },
    isSided ? avatar : null,
    bubble(message, shown),
    keyboard(message),
  )
}

/**
 * @param {Message} message
 * @param {Shown} shown
 */
function bubble(message, shown) {
  const { file, from, contact } = message
  const text = shownText(message)
  const isBare = file?.kind === 'photo' && !text
  return h(
    'div',
    { class: `bubble${file ? ` with-${file.kind}` : ''}${isBare ? ' bare' : ''}` },
    sender(message, shown),
    shown.quoted ? quote(shown.quoted) : null,
    file ? attachment(file) : null,
    contact ? contactCard(contact) : null,
    h(
      'div',
      { class: 'text', dir: 'auto' },
      ...formatted(text, message.entities, from.mine),
      meta(message),
    ),
    message.reactions.length > 0 ? reactions(message.reactions) : null,
  )
}

/** What a link carried is between the client and the bot. @param {Message} message */
function shownText({ text, from }) {
  return from.mine && text.startsWith('/start ') ? '/start' : text
}

/**
 * Seen where Telegram shows it; always said to a screen reader.
 * @param {Message} message
 * @param {Shown} shown
 */
function sender({ from }, { isGroup, isFirst }) {
  const isSeen = isGroup && isFirst && !from.mine
  const words = from.mine ? '您' : from.name
  return h('span', { class: isSeen ? `sender ${nameColour(from.avatar)}` : 'unseen' }, words)
}

/** @param {Message} message */
function quote({ from, text, file }) {
  return h(
    'div',
    { class: `quote ${nameColour(from.avatar)}` },
    h('strong', {}, from.name),
    h('span', {}, text.replaceAll('\n', ' ') || (file?.name ?? '')),
  )
}

/** @param {Message} message */
function meta({ at, edited, silent, from }) {
  return h(
    'span',
    { class: 'meta' },
    silent
      ? h('span', { class: 'silent', title: '没有响铃' }, icon('silent'), unseen('没有响铃'))
      : null,
    edited ? h('span', { class: 'edited' }, '已编辑') : null,
    h(
      'time',
      { datetime: at, title: `${dayOf(at, zone())} ${hourOf(at, zone())}` },
      hourOf(at, zone()),
    ),
    from.mine ? icon('ticks') : null,
  )
}

/** @param {string} words */
function unseen(words) {
  return h('span', { class: 'unseen' }, words)
}

/** @param {string[]} list */
function reactions(list) {
  return h(
    'div',
    { class: 'reactions' },
    ...list.map((one) => h('span', { class: 'reaction' }, one)),
  )
}
