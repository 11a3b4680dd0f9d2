// What bots put at people's inputs: keys below it, or a reply begun for them; the last one counts.

import type { MessageEntity, User } from 'grammy/types'
import type { AnyKey } from './reply-keyboard.ts'
import { isInside } from './rooms.ts'
import type { AtInput, Post, Room } from './state.ts'

/** Puts what a message carries at the input of everybody it is meant for. */
export function putAtInput(room: Room, { message, inputMarkup: markup }: Post): void {
  if (!markup) return
  const isMeant = markup.selective ? aimedAt(message) : () => true
  for (const { id } of readers(room).filter(isMeant)) {
    if ('remove_keyboard' in markup) room.atInput.delete(id)
    else room.atInput.set(id, { message: message.message_id, markup, isFolded: false })
  }
}

/** A deleted message takes its keys with it. */
export function clearWith(room: Room, message: number): void {
  for (const [reader, at] of room.atInput) if (at.message === message) room.atInput.delete(reader)
}

/** A reply that was begun for somebody is over once they answered. */
export function endForcedReply(room: Room, reader: number, replyTo: number | undefined): void {
  const at = room.atInput.get(reader)
  if (at && 'force_reply' in at.markup && at.message === replyTo) room.atInput.delete(reader)
}

/** The rows of keys; none when a reply was begun. */
export function keysOf({ markup }: AtInput): AnyKey[][] {
  return 'keyboard' in markup ? (markup.keyboard as AnyKey[][]) : []
}

/** A key by what stands on it. Throws when nothing of the kind is at the input. */
export function keyNamed(at: AtInput | undefined, label: string): { at: AtInput; key: AnyKey } {
  const keys = at ? keysOf(at).flat() : []
  const key = keys.find(({ text }) => text === label)
  if (at && key) return { at, key }
  throw new Error(
    `No key ${label} below the input, only: ${keys.map(({ text }) => text).join(' ')}`,
  )
}

function readers(room: Room): User[] {
  if (room.kind === 'private') return [room.person]
  const members = [...room.members.values()].map(({ user }) => user)
  return members.filter(({ id, is_bot }) => !is_bot && isInside(room, id))
}

/** Selective: those named in the text, and who wrote what is replied to (Bot API, `selective`). */
function aimedAt({ text = '', entities = [], reply_to_message }: Post['message']) {
  return (user: User) =>
    reply_to_message?.from?.id === user.id || entities.some((one) => isOf(user, text, one))
}

function isOf({ id, username }: User, text: string, entity: MessageEntity): boolean {
  if (entity.type === 'text_mention') return entity.user.id === id
  if (entity.type !== 'mention' || username === undefined) return false
  const name = text.slice(entity.offset + 1, entity.offset + entity.length)
  return name.toLowerCase() === username.toLowerCase()
}
