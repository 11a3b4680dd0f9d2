// What stood on people's screens in a story, what the database held, and what presses brought.

import { startLink } from '../../src/sandbox/links.ts'
import type { Post, Query, Room } from '../../src/sandbox/state.ts'
import type { TestDatabase } from '../support/database.ts'
import type { Story } from '../support/story.ts'

/** Button data and start payloads that were on a screen, and in which chat (as the bot knows it). */
export interface Screens {
  data: { chat: number; data: string }[]
  links: { chat: number; payload: string }[]
}

/** Notes every button from now on, each once. */
export function watchScreens(story: Story): Screens {
  const screens: Screens = { data: [], links: [] }
  const seen = new Set<string>()
  const isNew = (one: object) => seen.size < seen.add(JSON.stringify(one)).size
  const note = (chat: number, { data, url }: Labelled) => {
    const payload = url && startLink(url)?.payload
    if (data && isNew({ chat, data })) screens.data.push({ chat, data })
    if (payload && isNew({ chat, payload })) screens.links.push({ chat, payload })
  }
  story.world.subscribe((event) => {
    if (event.kind !== 'posted' && event.kind !== 'edited') return
    const { chat } = event
    const post = roomOf(story, chat)?.posts.get(event.message)
    for (const button of buttonsOf(post)) note(chat, button)
  })
  return screens
}

interface Labelled {
  label: string
  data?: string
  url?: string
}

function buttonsOf(post: Post | undefined): Labelled[] {
  const buttons = post?.message.reply_markup?.inline_keyboard.flat() ?? []
  return buttons.map((button) => ({
    label: button.text,
    ...('callback_data' in button && { data: button.callback_data }),
    ...('url' in button && { url: button.url }),
  }))
}

function roomOf({ world }: Story, chat: number): Room | undefined {
  const rooms = [...world.state.groups.values(), ...world.state.privateRooms.values()]
  return rooms.find(({ id }) => id === chat)
}

/** Bookkeeping of the machinery: not the branch's business. */
const machinery = new Set([
  'outbox',
  'slots',
  'freezes',
  'forms',
  'links',
  'seen_updates',
  'job_runs',
  '__drizzle_migrations',
])

function businessTables(raw: TestDatabase['raw']): string[] {
  const names = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
  return (names as string[]).filter((name) => !machinery.has(name) && !name.startsWith('sqlite_'))
}

/** Every row of the business tables; of accounts, whose they are. */
export function businessOf({ raw }: TestDatabase): Record<string, string[]> {
  return Object.fromEntries(businessTables(raw).map((table) => [table, rowsOf(raw, table)]))
}

/** Tells which business tables were written since `clear`, also when it is rolled back later. */
export interface Writes {
  clear(): void
  tables(): string[]
}

export function watchWrites({ raw }: TestDatabase): Writes {
  raw.exec('CREATE TEMP TABLE written (name TEXT)')
  for (const table of businessTables(raw)) {
    const update = table === 'accounts' ? 'UPDATE OF person_id' : 'UPDATE'
    const events = table === 'accounts' ? [update] : ['INSERT', update, 'DELETE']
    for (const [at, event] of events.entries()) {
      raw.exec(
        `CREATE TEMP TRIGGER written_${table}_${at} AFTER ${event} ON main.${table}
         BEGIN INSERT INTO written VALUES ('${table}'); END`,
      )
    }
  }
  const names = raw.prepare('SELECT DISTINCT name FROM written').pluck()
  const clearing = raw.prepare('DELETE FROM written')
  return { clear: () => void clearing.run(), tables: () => names.all() as string[] }
}

function rowsOf(raw: TestDatabase['raw'], table: string): string[] {
  const query =
    table === 'accounts'
      ? 'SELECT id, person_id FROM accounts WHERE person_id IS NOT NULL ORDER BY id'
      : `SELECT * FROM ${table}`
  return (raw.prepare(query).all() as object[]).map((row) => JSON.stringify(row))
}

/** The bot's messages to somebody in private, or in a group, with their buttons, as they stand now. */
export function screenIn(story: Story, chat: number): string[] {
  const posts = [...(roomOf(story, chat)?.posts.values() ?? [])]
  return posts.flatMap((post) => {
    if (post.author !== story.bot.id) return []
    const { text, caption } = post.message
    return [[text ?? caption, ...buttonsOf(post).map(({ label }) => label)].join('\n')]
  })
}

/** What a press brought over the chat. */
export function toastOf({ answer }: Query): string {
  return answer?.text ?? answer?.url ?? ''
}
