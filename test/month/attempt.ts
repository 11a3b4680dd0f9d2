// One act of one account, as the dispatcher sees it, with nothing kept of it.

import { features } from '../../src/features.ts'
import type { AccountId, ChatId } from '../../src/kernel/ids.ts'
import { identify } from '../../src/members/identify.ts'
import type { Work } from '../../src/platform/store/work.ts'
import { createDispatch } from '../../src/platform/telegram/dispatch.ts'
import type { Reply } from '../../src/platform/telegram/door.ts'
import type { Act } from '../../src/platform/telegram/incoming.ts'
import type { Story } from '../support/story.ts'
import { watchWrites } from './hands.ts'

export const doors = features.flatMap((feature) => feature.doors ?? [])
/** The buttons that stand on cards in the group. */
export const cardTags: ReadonlySet<string> = new Set(
  doors.flatMap((door) => (door.kind === 'button' && door.inGroup ? [door.codec.tag] : [])),
)
const dispatch = createDispatch(doors, () => 'qzl_zhibu_bot')

export interface Attempt {
  account: number
  act: Act
  /** The group it happens in; in private when left out. */
  group?: number
}

export interface Outcome {
  reply: Reply
  /** The tables of the branch's business that were written. */
  wrote: string[]
  /** What else was put on its way, and to whom. */
  letters: { chat: number; payload: string }[]
}

/** Goes through the door; what came of it is kept, by whoever calls in a transaction. */
export function act(w: Work, { account, act, group }: Attempt): Reply {
  const place =
    group === undefined
      ? { chat: account as ChatId, kind: 'private' as const }
      : { chat: group as ChatId, kind: 'group' as const }
  const from = { account: account as AccountId, displayName: '来人', place }
  return dispatch({ w, identify: () => identify(w, from), at: w.now, act })
}

/** Goes through the door, and back. */
export function attempted({ app, data }: Story, attempt: Attempt): Outcome {
  const { raw } = data
  const { writes, lastLetter, lettersSince } = watched(data)
  return app.store.look((w) => {
    raw.exec('SAVEPOINT attempt')
    writes.clear()
    const last = lastLetter.get()
    const reply = act(w, attempt)
    const letters = lettersSince.all(last) as Outcome['letters']
    const wrote = writes.tables()
    raw.exec('ROLLBACK TO attempt; RELEASE attempt')
    return { reply, wrote, letters }
  })
}

function watch(data: Story['data']) {
  const { raw } = data
  return {
    writes: watchWrites(data),
    lastLetter: raw.prepare('SELECT coalesce(max(id), 0) FROM outbox').pluck(),
    lettersSince: raw.prepare('SELECT chat_id AS chat, payload FROM outbox WHERE id > ?'),
  }
}

const watches = new WeakMap<Story['data'], ReturnType<typeof watch>>()

function watched(data: Story['data']): ReturnType<typeof watch> {
  const known = watches.get(data) ?? watch(data)
  watches.set(data, known)
  return known
}

/** A press on a button that carries this. */
export function press(data: string): Act {
  return { kind: 'pressed', data, callback: '1', message: 1 }
}

export function says(text: string): Act {
  return { kind: 'said', said: { kind: 'text', text }, forwarded: false }
}

/** All words in it that people read, without what only their client sees. */
export function wordsIn(reply: Reply): string {
  return JSON.stringify(reply, (key, value) => (unseen.has(key) ? undefined : value))
}

const unseen = new Set(['data', 'start', 'open'])
