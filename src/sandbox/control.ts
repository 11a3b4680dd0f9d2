// Drives the world from another process: `/control/*` takes and answers JSON.

import { Hono } from 'hono'
import type { MovableClock } from './clock.ts'
import type { Fault, Where } from './faults.ts'
import type { Group, GroupOptions } from './group.ts'
import type { MethodName } from './journal.ts'
import type { Person } from './person.ts'
import type { PersonProfile, World } from './world.ts'

/** What a verb may be told; which fields it needs is the verb's own matter. */
interface Told {
  chat: number
  text: string
  message: number
  button: string
  link?: string
  file: { name: string; base64: string }
  phone?: string
  /** Whose contact it is, if another's. */
  of?: { firstName: string; userId?: number }
  who: number
  by: number
  title: string
  options?: Record<string, never>
}

const personVerbs: Record<string, (person: Person, told: Told) => unknown> = {
  says: (person, { chat, text, options }) => person.says(chat, text, options),
  opens: (person, { link }) => person.opens(link),
  presses: (person, { chat, message, button }) =>
    person.presses(messageOn(person, chat, message), button),
  edits: (person, { chat, message, text }) => person.edits(messageOn(person, chat, message), text),
  sendsDocument: (person, { chat, file, text }) => person.sendsDocument(chat, upload(file), text),
  sendsContact: (person, { chat, phone, of }) => person.sendsContact(chat, phone, of),
  pressesKey: (person, { chat, button }) => person.pressesKey(chat, button),
  blocks: (person, { chat }) => person.blocks(chat),
  unblocks: (person, { chat }) => person.unblocks(chat),
  sees: (person, { chat }) => person.sees(chat),
  chats: (person) => person.chats(),
}

const groupVerbs: Record<string, (group: Group, told: Told) => unknown> = {
  adds: (group, { who, by = who }) => group.adds({ id: who }, { id: by }),
  removes: (group, { who, by }) => group.removes({ id: who }, { id: by }),
  promotes: (group, { who, by, options }) => group.promotes({ id: who }, { id: by }, options),
  renames: (group, { title, by }) => group.renames(title, { id: by }),
  upgrade: (group, { by }) => ({ id: group.upgrade({ id: by }) }),
}

/** The routes; what a client would not allow is 400 with the reason. */
export function controlRoutes(world: World, clock: MovableClock): Hono {
  const routes = new Hono().basePath('/control')
  routes.onError((error, c) => c.json({ error: error.message }, 400))
  addActors(routes, world)
  addObservation(routes, world)
  addSettings(routes, world, clock)
  return routes
}

/** A group in JSON: its members by their ids. */
type Described = Omit<GroupOptions, 'members'> & { members: number[] }

function addActors(routes: Hono, world: World): void {
  routes.post('/people', async (c) => {
    const { id, name } = world.person(await c.req.json<PersonProfile>())
    return c.json({ id, name })
  })
  routes.post('/people/:id/:verb', async (c) => {
    const person = world.people().find(({ id }) => String(id) === c.req.param('id'))
    const verb = personVerbs[c.req.param('verb')]
    if (!person || !verb) return c.notFound()
    return answer(verb(person, await c.req.json<Told>()))
  })
  routes.post('/groups', async (c) => {
    const { members, ...options } = await c.req.json<Described>()
    const group = world.group({ ...options, members: members.map((id) => ({ id })) })
    return c.json({ id: group.id })
  })
  routes.post('/groups/:id/:verb', async (c) => {
    const group = world.groups().find(({ id }) => String(id) === c.req.param('id'))
    const verb = groupVerbs[c.req.param('verb')]
    if (!group || !verb) return c.notFound()
    return answer(verb(group, await c.req.json<Told>()))
  })
}

function addObservation(routes: Hono, world: World): void {
  routes.get('/bot', ({ json }) => {
    const { id, token, username, updates } = world.bot
    return json({ id, token, username, pending: updates.pending() })
  })
  routes.get('/queries/:id', (c) => answer(world.query(c.req.param('id'))?.answer))
  routes.get('/journal', (c) => {
    const method = c.req.query('method') as MethodName | undefined
    return answer(method ? world.journal.calls(method) : world.journal.entries)
  })
  routes.get('/counts', () => answer(Object.fromEntries(world.journal.counts)))
  routes.get('/violations', () => answer(world.violations))
}

interface Settings {
  latencyMs?: number
  enforceRates?: boolean
  /** 0 keeps no journal, for load tests. */
  journalLimit?: number
  /** Moves the clock on to this time. */
  now?: string
}

function addSettings(routes: Hono, world: World, clock: MovableClock): void {
  routes.post('/faults', async (c) => {
    const { where = {}, fault } = await c.req.json<{ where?: Where; fault: Fault }>()
    world.faults.next(where, fault)
    return answer(undefined)
  })
  routes.delete('/faults', () => {
    world.faults.clear()
    return answer(undefined)
  })
  routes.post('/settings', async (c) => {
    const { latencyMs, enforceRates, journalLimit, now } = await c.req.json<Settings>()
    if (latencyMs !== undefined) world.faults.latencyMs = latencyMs
    if (enforceRates !== undefined) world.faults.enforceRates = enforceRates
    if (journalLimit !== undefined) world.journal.limit = journalLimit
    if (now !== undefined) clock.moveTo(new Date(now))
    return answer({ now: clock.now() })
  })
}

function messageOn(person: Person, chat: number, id: number) {
  const found = person.sees(chat).find((message) => message.id === id)
  if (!found) throw new Error(`${person.name} sees no message ${id}`)
  return found
}

function upload({ name, base64 }: Told['file']) {
  return { name, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }
}

/** JSON, with bytes as base64. */
function answer(value: unknown): Response {
  const body = JSON.stringify(value ?? null, (_, part) =>
    part instanceof Uint8Array ? Buffer.from(part).toString('base64') : part,
  )
  return new Response(body, { headers: { 'content-type': 'application/json' } })
}
