// What Telegram reported, reduced to what the branch's work needs.

import type { Context } from 'grammy'
import type { AccountId, ChatId } from '../../kernel/ids.ts'
import type { Place } from '../../kernel/who.ts'
import type { ChatMove, GroupChange, Said } from './door.ts'

export type Act =
  | { kind: 'said'; said: Said; forwarded: boolean }
  | { kind: 'pressed'; data: string; callback: string; message: number }
  | { kind: 'group'; change: GroupChange }
  | { kind: 'reach'; reachable: boolean }
  | { kind: 'moved'; move: ChatMove }

export interface Incoming {
  updateId: number
  account: AccountId
  displayName: string
  place: Place
  /** Telegram's date of a message; undefined for presses, which carry none. */
  sentAt?: Date
  act: Act
}

/** Identities that stand for nobody: Telegram itself, anonymous admins, channels. */
const nobody = new Set([777000, 1087968824, 136817688])

/** Whether a real person stands behind the update. */
export function isPerson(ctx: Context): boolean {
  const { from } = ctx
  if (!from || from.is_bot || nobody.has(from.id)) return false
  const message = ctx.callbackQuery ? undefined : ctx.message
  return !message?.sender_chat && !message?.is_automatic_forward
}

/** Puts an act together with who did it and where; undefined outside private chats and groups. */
export function incoming(ctx: Context, act: Act): Incoming | undefined {
  const { from, chat } = ctx
  if (!from || !chat || chat.type === 'channel') return undefined
  const thread = ctx.msg?.is_topic_message ? ctx.msg.message_thread_id : undefined
  const date = ctx.message?.date
  return {
    updateId: ctx.update.update_id,
    account: from.id as AccountId,
    displayName: [from.first_name, from.last_name].filter(Boolean).join(' '),
    place: {
      chat: chat.id as ChatId,
      kind: chat.type === 'private' ? 'private' : 'group',
      ...(thread === undefined ? {} : { thread }),
    },
    ...(date === undefined ? {} : { sentAt: new Date(date * 1000) }),
    act,
  }
}

/** What a message holds. */
export function saidIn(message: NonNullable<Context['message']>): Said {
  const text = message.text ?? message.caption ?? ''
  const { document, photo, voice, contact } = message
  if (document) {
    return { kind: 'document', fileId: document.file_id, fileName: document.file_name ?? '', text }
  }
  const largest = photo?.at(-1)
  if (largest) return { kind: 'photo', fileId: largest.file_id, text }
  if (voice) return { kind: 'voice', fileId: voice.file_id, seconds: voice.duration, text }
  if (contact) {
    const isPassedOn = message.forward_origin !== undefined || message.via_bot !== undefined
    const isOwn = contact.user_id === message.from.id && !isPassedOn
    return { kind: 'contact', isOwn, lastFour: lastFour(contact.phone_number), text }
  }
  return message.text === undefined ? { kind: 'other', text } : { kind: 'text', text }
}

function lastFour(phone: string): string {
  return phone.replace(/\D/g, '').slice(-4)
}
