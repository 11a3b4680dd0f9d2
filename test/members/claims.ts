// A branch whose members claim who they are: the stage of all stories about claiming.

import type { Actor } from '../support/actor.ts'
import { claim, openBranch } from '../support/opening.ts'
import type { Named } from '../support/people.ts'
import { openStory, type Story, type StoryOptions } from '../support/story.ts'

export const title = '青砖里文创园联合党支部'

const roster: readonly Named[] = [
  { name: '陈敏', tail: '6601' },
  { name: '周航', tail: '7702' },
  { name: '李晓雯', tail: '6281' },
  { name: '王建国', tail: '0123' },
  { name: '王建国', tail: '0456', account: '老王' },
  { name: '林涛', tail: '' },
  { name: '何雨桐', tail: '5506' },
]

/** Somebody in the group who is on no roster. */
const others = ['路人']

interface Options extends StoryOptions {
  /** Who is asked to be organiser. */
  organiser?: string
}

/** The branch opened by 陈敏; nobody else has claimed. */
export async function openClaims(people: readonly Named[] = roster, options: Options = {}) {
  const { organiser, ...storyOptions } = options
  const story = await openStory(storyOptions)
  const stage = { title, secretary: '陈敏', roster: people, others }
  const group = await openBranch(story, { ...stage, ...(organiser && { organiser }) })
  const person = (name: string) => story.person(name)
  const pressed = story.world.state.queries.size
  return {
    story,
    group,
    person,
    said: async (name: string) => (await person(name).last()).text,
    labels: async (name: string) => labelsOf(person(name)),
    card: async () => (await person('陈敏').last(group)).text,
    /** Claims as on the roster. */
    claims: (name: string) => claim(story, group, people.find((one) => one.name === name) as Named),
    /** Shares a number from the private chat: one's own, unless it is said whose. */
    shares: async (name: string, phone: string, of?: { firstName: string; userId?: number }) => {
      person(name).person.sendsContact(story.bot, phone, of)
      await story.settle()
    },
    /** What somebody did who was the only one: taps (a link and its Start are two), and messages. */
    effort: (name: string) => effortOf(story, person(name), pressed),
    /** Who is linked to whom, by the ids of accounts. */
    linked: () => linksIn(story),
  }
}

export type Claims = Awaited<ReturnType<typeof openClaims>>

async function labelsOf(actor: Actor): Promise<string[]> {
  return (await actor.last()).buttons.flat().map(({ label }) => label)
}

function linksIn({ data, world }: Story): Record<string, string> {
  const rows = data.raw
    .prepare(
      'SELECT accounts.id, name FROM accounts JOIN people ON people.id = person_id ORDER BY 1',
    )
    .all() as { id: number; name: string }[]
  const accountName = (id: number) => world.people().find((one) => one.id === id)?.name ?? ''
  return Object.fromEntries(rows.map(({ id, name }) => [accountName(id), name]))
}

function effortOf({ world, bot }: Story, { person }: Actor, pressedBefore: number) {
  const sent = person.sees(bot).filter(({ from }) => from.id === person.id)
  const starts = sent.filter(({ text }) => text.startsWith('/start '))
  const numbers = sent.filter(({ message }) => message.contact)
  const presses = world.state.queries.size - pressedBefore
  const taps = presses + 2 * starts.length + numbers.length
  return { taps, messages: sent.length - starts.length - numbers.length }
}

/** What was written down about a kind of deed. */
export function auditOf({ data }: Story, action: string): { person: number; detail: unknown }[] {
  const rows = data.raw
    .prepare('SELECT person_id AS person, detail FROM audit WHERE action = ? ORDER BY id')
    .all(action) as { person: number; detail: string | null }[]
  return rows.map(({ person, detail }) => ({ person, detail: detail && JSON.parse(detail) }))
}
