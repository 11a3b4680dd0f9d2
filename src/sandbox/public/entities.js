// Formatted text: Telegram's entities become elements, the text stays text.

/** @import { Entity } from './api.js' */

import { followLink, say } from './actions.js'
import { h } from './element.js'

const tags = /** @type {const} */ ({
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
})

const safeProtocols = ['http:', 'https:', 'tg:', 'mailto:', 'tel:']

/**
 * Entities nest: the outer one begins earlier, or is longer.
 * @param {string} text
 * @param {readonly Entity[]} entities
 * @param {boolean} isMine own commands are not pressed again by accident
 */
export function formatted(text, entities, isMine) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
  return between(text, sorted, { from: 0, to: text.length, isMine })
}

/**
 * @param {string} text
 * @param {Entity[]} entities sorted; those inside the span are taken out
 * @param {{ from: number, to: number, isMine: boolean }} span
 * @returns {(Node | string)[]}
 */
function between(text, entities, { from, to, isMine }) {
  const parts = []
  let at = from
  while (entities[0] && entities[0].offset < to) {
    const entity = /** @type {Entity} */ (entities.shift())
    if (entity.offset < at) continue
    const end = Math.min(to, entity.offset + entity.length)
    parts.push(text.slice(at, entity.offset))
    const inner = between(text, entities, { from: entity.offset, to: end, isMine })
    parts.push(wrapped(entity, inner, text.slice(entity.offset, end)))
    at = end
  }
  return [...parts, text.slice(at, to)]
}

/**
 * @param {Entity} entity
 * @param {(Node | string)[]} inner
 * @param {string} text
 */
function wrapped({ type, url }, inner, text) {
  if (type in tags) return h(tags[/** @type {keyof typeof tags} */ (type)], {}, ...inner)
  if (type === 'bot_command') return commandLink(text)
  if (type === 'spoiler') return spoiler(inner)
  if (type === 'mention' || type === 'hashtag') return h('span', { class: 'link' }, ...inner)
  const address = addressOf(type, url ?? text)
  return address ? link(address, inner) : h('span', {}, ...inner)
}

/** @param {string} command */
function commandLink(command) {
  const send = () => void say(command)
  return h(
    'button',
    { type: 'button', class: 'link', 'data-spot': command, onclick: send },
    command,
  )
}

/** @param {(Node | string)[]} inner */
function spoiler(inner) {
  const covered = h('button', { type: 'button', class: 'spoiler', onclick: show }, ...inner)
  function show() {
    covered.classList.add('shown')
  }
  return covered
}

/**
 * @param {string} type
 * @param {string} target
 */
function addressOf(type, target) {
  if (type === 'email') return `mailto:${target}`
  if (type === 'phone_number') return `tel:${target}`
  if (type !== 'url' && type !== 'text_link') return undefined
  const address = /^[a-z]+:/i.test(target) ? target : `https://${target}`
  if (!URL.canParse(address)) return undefined
  return safeProtocols.includes(new URL(address).protocol) ? address : undefined
}

/**
 * @param {string} address
 * @param {(Node | string)[]} inner
 */
function link(address, inner) {
  /** @param {Event} event */
  const follow = (event) => {
    event.preventDefault()
    void followLink(address)
  }
  return h(
    'a',
    { class: 'link', href: address, 'data-spot': address, rel: 'noreferrer', onclick: follow },
    ...inner,
  )
}
