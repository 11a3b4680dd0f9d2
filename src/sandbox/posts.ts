// Messages come, change and go here, whoever causes it.

import type { Chat, Message, User } from 'grammy/types'
import { clearWith, putAtInput } from './at-input.ts'
import { deliver } from './delivery.ts'
import { badRequest } from './refusal.ts'
import { chatOf } from './rooms.ts'
import { type InputMarkup, type Post, type Room, type State, unixSeconds } from './state.ts'

/** What is to be posted; `content` are the fields that make the kind of message. */
export interface Draft {
  from: User
  content: Partial<Message>
  /** Who really writes, when shown as somebody else. */
  author?: number
  senderChat?: Chat
  silent?: boolean
  isService?: boolean
  thread?: number | undefined
  replyTo?: Post | undefined
  inputMarkup?: InputMarkup | undefined
}

/** Puts a message into a chat and tells every bot that may hear it. */
export function post(state: State, room: Room, draft: Draft): Post {
  room.lastPostId += 1
  const written: Post = {
    message: messageOf(state, room, draft),
    author: draft.author ?? draft.from.id,
    silent: draft.silent ?? false,
    isService: draft.isService ?? false,
    inputMarkup: draft.inputMarkup,
    reactions: [],
  }
  room.posts.set(room.lastPostId, written)
  if (room.kind !== 'private' && draft.from.is_bot && !written.isService) {
    room.lastBot = written.author
  }
  putAtInput(room, written)
  state.emit({ kind: 'posted', chat: room.id, message: room.lastPostId })
  deliver(state, room, 'message', written)
  return written
}

function messageOf(state: State, room: Room, draft: Draft): Message {
  const { from, senderChat, thread, replyTo, content } = draft
  return {
    message_id: room.lastPostId,
    from,
    ...(senderChat && { sender_chat: senderChat }),
    chat: chatOf(room),
    date: unixSeconds(state.clock),
    ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }),
    ...(replyTo && { reply_to_message: quoted(replyTo) }),
    ...content,
  }
}

/** A quoted message carries no further quotation. */
function quoted({ message }: Post): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _, ...bare } = message
  return bare as NonNullable<Message['reply_to_message']>
}

/** Gives a message a new version; the old one stays as it was. */
export function edit(state: State, room: Room, post: Post, next: Message): void {
  post.message = { ...next, edit_date: unixSeconds(state.clock) }
  state.emit({ kind: 'edited', chat: room.id, message: post.message.message_id })
}

export function remove(state: State, room: Room, post: Post): void {
  const id = post.message.message_id
  room.posts.delete(id)
  clearWith(room, id)
  room.pinned = room.pinned.filter((pinned) => pinned !== id)
  state.emit({ kind: 'deleted', chat: room.id, message: id })
}

/** Pins a message and says so in the chat. */
export function pin(state: State, room: Room, pinned: Post, by: { user: User; silent: boolean }) {
  const id = pinned.message.message_id
  room.pinned = [...room.pinned.filter((other) => other !== id), id]
  state.emit({ kind: 'pinned', chat: room.id, message: id })
  const content = { pinned_message: quoted(pinned) }
  post(state, room, { from: by.user, content, silent: by.silent, isService: true })
}

export function unpin(state: State, room: Room, id: number): void {
  room.pinned = room.pinned.filter((pinned) => pinned !== id)
  state.emit({ kind: 'pinned', chat: room.id, message: id })
}

/** A message by id, or a refusal that says which one is missing. */
export function postById(room: Room, id: number, missing: string): Post {
  const found = room.posts.get(id)
  if (!found) throw badRequest(`${missing} not found`)
  return found
}

/** The topic a message is to go to; General has no number of its own. */
export function threadOf(room: Room, thread: number | undefined): number | undefined {
  if (thread === undefined) return undefined
  if (room.kind === 'private' || !room.topics.has(thread)) {
    throw badRequest('message thread not found')
  }
  return thread
}
