// What happens when a person presses a button under a message.

import type { User } from 'grammy/types'
import type { Seen, SeenButton } from './seen.ts'
import type { Answer, Query, Room, State } from './state.ts'

/** A pressed button and what came of it. */
export interface Press {
  /** The id of the callback query, if the button asks the bot. */
  readonly query: string | undefined
  /** What the bot has answered so far: toast, alert or address. */
  readonly answer: Answer | undefined
  /** The address the client opened by itself. */
  readonly opened: string | undefined
  readonly copied: string | undefined
}

interface Question {
  from: User
  message: number
  data: string
}

/** The button with this label or callback data. */
export function buttonOn(message: Seen, labelOrData: string): SeenButton {
  const buttons = message.buttons.flat()
  const found = buttons.find(({ label, data }) => label === labelOrData || data === labelOrData)
  if (found) return found
  const labels = buttons.map(({ label }) => label).join(' ')
  throw new Error(`No button ${labelOrData} on message ${message.id}, only: ${labels}`)
}

/** What a button does in the client; one with data asks the bot. */
export function outcomeOf({ url, webApp, copies }: SeenButton, query: Query | undefined): Press {
  return {
    query: query?.id,
    get answer() {
      return query?.answer
    },
    opened: url ?? webApp,
    copied: copies,
  }
}

/** Asks the bot that wrote the message. A keyboard seen earlier may be pressed late, a deleted one not. */
export function ask(state: State, room: Room, { from, message, data }: Question): Query {
  const post = room.posts.get(message)
  const bot = state.bots.find(({ id }) => id === post?.author)
  if (!post || !bot) throw new Error(`Message ${message} is gone: MESSAGE_ID_INVALID`)
  const id = String(4_000_000_000_000 + state.queries.size + 1)
  const query: Query = { id, bot, askedAt: state.clock.now(), answer: undefined }
  state.queries.set(id, query)
  const chat_instance = `chat${room.id}`
  bot.updates.add('callback_query', { id, from, message: post.message, chat_instance, data })
  return query
}
