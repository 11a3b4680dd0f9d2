// A post office whose processes die: a plan says what happens to each call and each claim.

import fc from 'fast-check'
import type { ChatId } from '../../../src/kernel/ids.ts'
import type { Courier } from '../../../src/platform/outbox/courier.ts'
import type { Store } from '../../../src/platform/store/work.ts'
import type { Telegram } from '../../../src/platform/telegram/sender.ts'
import { lostConnection, type PostOffice, refusal, tooFast } from './post-office.ts'

/** What happens to one call; `turns` is how long it takes. */
export type Fate = { turns: number } & (
  | { kind: 'fine' | 'unwritten' | 'restarting' | 'arrivedUnheard' | 'lostUnheard' | 'badGateway' }
  | { kind: 'blocked' | 'diesDelivered' | 'diesUndelivered' }
  | { kind: 'tooFast'; seconds: number }
)

export interface Plan {
  fates: readonly Fate[]
  /** For each claim in turn: does the process die between it and its calls? */
  deaths: readonly boolean[]
}

const kinds = [
  'fine',
  'unwritten',
  'restarting',
  'arrivedUnheard',
  'lostUnheard',
  'badGateway',
  'diesDelivered',
  'diesUndelivered',
] as const

const turns = fc.nat(4)
const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom(...kinds), turns }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tooFast'), seconds: fc.nat(40), turns }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('blocked'), turns }) },
)

/** Any plan; after its end everything is fine. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  fates: fc.array(fate, { maxLength: 30 }),
  deaths: fc.array(fc.boolean(), { maxLength: 4 }),
})

const arrives = ['fine', 'arrivedUnheard', 'badGateway', 'diesDelivered']
const leavesDoubt = ['arrivedUnheard', 'lostUnheard', 'badGateway']

interface Called {
  chat: ChatId
  text: string
}

/** That a chat be left alone for a while. */
interface Wish {
  chat: ChatId
  until: Date
}

/** The other side: what Telegram does with each call, and what it saw. */
export class FatefulTelegram {
  readonly arrived: Called[] = []
  /** The last content of each message. */
  readonly shown = new Map<number, string>()
  /** Texts of calls of which nobody could know whether they arrived. */
  readonly doubts: string[] = []
  /** Chats that were closed to us at some time. */
  readonly closed = new Set<ChatId>()
  readonly callsInsideFreeze: string[] = []
  deaths = 0
  private readonly freezes = new Map<number, Date>()
  private readonly fates: Fate[]
  readonly now: () => Date
  private lastId = 0

  constructor(fates: readonly Fate[], now: () => Date) {
    this.fates = [...fates]
    this.now = now
  }

  /** Takes a call and says what becomes of it. */
  take(called: Called, edited: number | undefined): { fate: Fate; messageId: number } {
    if (this.isFrozen(called)) this.callsInsideFreeze.push(called.text)
    const fate = this.fates.shift() ?? { kind: 'fine', turns: 0 }
    const messageId = edited ?? ++this.lastId
    if (arrives.includes(fate.kind)) {
      this.arrived.push(called)
      this.shown.set(messageId, called.text)
    }
    if (leavesDoubt.includes(fate.kind)) this.doubts.push(called.text)
    if (fate.kind === 'blocked') this.closed.add(called.chat)
    return { fate, messageId }
  }

  /** From now on a chat may not be called for a while; from a private chat no notice may leave. */
  freeze({ chat, until }: Wish): void {
    this.freezes.set(chat, until)
    if (chat > 0) this.freezes.set(0, until)
  }

  private isFrozen({ chat, text }: Called): boolean {
    const scopes = text.startsWith('answer') ? [chat] : [chat, 0]
    return scopes.some((scope) => (this.freezes.get(scope) ?? 0) > this.now())
  }
}

/** One process: it carries letters until it dies, and then does nothing any more. */
class Mortal {
  readonly courier: Courier
  readonly death = Promise.withResolvers<void>()
  isDead = false
  private readonly far: FatefulTelegram
  private wishes: Wish[] = []

  constructor(office: PostOffice, far: FatefulTelegram, deaths: boolean[]) {
    this.far = far
    const crashAt = () => {
      if (deaths.shift()) this.die()
      this.mustLive()
    }
    const store = this.storeOver(office.store)
    this.courier = office.another({ telegram: this.telegram(), store, crashAt })
    this.courier.recover()
  }

  private die(): void {
    if (!this.isDead) this.far.deaths += 1
    this.isDead = true
    this.death.resolve()
  }

  private mustLive(): void {
    if (this.isDead) throw new Error('the process ended')
  }

  private telegram(): Telegram {
    return {
      send: ({ chat }, { text }) => this.call({ chat, text: text.html }),
      edit: async (chat, id, { text }) => void (await this.call({ chat, text: text.html }, id)),
      document: ({ chat }, caption) => this.call({ chat, text: caption.html }),
    }
  }

  private async call(called: Called, edited?: number): Promise<number> {
    const { fate, messageId } = this.far.take(called, edited)
    for (let turn = 0; turn < fate.turns; turn += 1) await Promise.resolve()
    if (fate.kind.startsWith('dies')) this.die()
    if (this.isDead) await new Promise(() => undefined)
    if (fate.kind === 'tooFast') void this.hear(called.chat, fate.seconds)
    const error = errorOf(fate)
    if (error) throw error
    return messageId
  }

  /** The answer needs some turns from here to the courier. */
  private async hear(chat: ChatId, seconds: number): Promise<void> {
    const until = new Date(this.far.now().getTime() + seconds * 1_000)
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve()
    this.wishes.push({ chat, until })
  }

  /** A wish to wait binds from when the process has written it down. */
  private storeOver(store: Store): Store {
    return {
      look: store.look,
      work: (body) => {
        this.mustLive()
        const result = store.work(body)
        for (const wish of this.wishes) this.far.freeze(wish)
        this.wishes = []
        return result
      },
    }
  }
}

/** Sends what is due by as many processes as it takes: when one dies the next takes over. */
export function createMortals(office: PostOffice, plan: Plan) {
  const far = new FatefulTelegram(plan.fates, () => office.clock.now())
  const deaths = [...plan.deaths]
  let mortal = new Mortal(office, far, deaths)

  async function drainOnce(): Promise<void> {
    const { courier, death } = mortal
    const drained = courier.drain().catch((error: unknown) => {
      if (!mortal.isDead) throw error
    })
    await Promise.race([drained, death.promise])
  }

  return {
    far,
    async drain(): Promise<void> {
      await drainOnce()
      while (mortal.isDead) {
        mortal = new Mortal(office, far, deaths)
        await drainOnce()
      }
    },
  }
}

const errors: { [Kind in Fate['kind']]?: (fate: Fate) => unknown } = {
  unwritten: () => lostConnection('ECONNREFUSED', false)?.error,
  restarting: () => refusal(500, 'Internal Server Error: restart')?.error,
  arrivedUnheard: () => lostConnection('ECONNRESET', false)?.error,
  lostUnheard: () => lostConnection('ECONNRESET', false)?.error,
  badGateway: () => refusal(502, 'Bad Gateway')?.error,
  blocked: () => refusal(403, 'Forbidden: bot was blocked by the user')?.error,
  tooFast: (fate) => tooFast('seconds' in fate ? fate.seconds : 0)?.error,
}

function errorOf(fate: Fate): unknown {
  return errors[fate.kind]?.(fate)
}
