// What comes of a press on the page: the bot's answer if it is quick, or what the client does itself.

import { systemClock } from '../kernel/clock.ts'
import { type StartLink, startLink } from './links.ts'
import type { Part } from './part.ts'
import type { Seen, SeenButton } from './seen.ts'
import type { Answer } from './state.ts'
import type { World } from './world.ts'

/** The page waits for an answer so long; a real client shows its clock. */
const patienceMs = 2_000
/** After this a real client stops waiting too. */
const lateMs = 15_000

export interface Pressed {
  toast?: string
  alert?: string
  /** The bot's chat, where Start sends `payload`. */
  open?: { chat: number; payload: string | undefined }
  url?: string
  copy?: string
}

interface Pressing {
  message: Seen
  button: SeenButton
  /** Hears an answer that came too late to be waited for. */
  late(toast: { text: string; alert: boolean }): void
}

/** Presses `button` as the person would in a client. */
export async function pressed(part: Part, { message, button, late }: Pressing): Promise<Pressed> {
  const { world } = part.stage
  const { data, url, webApp, copies } = button
  if (copies !== undefined) return { copy: copies }
  const address = url ?? webApp
  if (address !== undefined) return opened(world, address)
  if (data === undefined) return {}
  const { query } = part.player.person.presses(message, data)
  if (query === undefined) return {}
  const answer = await answerTo(world, query, patienceMs)
  if (!answer) void tellLate(world, query, late)
  return answer ? shown(world, answer) : {}
}

/** Buttons with the same data are the same button. */
function shown(world: World, { text, alert, url }: Answer): Pressed {
  if (url !== undefined) return opened(world, url)
  if (!text) return {}
  return alert ? { alert: text } : { toast: text }
}

function opened(world: World, address: string): Pressed {
  const link = startLink(address)
  return isOurs(world, link)
    ? { open: { chat: world.bot.id, payload: link.payload } }
    : { url: address }
}

function isOurs(world: World, link: StartLink | undefined): link is StartLink {
  return link?.username.toLowerCase() === world.bot.username.toLowerCase()
}

async function tellLate(world: World, query: string, late: Pressing['late']): Promise<void> {
  const answer = await answerTo(world, query, lateMs - patienceMs)
  if (answer?.text) late({ text: answer.text, alert: answer.alert })
}

/** The answer to a query, or undefined when it does not come within `ms` milliseconds. */
async function answerTo(world: World, query: string, ms: number): Promise<Answer | undefined> {
  const came = new AbortController()
  const unsubscribe = world.subscribe((event) => {
    if (event.kind === 'answered' && event.query === query) came.abort()
  })
  if (!world.query(query)?.answer) await systemClock.sleep(ms, came.signal)
  unsubscribe()
  return world.query(query)?.answer
}
