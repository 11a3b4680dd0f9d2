// Keyboards under messages: read, and refused where Telegram refuses them.

import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import { badRequest } from './refusal.ts'
import type { Room } from './state.ts'

/** Undocumented; the numbers are python-telegram-bot's constants. */
const mostButtons = 100
const mostInRow = 8

/** A button of any kind, all its fields possible. */
export interface AnyButton {
  text: string
  callback_data?: string
  url?: string
  web_app?: { url: string }
  copy_text?: { text: string }
  style?: string
}

/** The inline keyboard of a call, or nothing when it is empty or of another kind. */
export function inlineKeyboard(room: Room, markup: object | undefined) {
  if (!markup || !('inline_keyboard' in markup)) return undefined
  const rows = (markup as InlineKeyboardMarkup).inline_keyboard.filter((row) => row.length > 0)
  if (rows.length === 0) return undefined
  if (rows.flat().length > mostButtons || rows.some((row) => row.length > mostInRow)) {
    throw badRequest('reply markup is too long')
  }
  for (const button of rows.flat()) checkButton(button, room)
  return { inline_keyboard: rows }
}

function checkButton(given: InlineKeyboardButton, room: Room): void {
  const button: AnyButton = given
  if (button.text.trim() === '') throw unreadable('field "text" must be non-empty')
  if (
    !Object.keys(button).some((key) => !['text', 'style', 'icon_custom_emoji_id'].includes(key))
  ) {
    throw unreadable('Text buttons are unallowed in the inline keyboard')
  }
  if (button.style && !['danger', 'success', 'primary'].includes(button.style)) {
    throw unreadable('invalid button style specified')
  }
  if (button.callback_data !== undefined) checkData(button.callback_data)
  if (button.url !== undefined) checkUrl(button.url)
  if (button.web_app) checkWebApp(button.web_app.url, room)
  if (button.copy_text) checkCopy(button.copy_text.text)
}

function checkData(data: string): void {
  const bytes = Buffer.byteLength(data)
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID')
}

function checkUrl(url: string): void {
  if (/^tg:\/\/\S+$/.test(url)) return
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  // A host without a dot, like localhost, is no address for Telegram.
  if (parsed && /^https?:$/.test(parsed.protocol) && parsed.hostname.includes('.')) return
  throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`)
}

function checkWebApp(url: string, room: Room): void {
  if (room.kind !== 'private') throw badRequest('BUTTON_TYPE_INVALID')
  if (url.startsWith('https://')) return
  throw badRequest(
    `inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`,
  )
}

function checkCopy(text: string): void {
  if (text.length < 1 || text.length > 256) throw badRequest('BUTTON_COPY_TEXT_INVALID')
}

function unreadable(why: string) {
  return badRequest(`can't parse inline keyboard button: ${why}`)
}
