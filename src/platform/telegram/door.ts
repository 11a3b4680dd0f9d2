// How a slice says what people can do: doors as plain data, opened by the dispatcher.

import type { AccountId, ChatId } from '../../kernel/ids.ts'
import type { DocumentMessage, Message } from '../../kernel/message.ts'
import type { Permission } from '../../kernel/roles.ts'
import type { Who } from '../../kernel/who.ts'
import type { Work } from '../store/work.ts'
import type { ButtonCodec } from './callback.ts'
import type { FormCodec } from './form.ts'
import type { LinkCodec } from './link.ts'

/** What a handler answers; it never calls Telegram itself. */
export interface Reply {
  /** A short line over the chat (at most 200 characters); for a press only. */
  toast?: string
  /** The same as a window that must be closed. */
  alert?: string
  /** Opens the private chat with this start payload; for a press in a group. */
  open?: string
  /** New content of the pressed message; for a press only. */
  edit?: Message
  /** Said to the person in private, wherever they acted. */
  show?: readonly (Message | DocumentMessage)[]
  /** Said in the group where they acted. */
  post?: readonly Message[]
}

/** What somebody sent. */
export type Said =
  | { kind: 'text'; text: string }
  | { kind: 'document'; fileId: string; fileName: string; text: string }
  | { kind: 'photo'; fileId: string; text: string }
  | { kind: 'voice'; fileId: string; seconds: number; text: string }
  /** Of a number only the last four digits are read; `isOwn`: they shared themselves, just now. */
  | { kind: 'contact'; isOwn: boolean; lastFour: string; text: string }
  /** A sticker, a place, a video …: nothing we read. */
  | { kind: 'other'; text: string }

/** One update being handled. */
export interface Turn<Data> {
  w: Work
  who: Who
  data: Data
  /** When the person acted: Telegram's `message.date` for messages, now for presses. */
  at: Date
  said: Said
  /** Opens another deep link in this same turn, e.g. what a claim had interrupted. */
  follow(payload: string): Reply
}

type Handler<Data> = (turn: Turn<Data>) => Reply

export interface CommandDoor {
  kind: 'command'
  name: string
  /** What the menu and /help say. */
  describes: string
  /** Plain Chinese words that do the same in private. */
  words: readonly string[]
  /** Shown only to those who may; undefined is everyone. */
  needs?: Permission
  run: Handler<{ args: string }>
}

/** What a command does when typed in a group; others answer with a link to the private chat. */
export interface GroupCommandDoor {
  kind: 'groupCommand'
  name: string
  run: Handler<{ args: string }>
}

export interface ButtonDoor {
  kind: 'button'
  /** On a card in the group; any other button is good in private only, whatever a client sends. */
  inGroup: boolean
  codec: ButtonCodec<unknown>
  run: Handler<unknown>
}

export interface LinkDoor {
  kind: 'link'
  codec: LinkCodec<unknown>
  run: Handler<unknown>
}

export interface FormDoor {
  kind: 'form'
  codec: FormCodec<unknown>
  run: Handler<unknown>
}

/** What the bot may do in a group. */
export interface GroupRights {
  isAdmin: boolean
  mayPost: boolean
  /** Known of administrators only; what everybody may do there Telegram does not tell. */
  mayPin: boolean
}

/** What happened to a group the bot is or was in. */
export type GroupChange =
  | ({ kind: 'added'; title: string } & GroupRights)
  | { kind: 'removed' }
  | { kind: 'renamed'; title: string }

export interface GroupDoor {
  kind: 'group'
  run: Handler<GroupChange>
}

/** Whether the bot may write to somebody: they pressed Start, or blocked it. */
export interface ReachDoor {
  kind: 'reach'
  run(w: Work, account: AccountId, reachable: boolean): void
}

/** Private text that nothing else understood. */
export interface OtherwiseDoor {
  kind: 'otherwise'
  run: Handler<undefined>
}

export type Door =
  | CommandDoor
  | GroupCommandDoor
  | ButtonDoor
  | LinkDoor
  | FormDoor
  | GroupDoor
  | ReachDoor
  | OtherwiseDoor

/** A command, and the words that do the same in private. */
export function command(name: string, door: Omit<CommandDoor, 'kind' | 'name'>): CommandDoor {
  return { kind: 'command', name, ...door }
}

/** What the same command does in a group. */
export function inGroup(name: string, run: GroupCommandDoor['run']): GroupCommandDoor {
  return { kind: 'groupCommand', name, run }
}

/** What pressing a button of a private message does. */
export function button<Data>(codec: ButtonCodec<Data>, run: Handler<Data>): ButtonDoor {
  return { kind: 'button', inGroup: false, codec, run } as ButtonDoor
}

/** The same for a button that also stands on a card in the group. */
export function cardButton<Data>(codec: ButtonCodec<Data>, run: Handler<Data>): ButtonDoor {
  return { ...button(codec, run), inGroup: true }
}

/** What following a deep link does. */
export function startLink<Data>(codec: LinkCodec<Data>, run: Handler<Data>): LinkDoor {
  return { kind: 'link', codec, run } as LinkDoor
}

/** What the next private message does while a form is open. */
export function formStep<Data>(codec: FormCodec<Data>, run: Handler<Data>): FormDoor {
  return { kind: 'form', codec, run } as FormDoor
}

/** The chat of an update's group and the one it became: followed by whoever keeps chats. */
export interface ChatMove {
  from: ChatId
  to: ChatId
}
