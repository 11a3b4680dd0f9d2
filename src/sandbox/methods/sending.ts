// What all methods that send or change a message share.

import type { Message, MessageEntity, ReplyParameters } from 'grammy/types'
import { captionContent } from '../contents.ts'
import { formatted } from '../entities/formatted.ts'
import type { Formatted } from '../entities/html.ts'
import { checkCaption } from '../limits.ts'
import { inlineKeyboard } from '../markup.ts'
import { post, postById, threadOf } from '../posts.ts'
import { badRequest } from '../refusal.ts'
import { inputMarkup } from '../reply-keyboard.ts'
import { writableRoom } from '../rooms.ts'
import type { Post, Room } from '../state.ts'
import type { Call } from './method.ts'

interface SendOptions {
  chat_id: number | string
  message_thread_id?: number
  disable_notification?: boolean
  reply_parameters?: ReplyParameters
  reply_markup?: object
}

/** Sends `content` with what the options say about place, sound, reply and buttons. */
export function send(
  { state, bot }: Call,
  options: SendOptions,
  content: Partial<Message>,
): Message {
  const room = writableRoom(state, bot, options.chat_id)
  const keyboard = inlineKeyboard(room, options.reply_markup)
  const written = post(state, room, {
    from: bot.user,
    content: { ...content, ...(keyboard && { reply_markup: keyboard }) },
    silent: options.disable_notification ?? false,
    thread: threadOf(room, options.message_thread_id),
    replyTo: repliedTo(room, options.reply_parameters),
    inputMarkup: inputMarkup(room, options.reply_markup),
  })
  return written.message
}

function repliedTo(room: Room, reply: ReplyParameters | undefined): Post | undefined {
  if (!reply) return undefined
  const found = room.posts.get(reply.message_id ?? 0)
  if (found || reply.allow_sending_without_reply) return found
  throw badRequest('message to be replied not found')
}

/** The text of a call, with what stands for people turned into those people. */
export function readText(
  { state }: Call,
  text: string,
  parseMode: string | undefined,
  given: readonly MessageEntity[] | undefined,
): Formatted {
  const read = formatted(text, parseMode, given)
  const entities = read.entities.flatMap((entity): MessageEntity[] => {
    if (entity.type !== 'text_mention') return [entity]
    const user = state.users.get(entity.user.id)
    // Somebody Telegram does not know stays plain text.
    return user ? [{ ...entity, user }] : []
  })
  return { text: read.text, entities }
}

interface Captioned {
  caption?: string
  parse_mode?: string
  caption_entities?: MessageEntity[]
}

/** The caption of a file, checked. */
export function captionOf(call: Call, { caption, parse_mode, caption_entities }: Captioned) {
  const read = readText(call, caption ?? '', parse_mode, caption_entities)
  checkCaption(read)
  return captionContent(read)
}

/** A message of the bot's own that may be changed; one with a reply keyboard may not (Bot API). */
export function editable(call: Call, params: { chat_id?: number | string; message_id?: number }) {
  const { chat_id, message_id } = params
  if (chat_id === undefined || message_id === undefined) {
    throw badRequest('message identifier is not specified')
  }
  const room = writableRoom(call.state, call.bot, chat_id)
  const found = postById(room, message_id, 'message to edit')
  const isOpen = found.author === call.bot.id && !found.isService && !found.inputMarkup
  if (!isOpen) throw badRequest("message can't be edited")
  return { room, found }
}

/** Telegram refuses an edit that changes nothing. */
export function checkModified(before: Message, after: Partial<Message>): void {
  const same = (['text', 'entities', 'reply_markup'] as const).every(
    (part) => JSON.stringify(before[part]) === JSON.stringify(after[part]),
  )
  if (!same) return
  throw badRequest(
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  )
}
