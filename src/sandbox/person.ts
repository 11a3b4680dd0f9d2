// A person: everything one can do and see in a client, and nothing a client would not allow.

import type { BotCommand, Message, User } from 'grammy/types'
import { endForcedReply, keyNamed } from './at-input.ts'
import { menuOf } from './commands.ts'
import {
  captionContent,
  contactContent,
  documentContent,
  fullName,
  photoContent,
  stickerContent,
  textContent,
  voiceContent,
  withoutText,
} from './contents.ts'
import { deliver } from './delivery.ts'
import { formatted } from './entities/formatted.ts'
import { checkText, isStartPayload } from './limits.ts'
import { startLink } from './links.ts'
import { setBlocked } from './membership.ts'
import type { Upload } from './multipart.ts'
import { edit, post } from './posts.ts'
import { ask, buttonOn, outcomeOf, type Press } from './presses.ts'
import { chatOf, isAdmin, isInside, privateRoom } from './rooms.ts'
import { type Seen, seen } from './seen.ts'
import type { AtInput, Bot, PrivateRoom, Room, State } from './state.ts'

/** A chat as a person knows it: a bot, a group, or the id of one. */
export type ChatRef = number | { readonly id: number }

export interface SayOptions {
  replyTo?: number | { readonly id: number }
  thread?: number
  /** As the group itself; for administrators. */
  anonymous?: boolean
}

/** Somebody's card, as people hand it on. */
interface Contact {
  firstName: string
  userId?: number
}

/** Telegram's stand-in for administrators who speak as their group. */
const groupAnonymousBot: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

export class Person {
  readonly id: number
  readonly user: User
  readonly name: string
  /** With the country's code. */
  readonly phone: string
  readonly #state: State

  constructor(state: State, user: User, phone: string) {
    this.#state = state
    this.id = user.id
    this.user = user
    this.name = fullName(user)
    this.phone = phone
  }

  /** Writes a message. */
  says(chat: ChatRef, text: string, options: SayOptions = {}): Seen {
    const said = formatted(text, undefined)
    checkText(said)
    return this.#send(chat, textContent(said), options)
  }

