// A courier over a real database and a Telegram whose faults are written down beforehand.

import type { Clock } from '../../../src/kernel/clock.ts'
import { html } from '../../../src/kernel/html.ts'
import type { ChatId } from '../../../src/kernel/ids.ts'
import type { Message } from '../../../src/kernel/message.ts'
import type { Log } from '../../../src/platform/log.ts'
import type { OutboxRow } from '../../../src/platform/outbox/claim.ts'
import {
  type Courier,
  type CourierHooks,
  type CourierParts,
  createCourier,
} from '../../../src/platform/outbox/courier.ts'
import { enqueue, type Letter } from '../../../src/platform/outbox/outbox.ts'
import type { DeadChat } from '../../../src/platform/outbox/record.ts'
import { outbox } from '../../../src/platform/outbox/schema.ts'
import type { Work } from '../../../src/platform/store/work.ts'
import type { Telegram } from '../../../src/platform/telegram/sender.ts'
import { type TestStore, testStore } from '../../support/database.ts'

/** 张建国, 李秀兰 and the group of the first branch. */
export const zhang = 101 as ChatId
export const li = 102 as ChatId
export const group = -900 as ChatId

export interface Call {
  method: 'send' | 'edit' | 'document'
  chat: ChatId
  thread: number | undefined
  text: string
  /** Of the message made or changed. */
  messageId: number
  at: Date
  monotonicMs: number
}

/** What happens to a call: `before` it is delivered or `after`. */
export type Fault = { error: unknown; delivered: boolean } | undefined

/** Telegram with a journal; `fault` says what goes wrong with a call. */
export class ScriptedTelegram implements Telegram {
  readonly calls: Call[] = []
  readonly delivered: Call[] = []
  fault: (call: Call) => Fault = () => undefined
  /** What an answer takes. */
  latency: () => Promise<void> = () => Promise.resolve()
  /** The most calls that were ever open at the same time, in all and to one chat. */
  most = { inAll: 0, toOneChat: 0 }
  private readonly clock: Clock
  private readonly open: ChatId[] = []
  private lastId = 0

  constructor(clock: Clock) {
    this.clock = clock
  }

  send: Telegram['send'] = ({ chat, thread }, { text }) =>
    this.call({ method: 'send', chat, thread, text: text.html, messageId: ++this.lastId })

  edit: Telegram['edit'] = async (chat, messageId, { text }) => {
    await this.call({ method: 'edit', chat, thread: undefined, text: text.html, messageId })
  }

  document: Telegram['document'] = ({ chat, thread }, _caption, { name }) =>
    this.call({ method: 'document', chat, thread, text: name, messageId: ++this.lastId })

  /** The texts that arrived, in order. */
  said(chat?: ChatId): string[] {
    const heard = this.delivered.filter((call) => chat === undefined || call.chat === chat)
    return heard.map(({ text }) => text)
  }

  private async call(what: Omit<Call, 'at' | 'monotonicMs'>): Promise<number> {
    const { clock } = this
    const call = { ...what, at: clock.now(), monotonicMs: clock.monotonicMs() }
    this.calls.push(call)
    const fault = this.fault(call)
    if (!fault || fault.delivered) this.delivered.push(call)
    await this.underWay(call.chat)
    if (fault) throw fault.error
    return call.messageId
  }

  private async underWay(chat: ChatId): Promise<void> {
    const { open, most } = this
    open.push(chat)
    most.inAll = Math.max(most.inAll, open.length)
    most.toOneChat = Math.max(most.toOneChat, open.filter((other) => other === chat).length)
    await this.latency()
    open.splice(open.indexOf(chat), 1)
  }
}

/** What the courier told the rest of the program. */
export interface Told {
  dead: DeadChat[]
  uncertain: string[]
  lost: string[]
  moved: { from: ChatId; to: ChatId }[]
}

export interface PostOffice extends TestStore {
  telegram: ScriptedTelegram
  courier: Courier
  told: Told
  logged: object[]
  /** Another courier over the same database, as after a restart. */
  another(parts?: Partial<CourierParts>): Courier
  write(letter: Partial<Letter> & { text?: string }): void
  work<T>(body: (w: Work) => T): T
  rows(): OutboxRow[]
  states(): OutboxRow['state'][]
  /** Moves the clock and sends what is due then. */
  later(seconds: number): Promise<void>
}

/** A post office at ten in the morning with an empty outbox. */
export function postOffice(hooks: Partial<CourierHooks> = {}): PostOffice {
  const base = testStore()
  // What the disk does is tested elsewhere; here it would only take time.
  base.raw.pragma('synchronous = OFF')
  const { store, clock } = base
  const telegram = new ScriptedTelegram(clock)
  const told: Told = { dead: [], uncertain: [], lost: [], moved: [] }
  const logged: object[] = []
  const work = <T>(body: (w: Work) => T) => store.work(body as never) as T
  const another = (parts: Partial<CourierParts> = {}) =>
    createCourier({
      store,
      clock,
      telegram,
      log: logInto(logged),
      hooks: { ...tellingHooks(told), ...hooks },
      ...parts,
    })
  const courier = another()
  const rows = () => work((w) => w.tx.select().from(outbox).orderBy(outbox.id).all())
  return {
    ...base,
    telegram,
    courier,
    told,
    logged,
    another,
    work,
    rows,
    states: () => rows().map(({ state }) => state),
    write: ({ text = '', ...letter }) =>
      work((w) => enqueue(w, { chat: zhang, message: said(text), ...letter })),
    async later(seconds) {
      clock.set(new Date(clock.now().getTime() + seconds * 1_000))
      await courier.drain()
    },
  }
}

/** A message of one line. */
export function said(text: string): Message {
  return { text: html`${text}` }
}

/** A refusal as the Bot API gives it. */
export function refusal(
  error_code: number,
  description: string,
  parameters: { retry_after?: number; migrate_to_chat_id?: number } = {},
): Fault {
  const error = Object.assign(new Error('Call failed'), { error_code, description, parameters })
  return { error, delivered: false }
}

/** A connection that failed with a system's code, as grammY wraps it. */
export function lostConnection(code: string, delivered: boolean): Fault {
  const inner = Object.assign(new Error('socket'), { code })
  return { error: Object.assign(new Error('Network request failed'), { error: inner }), delivered }
}

export const tooFast = (seconds: number) =>
  refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })

/** The one fault first, then none. */
export function once(fault: Fault): () => Fault {
  const faults = [fault]
  return () => faults.shift()
}

function tellingHooks(told: Told): CourierHooks {
  return {
    render: async ({ report }) => ({ name: `${report}.xlsx`, bytes: new Uint8Array([1]) }),
    onMoved: (_w, move) => void told.moved.push(move),
    onDead: (_w, dead) => void told.dead.push(dead),
    onUncertain: (_w, { payload }) => void told.uncertain.push(textOf(payload)),
    onLost: (_w, { payload }) => void told.lost.push(textOf(payload)),
  }
}

function textOf({ message }: OutboxRow['payload']): string {
  return 'document' in message ? message.document.report : message.text.html
}

function logInto(lines: object[]): Log {
  const write = (fields: object, message: string) => void lines.push({ ...fields, said: message })
  return { debug: write, info: write, warn: write, error: write }
}
