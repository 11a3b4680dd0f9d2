// Our messages in Telegram's words: the courier's and the speaker's way to the Bot API.

import { type Api, InputFile } from 'grammy'
import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types'
import type { Html } from '../../kernel/html.ts'
import type { ChatId } from '../../kernel/ids.ts'
import type { Button, Message, RenderedFile } from '../../kernel/message.ts'

export interface Address {
  chat: ChatId
  thread?: number | undefined
}

/** What the courier needs of Telegram; a refusal or a lost connection is thrown. */
export interface Telegram {
  send(to: Address, message: Message): Promise<number>
  edit(chat: ChatId, messageId: number, message: Message): Promise<void>
  document(to: Address, caption: Html, file: RenderedFile): Promise<number>
}

/** The address of a deep link into the bot's private chat. */
export function deepLink(username: string, payload: string): string {
  return `https://t.me/${username}?start=${payload}`
}

/** Telegram over grammY's Api; `username` is asked late because getMe may come late. */
export function createTelegram(api: Api, username: () => string): Telegram {
  return {
    async send({ chat, thread }, message) {
      const sent = await api.sendMessage(chat, message.text.html, {
        ...body,
        reply_markup: message.keys ? readersKeys(message.keys) : keyboard(message, username()),
        ...(message.silent && { disable_notification: true }),
        ...inThread(thread),
      })
      return sent.message_id
    },
    async edit(chat, messageId, message) {
      // An edit has no say about the reader's own keyboard (Bot API, editMessageText).
      await api.editMessageText(chat, messageId, message.text.html, {
        ...body,
        reply_markup: keyboard(message, username()),
      })
    },
    async document({ chat, thread }, caption, file) {
      const upload = new InputFile(file.bytes, file.name)
      const options = { caption: caption.html, parse_mode: 'HTML' as const, ...inThread(thread) }
      return (await api.sendDocument(chat, upload, options)).message_id
    },
  }
}

function inThread(thread: number | undefined) {
  return thread === undefined ? {} : { message_thread_id: thread }
}

const body = { parse_mode: 'HTML' as const, link_preview_options: { is_disabled: true } }

/** What stands in place of the reader's own keyboard until one of the two is pressed. */
function readersKeys(
  keys: NonNullable<Message['keys']>,
): ReplyKeyboardMarkup | ReplyKeyboardRemove {
  if (keys === 'removed') return { remove_keyboard: true }
  return {
    keyboard: [[{ text: keys.contact, request_contact: true }, { text: keys.instead }]],
    one_time_keyboard: true,
    resize_keyboard: true,
  }
}

function keyboard(message: Message, username: string): InlineKeyboardMarkup {
  const rows = message.buttons ?? []
  return {
    inline_keyboard: rows.map((row) => row.map((button) => keyboardButton(button, username))),
  }
}

function keyboardButton(button: Button, username: string): InlineKeyboardButton {
  const { label: text } = button
  if ('data' in button) {
    return { text, callback_data: button.data, ...(button.style && { style: button.style }) }
  }
  if ('start' in button) return { text, url: deepLink(username, button.start) }
  if ('url' in button) return { text, url: button.url }
  return { text, copy_text: { text: button.copy } }
}
