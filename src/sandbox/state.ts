// What the world consists of: plain data that both sides of the line read and change.

import type {
  BotCommand,
  ChatMember,
  ForceReply,
  Message,
  ReactionType,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  User,
} from 'grammy/types'
import type { Clock } from '../kernel/clock.ts'
import type { Faults } from './faults.ts'
import type { Files } from './files.ts'
import type { Journal, JournalEntry } from './journal.ts'
import type { UpdateQueue } from './updates.ts'

export interface Bot {
  readonly id: number
  readonly token: string
  readonly username: string
  readonly user: User
  readonly updates: UpdateQueue
  /** Commands by scope and language, see `commands.ts`. */
  readonly commands: Map<string, readonly BotCommand[]>
  /** On: in groups the bot hears only what is meant for it, unless it is an administrator. */
  privacyMode: boolean
  /** Set by hand: a world without network has no webhook to call. */
  webhookUrl: string
}

/** One message; `message` is replaced when it changes, so that older copies stay as they were. */
export interface Post {
  message: Message
  /** Who really wrote it, also when shown as the group or a channel. */
  readonly author: number
  readonly silent: boolean
  readonly isService: boolean
  /** What it put at people's inputs; bots never see it again. */
  readonly inputMarkup: InputMarkup | undefined
  reactions: readonly ReactionType[]
}

/** What a message does to the input of those who get it. */
export type InputMarkup = ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply

/** What a bot put at somebody's input: keys below it, or a reply begun for them. */
export interface AtInput {
  readonly message: number
  readonly markup: ReplyKeyboardMarkup | ForceReply
  /** A one-time keyboard that was used is folded away, not gone. */
  isFolded: boolean
}

interface Wall {
  /** The chat's id as bots see it. */
  readonly id: number
  readonly posts: Map<number, Post>
  lastPostId: number
  /** Ids of pinned messages, the latest last. */
  pinned: number[]
  /** By person. */
  readonly atInput: Map<number, AtInput>
}

export interface PrivateRoom extends Wall {
  readonly kind: 'private'
  readonly bot: Bot
  readonly person: User
  /** Whether the person ever pressed Start: before that the bot may not write. */
  started: boolean
  blocked: boolean
}

export interface Member {
  readonly user: User
  status: Exclude<ChatMember['status'], 'restricted'>
  /** An administrator who speaks as the group. */
  isAnonymous: boolean
  canPin: boolean
  canDelete: boolean
}

export interface GroupRoom extends Wall {
  readonly kind: 'group' | 'supergroup'
  readonly isForum: boolean
  title: string
  readonly members: Map<number, Member>
  /** Names of topics by thread id. */
  readonly topics: Map<number, string>
  /** The bot that spoke last: in privacy mode a bare command goes to it alone. */
  lastBot: number | undefined
  /** The supergroup this group became. */
  movedTo: number | undefined
}

export type Room = PrivateRoom | GroupRoom

/** What the pressed button brought: a toast, an alert, or an address to open. */
export interface Answer {
  text: string | undefined
  alert: boolean
  url: string | undefined
}

export interface Query {
  readonly id: string
  readonly bot: Bot
  readonly askedAt: Date
  answer: Answer | undefined
}

/** A call that real Telegram would take, or misread, but that the Bot API does not describe. */
export interface Violation {
  method: string
  what: string
}

/** Something a page may want to draw; `chat` is the id as bots see it. */
export type WorldEvent =
  | { kind: 'posted' | 'edited' | 'deleted' | 'pinned' | 'reacted'; chat: number; message: number }
  | { kind: 'membership'; chat: number }
  | { kind: 'answered'; query: string }
  | { kind: 'called'; entry: JournalEntry }

export interface State {
  readonly clock: Clock
  readonly bots: Bot[]
  readonly users: Map<number, User>
  readonly privateRooms: Map<string, PrivateRoom>
  readonly groups: Map<number, GroupRoom>
  readonly queries: Map<string, Query>
  readonly files: Files
  readonly journal: Journal
  readonly faults: Faults
  readonly violations: Violation[]
  emit(event: WorldEvent): void
}

/** The world's time in Telegram's form. */
export function unixSeconds(clock: Clock): number {
  return Math.floor(clock.now().getTime() / 1_000)
}
