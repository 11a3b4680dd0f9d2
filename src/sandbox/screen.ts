// One person's screen as the page draws it: their chats and nothing else.

import type { BotCommand, MessageEntity } from 'grammy/types'
import type { Player } from './cast.ts'
import { serviceLine, summary } from './grey-line.ts'
import { startLink } from './links.ts'
import type { Person } from './person.ts'
import { privateRoom } from './rooms.ts'
import { type Input, inputOf } from './screen-input.ts'
import type { Seen, SeenButton } from './seen.ts'
import type { Scene, Stage } from './stage.ts'

export interface Avatar {
  letters: string
  /** Which of Telegram's seven colours, from 0. */
  colour: number
}

interface Shown {
  id: number
  name: string
  avatar: Avatar
}

interface Role extends Shown {
  role: string
  age?: number
  note: string
}

interface Chat {
  id: number
  kind: 'private' | 'group'
  title: string
  avatar: Avatar
  last: { text: string; at: Date } | null
  pinned: number | null
  memberCount?: number
  input?: Input
}

interface Button {
  label: string
  kind: 'callback' | 'url' | 'copy' | 'link'
  style?: string
  url?: string
}

interface Msg {
  id: number
  from: Shown & { isBot: boolean; mine: boolean }
  at: Date
  text: string
  entities: { type: string; offset: number; length: number; url?: string }[]
  buttons: Button[][]
  file?: { id: string; name: string; size: number; kind: string }
  contact?: { name: string; phone: string; avatar: Avatar }
  replyTo?: number
  silent: boolean
  edited: boolean
  service: boolean
  reactions: readonly string[]
}

export interface Screen {
  now: Date
  zone: string
  scene: Scene
  me: Role
  people: Role[]
  bot: Shown & { username: string }
  started: boolean
  blocked: boolean
  chats: Chat[]
  messages: Record<number, Msg[]>
}

/** Everything `player` can see now. */
export function screenOf(stage: Stage, player: Player, scene: Scene): Screen {
  const { world, clock, zone, cast } = stage
  const { bot } = world
  const { started, blocked } = privateRoom(world.state, bot, player.person.user)
  const walls = chatsOf(stage, player)
  return {
    now: clock.now(),
    zone,
    scene,
    me: roleOf(player),
    people: cast.personas.map(roleOf),
    bot: { ...shown(bot.id, bot.user.first_name), username: bot.username },
    started,
    blocked,
    chats: walls.map(({ chat, messages }) => withLast(chat, messages)),
    messages: Object.fromEntries(
      walls.map(({ chat, messages }) => [
        chat.id,
        messages.map((one) => msgOf(one, player.person.id)),
      ]),
    ),
  }
}

/** The commands that the bot offers this person in private. */
export function menuFor({ world }: Stage, { person }: Player): readonly BotCommand[] {
  return person.menu(world.bot)
}

type Bare = Omit<Chat, 'last' | 'pinned'>

/** The groups they are in, and the bot's chat, which can always be opened. */
function chatsOf({ world, group }: Stage, { person }: Player) {
  const { bot } = world
  const groups = person.chats().filter(({ kind }) => kind !== 'private')
  const bare: Bare[] = [
    ...groups.map(({ id, title }) => ({
      ...chatWith(id, title, 'group'),
      ...(id === group.id && { memberCount: group.memberIds().length }),
    })),
    chatWith(bot.id, bot.user.first_name, 'private'),
  ]
  return bare
    .map((chat) => ({ chat: withInput(person, chat), messages: person.sees(chat.id) }))
    .toSorted((one, other) => lastAt(other.messages) - lastAt(one.messages))
}

function withInput(person: Person, chat: Bare): Bare {
  const at = person.atInput(chat.id)
  return at ? { ...chat, input: inputOf(at) } : chat
}

function lastAt(messages: readonly Seen[]): number {
  return messages.at(-1)?.at.getTime() ?? 0
}

function chatWith(id: number, title: string, kind: Chat['kind']): Bare {
  return { id, kind, title, avatar: avatarOf(id, title) }
}

function withLast(chat: Bare, messages: readonly Seen[]): Chat {
  const last = messages.at(-1)
  return {
    ...chat,
    last: last ? { text: inOneLine(last), at: last.at } : null,
    pinned: messages.findLast(({ pinned }) => pinned)?.id ?? null,
  }
}

function inOneLine(message: Seen): string {
  if (message.isService) return serviceLine(message.message)
  return summary(message.message).split('\n', 1)[0] ?? ''
}

function msgOf(message: Seen, me: number): Msg {
  const { id, from, at, file, replyTo, silent, edited, isService, reactions } = message
  return {
    id,
    from: { ...shown(from.id, from.name), isBot: from.isBot, mine: from.id === me },
    at,
    text: isService ? serviceLine(message.message) : message.text,
    entities: isService ? [] : message.entities.map(entityOf),
    buttons: message.buttons.map((row) => row.map(buttonOf)),
    ...(file && { file: fileOf(file) }),
    ...contactOf(message.message),
    ...(replyTo !== undefined && { replyTo }),
    silent,
    edited,
    service: isService,
    reactions,
  }
}

function entityOf(entity: MessageEntity) {
  const { type, offset, length } = entity
  return { type, offset, length, ...('url' in entity && { url: entity.url }) }
}

function fileOf({ id, name, bytes, kind }: NonNullable<Seen['file']>) {
  return { id, name, size: bytes.length, kind }
}

function contactOf({ contact }: Seen['message']): Pick<Msg, 'contact'> {
  if (!contact) return {}
  const { first_name: name, phone_number: phone, user_id = 0 } = contact
  return { contact: { name, phone, avatar: avatarOf(user_id, name) } }
}

/** What a button asks of the bot stays between the two. */
function buttonOf({ label, url, copies, style }: SeenButton): Button {
  const styled = { label, ...(style !== undefined && { style }) }
  if (copies !== undefined) return { ...styled, kind: 'copy' }
  if (url === undefined) return { ...styled, kind: 'callback' }
  return startLink(url) ? { ...styled, kind: 'link' } : { ...styled, kind: 'url', url }
}

function roleOf({ person, role = '', age, note = '' }: Player): Role {
  return { ...shown(person.id, person.name), role, ...(age !== undefined && { age }), note }
}

function shown(id: number, name: string): Shown {
  return { id, name, avatar: avatarOf(id, name) }
}

function avatarOf(id: number, name: string): Avatar {
  return { letters: Array.from(name)[0] ?? '', colour: Math.abs(id) % 7 }
}
