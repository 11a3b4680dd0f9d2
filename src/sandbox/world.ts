// A Telegram of our own: people, bots, groups, and everything that passes between them.

import type { User } from 'grammy/types'
import type { Clock } from '../kernel/clock.ts'
import { createFaults, type Faults } from './faults.ts'
import { createFiles } from './files.ts'
import { Group, type GroupOptions } from './group.ts'
import { createJournal, type Journal } from './journal.ts'
import { Person } from './person.ts'
import type { Bot, Query, State, Violation, WorldEvent } from './state.ts'
import { UpdateQueue } from './updates.ts'

export interface PersonProfile {
  id?: number
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
  /** With the country's code; made up when left out. */
  phone?: string
}

export interface BotProfile {
  token?: string
  username?: string
  name?: string
}

export interface World {
  /** What the API works on. */
  readonly state: State
  /** The first bot. */
  readonly bot: Bot
  readonly faults: Faults
  readonly journal: Journal
  /** Calls that do not fit the Bot API; a story wants none. */
  readonly violations: readonly Violation[]
  addBot(profile: BotProfile): Bot
  person(profile: PersonProfile): Person
  group(options: GroupOptions): Group
  people(): readonly Person[]
  groups(): readonly Group[]
  query(id: string): Query | undefined
  /** Calls `listener` after every change; gives what stops it. */
  subscribe(listener: (event: WorldEvent) => void): () => void
}

const firstBotId = 7_000_000_001
const firstPersonId = 5_000_000_001

/** An empty world with one bot in it. */
export function createWorld({ clock, bot = {} }: { clock: Clock; bot?: BotProfile }): World {
  const listeners = new Set<(event: WorldEvent) => void>()
  const people: Person[] = []
  const groups: Group[] = []
  const state = createState(clock, (event) => {
    for (const listener of listeners) listener(event)
  })
  const first = addBot(state, bot)
  return {
    state,
    bot: first,
    faults: state.faults,
    journal: state.journal,
    violations: state.violations,
    addBot: (profile) => addBot(state, profile),
    person(profile) {
      const user = addUser(state, profile, firstPersonId + people.length)
      const person = new Person(state, user, profile.phone ?? madeUpPhone(user))
      people.push(person)
      return person
    },
    group(options) {
      const group = new Group(state, options)
      groups.push(group)
      return group
    },
    people: () => people,
    groups: () => groups,
    query: (id) => state.queries.get(id),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function createState(clock: Clock, emit: (event: WorldEvent) => void): State {
  return {
    clock,
    bots: [],
    users: new Map(),
    privateRooms: new Map(),
    groups: new Map(),
    queries: new Map(),
    files: createFiles(),
    journal: createJournal(),
    faults: createFaults(clock),
    violations: [],
    emit,
  }
}

function addBot(state: State, { token, username, name }: BotProfile): Bot {
  const id = token ? Number.parseInt(token, 10) : firstBotId + state.bots.length
  const called = username ?? `sandbox${state.bots.length || ''}_bot`
  const user: User = { id, is_bot: true, first_name: name ?? called, username: called }
  const bot: Bot = {
    id,
    token: token ?? `${id}:${'sandbox'.padEnd(35, '-')}`,
    username: called,
    user,
    updates: new UpdateQueue(state.clock),
    commands: new Map(),
    privacyMode: true,
    webhookUrl: '',
  }
  state.bots.push(bot)
  state.users.set(id, user)
  return bot
}

/** Ends in the last digits of the person's number. */
function madeUpPhone({ id }: User): string {
  return `+861380000${String(id).slice(-4).padStart(4, '0')}`
}

function addUser(state: State, profile: PersonProfile, freeId: number): User {
  const { id = freeId, firstName, lastName, username, languageCode = 'zh-hans' } = profile
  if (state.users.has(id)) throw new Error(`Somebody has the id ${id} already`)
  const user: User = {
    id,
    is_bot: false,
    first_name: firstName,
    ...(lastName !== undefined && { last_name: lastName }),
    ...(username !== undefined && { username }),
    language_code: languageCode,
  }
  state.users.set(id, user)
  return user
}
