// A group as its members run it: who comes and goes, its name, its topics, its becoming a supergroup.

import type { Message, User } from 'grammy/types'
import { textContent } from './contents.ts'
import { formatted } from './entities/formatted.ts'
import { type Standing, setMember } from './membership.ts'
import { pin, post } from './posts.ts'
import { type GroupRoom, type Member, type State, unixSeconds } from './state.ts'

/** Somebody with an id: a person or a bot. */
interface Someone {
  readonly id: number
}

export interface GroupOptions {
  title: string
  /** The first one is the owner. */
  members: readonly Someone[]
  kind?: 'group' | 'supergroup'
  /** With topics; supergroups only. */
  isForum?: boolean
}

/** Telegram itself, which forwards a channel's posts into its discussion group. */
const telegram: User = { id: 777_000, is_bot: false, first_name: 'Telegram' }
const firstGroupId = -4_000_000_001
const firstSupergroupId = -1_002_000_000_001
const channelId = -1_003_000_000_001

export class Group {
  readonly #state: State
  #room: GroupRoom

  constructor(state: State, options: GroupOptions) {
    this.#state = state
    this.#room = newRoom(state, options)
    for (const [at, { id }] of options.members.entries()) {
      const status = at === 0 ? 'creator' : 'member'
      this.#room.members.set(id, memberAs(this.#user(id), status))
    }
  }

  /** Changes when the group becomes a supergroup. */
  get id(): number {
    return this.#room.id
  }

  get title(): string {
    return this.#room.title
  }

  get kind(): GroupRoom['kind'] {
    return this.#room.kind
  }

  /** `by` adds somebody; without `by` they come by a link themselves. */
  adds(who: Someone, by: Someone = who): void {
    this.#change(who, by, { status: 'member' })
    this.#announce(by, { new_chat_members: [this.#user(who.id)] })
  }

  removes(who: Someone, by: Someone): void {
    this.#announce(by, { left_chat_member: this.#user(who.id) })
    this.#change(who, by, { status: 'kicked' })
  }

  /** Somebody goes by themselves. */
  loses(who: Someone): void {
    this.#announce(who, { left_chat_member: this.#user(who.id) })
    this.#change(who, who, { status: 'left' })
  }

  /** Makes an administrator, who may pin and delete unless told otherwise. */
  promotes(who: Someone, by: Someone, rights: Omit<Standing, 'status'> = {}): void {
    this.#change(who, by, { status: 'administrator', canPin: true, canDelete: true, ...rights })
  }

  demotes(who: Someone, by: Someone): void {
    this.#change(who, by, { status: 'member' })
  }

  renames(title: string, by: Someone): void {
    this.#room.title = title
    this.#announce(by, { new_chat_title: title })
  }

  /** A member pins a message. */
  pins(message: Someone, by: Someone, silent = false): void {
    const found = this.#room.posts.get(message.id)
    if (!found) throw new Error(`No message ${message.id} in ${this.title}`)
    pin(this.#state, this.#room, found, { user: this.#user(by.id), silent })
  }

  /** Opens a topic and gives its thread id. */
  opensTopic(name: string, by: Someone): number {
    const thread = this.#room.lastPostId + 1
    this.#room.topics.set(thread, name)
    this.#announce(by, { forum_topic_created: { name, icon_color: 0x6fb9f0 } }, thread)
    return thread
  }

  /** The linked channel posts; Telegram forwards it here. */
  channelPosts(channelTitle: string, text: string): number {
    const channel = { id: channelId, type: 'channel', title: channelTitle } as const
    const date = unixSeconds(this.#state.clock)
    const content: Partial<Message> = {
      ...textContent(formatted(text, undefined)),
      is_automatic_forward: true,
      forward_origin: { type: 'channel', chat: channel, message_id: 1, date },
    }
    const written = post(this.#state, this.#room, { from: telegram, senderChat: channel, content })
    return written.message.message_id
  }

  /** Becomes a supergroup with a new id; old message ids are void from then on. Gives the new id. */
  upgrade(by: Someone): number {
    const old = this.#room
    const grown = newRoom(this.#state, { title: old.title, members: [], kind: 'supergroup' })
    for (const [id, member] of old.members) grown.members.set(id, { ...member })
    this.#announce(by, { migrate_to_chat_id: grown.id })
    old.movedTo = grown.id
    this.#room = grown
    this.#announce(by, { migrate_from_chat_id: old.id })
    return grown.id
  }

  /** Ids of those who are in the group now. */
  memberIds(): number[] {
    const inside = [...this.#room.members.values()].filter(
      ({ status }) => status !== 'left' && status !== 'kicked',
    )
    return inside.map(({ user }) => user.id)
  }

  #change(who: Someone, by: Someone, change: Standing): void {
    const [user, actor] = [this.#user(who.id), this.#user(by.id)]
    setMember(this.#state, this.#room, { ...change, who: user, by: actor })
  }

  #announce(by: Someone, content: Partial<Message>, thread?: number): void {
    post(this.#state, this.#room, { from: this.#user(by.id), content, thread, isService: true })
  }

  #user(id: number): User {
    const found = this.#state.users.get(id)
    if (!found) throw new Error(`Nobody has the id ${id}`)
    return found
  }
}

function newRoom(
  state: State,
  { title, kind = 'group', isForum = false }: GroupOptions,
): GroupRoom {
  const first = kind === 'group' ? firstGroupId : firstSupergroupId
  const room: GroupRoom = {
    kind,
    id: first - state.groups.size,
    title,
    isForum,
    members: new Map(),
    topics: new Map(),
    lastBot: undefined,
    movedTo: undefined,
    posts: new Map(),
    lastPostId: 0,
    pinned: [],
    atInput: new Map(),
  }
  state.groups.set(room.id, room)
  return room
}

function memberAs(user: User, status: Member['status']): Member {
  const isOwner = status === 'creator'
  return { user, status, isAnonymous: false, canPin: isOwner, canDelete: isOwner }
}
