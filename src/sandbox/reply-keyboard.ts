// Keyboards below somebody's input: read, and refused where Telegram refuses them.

import type { KeyboardButton, ReplyKeyboardMarkup } from 'grammy/types'
import { badRequest } from './refusal.ts'
import type { InputMarkup, Room } from './state.ts'

/** A key of any kind, all its fields possible. */
export interface AnyKey {
  text: string
  style?: string
  request_contact?: boolean
  request_location?: boolean
  request_poll?: object
  request_users?: object
  request_chat?: object
  web_app?: object
}

/** TDLib's ReplyMarkup.cpp, which drops in silence what is beyond them. */
const mostKeys = 300
const mostInRow = 12
const longestPlaceholder = 64

/** What TDLib says of a key in a group that is for private chats. */
const privateOnly: readonly (readonly [keyof AnyKey, string])[] = [
  ['request_contact', 'phone number can be requested in private chats only'],
  ['request_location', 'location can be requested in private chats only'],
  ['request_poll', 'poll can be requested in private chats only'],
  ['web_app', 'web App buttons can be used in private chats only'],
  ['request_users', 'users can be requested in private chats only'],
  ['request_chat', 'chats can be requested in private chats only'],
]
const emulated = ['text', 'style', 'request_contact']

/** The keyboard of a call, its removal or a forced reply; nothing when it asks for none of them. */
export function inputMarkup(room: Room, markup: object | undefined): InputMarkup | undefined {
  if (!markup || 'inline_keyboard' in markup) return undefined
  const given = markup as InputMarkup
  if ('input_field_placeholder' in given) checkPlaceholder(given.input_field_placeholder ?? '')
  if ('keyboard' in given) return keyboardOf(room, given)
  const isMeant = 'force_reply' in given ? given.force_reply : given.remove_keyboard
  return isMeant ? given : undefined
}

function keyboardOf(room: Room, markup: ReplyKeyboardMarkup): ReplyKeyboardMarkup | undefined {
  const keyboard = markup.keyboard.filter((row) => row.length > 0)
  if (keyboard.flat().length > mostKeys || keyboard.some((row) => row.length > mostInRow)) {
    throw badRequest('reply markup is too long')
  }
  for (const key of keyboard.flat()) checkKey(key, room)
  return keyboard.length > 0 ? { ...markup, keyboard } : undefined
}

function checkKey(given: KeyboardButton | string, room: Room): void {
  const key = given as AnyKey
  if (key.text.trim() === '') throw badRequest('keyboard button text must be non-empty')
  if (key.style && !['danger', 'success', 'primary'].includes(key.style)) {
    throw badRequest("can't parse keyboard button: invalid button style specified")
  }
  const refused = privateOnly.find(([field]) => key[field])
  if (refused && room.kind !== 'private') throw badRequest(refused[1])
  const unknown = Object.keys(key).find((field) => !emulated.includes(field))
  if (unknown) throw new Error(`keyboard buttons with ${unknown} are not emulated`)
}

/** Bot API, ReplyKeyboardMarkup and ForceReply; the words are the server's for any bad markup. */
function checkPlaceholder(text: string): void {
  if (text.length < 1 || text.length > longestPlaceholder) throw badRequest('REPLY_MARKUP_INVALID')
}
