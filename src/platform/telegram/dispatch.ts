// Finds the door an update goes through: button, link, form, command, plain word, or none.

import { html } from '../../kernel/html.ts'
import type { Who } from '../../kernel/who.ts'
import type { Work } from '../store/work.ts'
import type { CommandDoor, Door, GroupCommandDoor, Reply, Said, Turn } from './door.ts'
import { closeForm, openFlow, openForm } from './form.ts'
import type { Act } from './incoming.ts'

/** What a door is opened with: everything of a turn but the parsed data. */
export interface Visit {
  w: Work
  /** Asked anew when a link is followed within the turn: a claim changes who somebody is. */
  identify(): Who
  at: Date
  act: Act
}

export type Dispatch = (visit: Visit) => Reply

type Bare = Omit<Turn<unknown>, 'data'>
type Typed = { name: string; args: string }

/** Doors sorted by how they are found. */
interface Doors {
  commands: ReadonlyMap<string, CommandDoor>
  words: ReadonlyMap<string, CommandDoor>
  groupCommands: ReadonlyMap<string, GroupCommandDoor>
  of<Kind extends Door['kind']>(kind: Kind): readonly Extract<Door, { kind: Kind }>[]
}

const inPrivatePrefix = 'do_'
const separators = /[\s，,：:]+/

/**
 * Sorts visits among the doors of all slices.
 * @param username the bot's name, for commands addressed as `/name@bot`
 */
export function createDispatch(all: readonly Door[], username: () => string): Dispatch {
  const doors = sorted(all)
  return ({ w, identify, at, act }) => {
    const said: Said = act.kind === 'said' ? act.said : { kind: 'other', text: '' }
    const now = (): Bare => ({ w, who: identify(), at, said, follow: further })
    const further = (payload: string) => follow(doors, now(), payload)
    const bare = now()
    if (act.kind === 'pressed') return pressed(doors, bare, act.data)
    if (act.kind !== 'said') return changed(doors, bare, act)
    return sayTo(doors, bare, { forwarded: act.forwarded, username: username() })
  }
}

/** Somebody else's words passed on are never a command, but may fill a form. */
function sayTo(doors: Doors, bare: Bare, how: { forwarded: boolean; username: string }): Reply {
  const text = how.forwarded ? '' : bare.said.text.trim()
  const typed = typedCommand(text, how.username)
  if (bare.who.place.kind === 'group') return typed ? saidInGroup(doors, bare, typed) : {}
  return typed ? typedInPrivate(doors, bare, typed) : spoken(doors, bare, text)
}

function sorted(all: readonly Door[]): Doors {
  const of: Doors['of'] = (kind) =>
    all.filter((door): door is Extract<Door, { kind: typeof kind }> => door.kind === kind)
  const commands = of('command')
  return {
    commands: new Map(commands.map((door) => [door.name, door])),
    words: new Map(commands.flatMap((door) => door.words.map((word) => [word, door] as const))),
    groupCommands: new Map(of('groupCommand').map((door) => [door.name, door])),
    of,
  }
}

function follow(doors: Doors, bare: Bare, payload: string): Reply {
  if (payload.startsWith(inPrivatePrefix)) {
    return runCommand(doors, bare, { name: payload.slice(inPrivatePrefix.length), args: '' })
  }
  for (const door of doors.of('link')) {
    const data = door.codec.parse(payload)
    if (data !== undefined) return door.run({ ...bare, data })
  }
  return runCommand(doors, bare, { name: 'start', args: '' })
}

function runCommand(doors: Doors, bare: Bare, { name, args }: Typed): Reply {
  return doors.commands.get(name)?.run({ ...bare, data: { args } }) ?? otherwise(doors, bare)
}

function otherwise(doors: Doors, bare: Bare): Reply {
  return doors.of('otherwise')[0]?.run({ ...bare, data: undefined }) ?? {}
}

function pressed(doors: Doors, bare: Bare, data: string): Reply {
  const inGroup = bare.who.place.kind === 'group'
  for (const door of doors.of('button')) {
    const values = inGroup && !door.inGroup ? undefined : door.codec.parse(data)
    if (values !== undefined) return door.run({ ...bare, data: values })
  }
  return { toast: '这条消息旧了，请从最新的消息里操作。' }
}

function saidInGroup(doors: Doors, bare: Bare, { name, args }: Typed): Reply {
  const door = doors.groupCommands.get(name)
  if (door) return door.run({ ...bare, data: { args } })
  if (!doors.commands.has(name)) return {}
  const buttons = [[{ label: '打开私聊', start: inPrivatePrefix + name }]]
  return { post: [{ text: html`这件事我们在私聊里说。`, buttons, silent: true }] }
}

function typedInPrivate(doors: Doors, bare: Bare, typed: Typed): Reply {
  if (typed.name === 'cancel') return leaveForm(bare)
  if (typed.name === 'start' && typed.args !== '') return follow(doors, bare, typed.args)
  return runCommand(doors, bare, typed)
}

function spoken(doors: Doors, bare: Bare, text: string): Reply {
  if (text === '取消') return leaveForm(bare)
  const byWord = doors.words.get(text)
  if (byWord) return byWord.run({ ...bare, data: { args: '' } })
  return throughForm(doors, bare) ?? bySentence(doors, bare, text) ?? otherwise(doors, bare)
}

function throughForm(doors: Doors, bare: Bare): Reply | undefined {
  const flow = openFlow(bare.w, bare.who.account)
  const door = doors.of('form').find(({ codec }) => codec.flow === flow)
  const data = door && openForm(bare.w, bare.who.account, door.codec)
  return door && data !== undefined ? door.run({ ...bare, data }) : undefined
}

function bySentence(doors: Doors, bare: Bare, text: string): Reply | undefined {
  const [first = ''] = text.split(separators)
  if (first === text) return undefined
  const args = text.slice(first.length).replace(separators, '')
  return doors.words.get(first)?.run({ ...bare, data: { args } })
}

function changed(doors: Doors, bare: Bare, act: Act): Reply {
  if (act.kind === 'group') {
    return merged(doors.of('group').map((door) => door.run({ ...bare, data: act.change })))
  }
  if (act.kind === 'reach') {
    for (const door of doors.of('reach')) door.run(bare.w, bare.who.account, act.reachable)
  }
  return {}
}

/** Everything several replies say, in order; of one-of-a-kind parts the last wins. */
function merged(replies: readonly Reply[]): Reply {
  return {
    ...Object.assign({}, ...replies),
    show: replies.flatMap((reply) => reply.show ?? []),
    post: replies.flatMap((reply) => reply.post ?? []),
  }
}

function leaveForm({ w, who }: Bare): Reply {
  const text = closeForm(w, who.account)
    ? html`好的，先不填了。没有提交的都不算数。`
    : html`现在没有正在填写的内容。`
  return { show: [{ text, keys: 'removed' }] }
}

/** `/name@bot args`, when it is addressed to us. */
function typedCommand(text: string, username: string): Typed | undefined {
  const match = /^\/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/.exec(text)
  if (!match) return undefined
  const [, name = '', addressee, args = ''] = match
  if (addressee && addressee.toLowerCase() !== username.toLowerCase()) return undefined
  return { name: name.toLowerCase(), args: args.trim() }
}