  sendsDocument(chat: ChatRef, file: Upload, caption = '', options: SayOptions = {}): Seen {
    const content = documentContent(this.#state.files.store('document', file))
    return this.#send(chat, captioned(content, caption), options)
  }

  sendsPhoto(chat: ChatRef, file: Upload, caption = '', options: SayOptions = {}): Seen {
    const content = photoContent(this.#state.files.store('photo', file))
    return this.#send(chat, captioned(content, caption), options)
  }

  sendsVoice(chat: ChatRef, seconds: number, options: SayOptions = {}): Seen {
    const file = { name: 'voice.ogg', bytes: new Uint8Array([0x4f, 0x67, 0x67, 0x53]) }
    const content = voiceContent(this.#state.files.store('voice', file), seconds)
    return this.#send(chat, content, options)
  }

  sendsSticker(chat: ChatRef, emoji = '👍', options: SayOptions = {}): Seen {
    return this.#send(chat, stickerContent(this.#state.files, emoji), options)
  }

  /** Shares a contact: one's own unless `of` names another; without a `userId` it is nobody here. */
  sendsContact(chat: ChatRef, phone = this.phone, of?: Contact, options: SayOptions = {}): Seen {
    const whose = of ?? { firstName: this.user.first_name, userId: this.id }
    return this.#send(chat, contactContent({ phone, ...whose }), options)
  }

  /** Forwards what is on the screen. */
  forwards(message: Seen, to: ChatRef): Seen {
    const { from, date } = message.message
    const { text, entities, caption, caption_entities, document, photo, voice, contact } =
      message.message
    const origin = { type: 'user', sender_user: from ?? this.user, date } as const
    const kept = { text, entities, caption, caption_entities, document, photo, voice, contact }
    const content = Object.fromEntries(Object.entries(kept).filter(([, value]) => value))
    return this.#send(to, { ...content, forward_origin: origin }, {})
  }

  /** Changes a text message of one's own. */
  edits(message: Seen, text: string): Seen {
    const room = this.#room(message.chat)
    const post = room.posts.get(message.id)
    if (post?.author !== this.id || !post.message.text) {
      throw new Error(`${this.name} cannot edit message ${message.id}`)
    }
    const next = { ...withoutText(post.message), ...textContent(formatted(text, undefined)) }
    edit(this.#state, room, post, next)
    deliver(this.#state, room, 'edited_message', post)
    return seen(this.#state, room, post)
  }

  /** Presses a button, named by its label or its data; a link to a bot is followed at once. */
  presses(message: Seen, labelOrData: string): Press {
    const button = buttonOn(message, labelOrData)
    if (button.url && startLink(button.url)) this.opens(button.url)
    if (button.data === undefined) return outcomeOf(button, undefined)
    const question = { from: this.user, message: message.id, data: button.data }
    return outcomeOf(button, ask(this.#state, this.#room(message.chat), question))
  }

  /** What a bot put at their input in this chat: keys below it, or a reply begun. */
  atInput(chat: ChatRef): AtInput | undefined {
    return this.#room(chat).atInput.get(this.id)
  }

  /** Presses a key below the input: sends its words, or one's own number. */
  pressesKey(chat: ChatRef, label: string): Seen {
    const room = this.#room(chat)
    const { at, key } = keyNamed(room.atInput.get(this.id), label)
    if ('keyboard' in at.markup) at.isFolded = at.markup.one_time_keyboard ?? false
    const replyTo = at.message
    if (key.request_contact) return this.sendsContact(chat, this.phone, undefined, { replyTo })
    // In a group it is a reply, so that the bot hears it in privacy mode.
    return this.says(chat, key.text, room.kind === 'private' ? {} : { replyTo })
  }

  /** Follows a link into a bot's chat and presses Start; a bare payload, or nothing, means the first bot. */
  opens(linkOrPayload?: string): Seen {
    const link = linkOrPayload?.includes('/') ? startLink(linkOrPayload) : undefined
    if (linkOrPayload?.includes('/') && !link)
      throw new Error(`${linkOrPayload} is no link to a bot`)
    const payload = link ? link.payload : linkOrPayload
    if (payload !== undefined && !isStartPayload(payload)) throw new Error('START_PARAM_INVALID')
    const room = privateRoom(this.#state, this.#botNamed(link?.username), this.user)
    setBlocked(this.#state, room, false)
    room.started = true
    return this.says(room.bot, payload === undefined ? '/start' : `/start ${payload}`)
  }

  blocks(bot: ChatRef): void {
    setBlocked(this.#state, this.#privateRoom(bot), true)
  }

  unblocks(bot: ChatRef): void {
    setBlocked(this.#state, this.#privateRoom(bot), false)
  }

  /** The messages on the screen, oldest first. */
  sees(chat: ChatRef): Seen[] {
    const room = this.#room(chat)
    return [...room.posts.values()].map((post) => seen(this.#state, room, post))
  }

  /** The chats in the list: bots by their id, groups by theirs. */
  chats(): { id: number; title: string; kind: Room['kind'] }[] {
    const groups = [...this.#state.groups.values()].filter(
      (room) => room.movedTo === undefined && isInside(room, this.id),
    )
    const bots = [...this.#state.privateRooms.values()].filter(
      (room) => room.person.id === this.id && room.posts.size > 0,
    )
    return [
      ...groups.map(({ id, title, kind }) => ({ id, title, kind })),
      ...bots.map(({ bot, kind }) => ({ id: bot.id, title: bot.user.first_name, kind })),
    ]
  }

  /** The commands offered in a chat by its bot, or by the first one. */
  menu(chat: ChatRef, language = ''): readonly BotCommand[] {
    const room = this.#room(chat)
    const bot = room.kind === 'private' ? room.bot : this.#botNamed(undefined)
    return menuOf(bot, room, this.id, language)
  }

  #send(chat: ChatRef, content: Partial<Message>, options: SayOptions): Seen {
    const room = this.#room(chat)
    if (room.kind === 'private' && (!room.started || room.blocked)) {
      throw new Error(`${this.name} sees only the Start button of ${room.bot.username}`)
    }
    const replyTo = typeof options.replyTo === 'object' ? options.replyTo.id : options.replyTo
    endForcedReply(room, this.id, replyTo)
    const written = post(this.#state, room, {
      ...this.#sender(room, options.anonymous ?? false),
      content,
      thread: options.thread,
      replyTo: replyTo === undefined ? undefined : room.posts.get(replyTo),
    })
    return seen(this.#state, room, written)
  }

  #sender(room: Room, anonymous: boolean) {
    if (!anonymous) return { from: this.user }
    if (room.kind === 'private' || !isAdmin(room, this.id)) {
      throw new Error(`${this.name} is no administrator of ${room.id}`)
    }
    return { from: groupAnonymousBot, author: this.id, senderChat: chatOf(room) }
  }

  #room(chat: ChatRef): Room {
    const id = typeof chat === 'number' ? chat : chat.id
    if (id > 0) return this.#privateRoom(id)
    const room = this.#state.groups.get(id)
    if (!room || room.movedTo !== undefined || !isInside(room, this.id))
      throw new Error(`${this.name} is not in chat ${id}`)
    return room
  }

  #privateRoom(bot: ChatRef): PrivateRoom {
    const id = typeof bot === 'number' ? bot : bot.id
    const found = this.#state.bots.find((one) => one.id === id)
    if (!found) throw new Error(`There is no bot ${id}`)
    return privateRoom(this.#state, found, this.user)
  }

  #botNamed(username: string | undefined): Bot {
    const found = this.#state.bots.find((bot) => (username ?? bot.username) === bot.username)
    if (!found) throw new Error(`There is no bot @${username}`)
    return found
  }
}

function captioned(content: Partial<Message>, caption: string): Partial<Message> {
  return { ...content, ...captionContent(formatted(caption, undefined)) }
}
