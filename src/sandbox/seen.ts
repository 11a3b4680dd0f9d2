// A message as it stands on a person's screen.

import type { Message, MessageEntity } from 'grammy/types'
import { fullName } from './contents.ts'
import type { StoredFile } from './files.ts'
import type { AnyButton } from './markup.ts'
import type { Post, Room, State } from './state.ts'

export interface SeenButton {
  label: string
  data?: string
  url?: string
  webApp?: string
  copies?: string
  style?: string
}

/** What was on the screen at one moment; later changes do not reach it. */
export interface Seen {
  id: number
  /** The chat as the person knows it: the bot's id, or the group's. */
  chat: number
  from: { id: number; name: string; isBot: boolean }
  at: Date
  /** Text or caption. */
  text: string
  entities: readonly MessageEntity[]
  buttons: readonly (readonly SeenButton[])[]
  file: StoredFile | undefined
  replyTo: number | undefined
  thread: number | undefined
  silent: boolean
  pinned: boolean
  edited: boolean
  /** A grey line about the chat itself; `message` says which. */
  isService: boolean
  reactions: readonly string[]
  /** The same on the wire. */
  message: Message
}

export function seen(state: State, room: Room, post: Post): Seen {
  const { message } = post
  return {
    id: message.message_id,
    chat: room.kind === 'private' ? room.bot.id : room.id,
    from: {
      id: message.from?.id ?? post.author,
      name: senderName(message),
      isBot: message.from?.is_bot ?? false,
    },
    at: new Date(message.date * 1_000),
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(button)),
    file: fileIn(state, message),
    replyTo: message.reply_to_message?.message_id,
    thread: message.message_thread_id,
    silent: post.silent,
    pinned: room.pinned.includes(message.message_id),
    edited: message.edit_date !== undefined,
    isService: post.isService,
    reactions: post.reactions.flatMap((one) => (one.type === 'emoji' ? [one.emoji] : [])),
    message,
  }
}

/** A group or channel that speaks by itself goes before the stand-in it is sent by. */
function senderName({ sender_chat, from }: Message): string {
  if (sender_chat?.title !== undefined) return sender_chat.title
  return from ? fullName(from) : ''
}

function button(given: AnyButton): SeenButton {
  const { text: label, callback_data: data, url, web_app, copy_text, style } = given
  return {
    label,
    ...(data !== undefined && { data }),
    ...(url !== undefined && { url }),
    ...(web_app && { webApp: web_app.url }),
    ...(copy_text && { copies: copy_text.text }),
    ...(style !== undefined && { style }),
  }
}

function fileIn(state: State, message: Message): StoredFile | undefined {
  const part = message.document ?? message.photo?.at(-1) ?? message.voice ?? message.sticker
  return part && state.files.byId(part.file_id)
}
