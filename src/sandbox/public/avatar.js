// Round pictures with initials, in Telegram's seven colours.

/** @import { Avatar } from './api.js' */

import { h } from './element.js'

/**
 * The name always stands beside it, so it is hidden from screen readers.
 * @param {Avatar} avatar
 * @param {'small' | 'middle' | 'large'} [size]
 */
export function avatarOf({ letters, colour }, size = 'middle') {
  const isPeer = typeof colour === 'number'
  const drawn = h(
    'span',
    {
      class: `avatar ${size}${isPeer ? ` peer-${colour % 7}` : ''}`,
      'aria-hidden': 'true',
    },
    letters,
  )
  if (!isPeer) drawn.style.background = colour
  return drawn
}

/** The class that colours a name in a group. @param {Avatar} avatar */
export function nameColour({ letters, colour }) {
  return `name-${typeof colour === 'number' ? colour % 7 : (letters.codePointAt(0) ?? 0) % 7}`
}
