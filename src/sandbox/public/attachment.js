// A file in a message: a picture, a voice note, or a document to download.

/** @import { Attachment, Contact } from './api.js' */

import { fileAddress } from './api.js'
import { avatarOf } from './avatar.js'
import { h } from './element.js'
import { icon } from './icons.js'
import { state } from './store.js'
import { sizeOf } from './time.js'

const colours = /** @type {Record<string, string>} */ ({
  xlsx: 'green',
  xls: 'green',
  csv: 'green',
  pdf: 'red',
  zip: 'amber',
})

/** @param {Attachment} file */
export function attachment(file) {
  const address = fileAddress(file.id, state.as ?? 0)
  if (file.kind === 'photo') return photo(file, address)
  if (file.kind === 'voice') {
    return h('audio', { class: 'voice', controls: true, preload: 'none', src: address })
  }
  return documentLink(file, address)
}

/**
 * @param {Attachment} file
 * @param {string} address
 */
function photo({ name }, address) {
  const image = h('img', { src: address, alt: `图片 ${name}`, loading: 'lazy' })
  return h(
    'a',
    { class: 'photo', href: address, target: '_blank', rel: 'noopener', 'data-spot': 'file' },
    image,
  )
}

/** A shared contact: who it is, and their number. @param {Contact} contact */
export function contactCard({ name, phone, avatar }) {
  return h(
    'div',
    { class: 'contact' },
    avatarOf(avatar, 'large'),
    h('span', { class: 'file-words' }, h('strong', {}, name), h('small', {}, phone)),
  )
}

/**
 * @param {Attachment} file
 * @param {string} address
 */
function documentLink({ name, size }, address) {
  const ending = name.split('.').pop()?.toLowerCase() ?? ''
  const sign = h('span', { class: `file-sign ${colours[ending] ?? 'blue'}`, 'aria-hidden': 'true' })
  sign.append(ending.slice(0, 4), icon('download'))
  return h(
    'a',
    { class: 'document', href: address, download: name, 'data-spot': 'file' },
    sign,
    h(
      'span',
      { class: 'file-words' },
      h('strong', {}, name),
      h('small', {}, h('span', { class: 'unseen' }, '下载，'), sizeOf(size)),
    ),
  )
}
