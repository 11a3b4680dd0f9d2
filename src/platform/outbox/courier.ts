// Carries letters from the outbox to Telegram, a few at a time, and records what became of them.

import type { Clock } from '../../kernel/clock.ts'
import { type Bell, createBell } from '../bell.ts'
import { faultFields, faultId, type Log } from '../log.ts'
import type { Store } from '../store/work.ts'
import type { Telegram } from '../telegram/sender.ts'
import { Carriage } from './carriage.ts'
import type { CrashAt, Render } from './deliver.ts'
import { createPace, type Pace } from './pace.ts'
import type { RecordHooks } from './record.ts'
import { recoverOutbox } from './recover.ts'

export interface CourierHooks extends RecordHooks {
  render: Render
}

export interface CourierParts {
  store: Store
  clock: Clock
  log: Log
  telegram: Telegram
  hooks: CourierHooks
  /** Messages a second where nobody waits for an answer; 28 if left out. */
  bulkPerSecond?: number
  crashAt?: CrashAt
}

export interface Courier {
  /** Something may be due. */
  wake(): void
  /** Sends all that is due at this instant; throws what the database throws. */
  drain(): Promise<void>
  /** Sends whenever something is due, until `stop`; needs a clock whose sleep takes its time. */
  start(): void
  /** Takes nothing more and waits for what is on its way, at most `graceMs` milliseconds. */
  stop(graceMs: number): Promise<void>
  /** Sorts out what a crash left behind; once, before anything is sent. */
  recover(): void
  /** `revoked`: Telegram does not know the token any more; the queue is kept. */
  state(): 'working' | 'revoked'
}

const longestRestMs = 30_000
const restAfterFaultMs = 5_000

/** The courier: at least once for letters of kind `repeatable`, at most once for kind `once`. */
export function createCourier(parts: CourierParts): Courier {
  const bell = createBell()
  const pace = createPace(parts.clock, parts.bulkPerSecond ?? 28)
  const carriage = new Carriage({ ...parts, pace, cameBack: bell.ring })
  const engine: Engine = { ...parts, bell, pace, carriage }
  let loop = Promise.resolve()

  return {
    wake() {
      if (!carriage.stepping) bell.ring()
    },
    drain: () => drain(engine),
    start() {
      loop = run(engine)
    },
    async stop(graceMs) {
      carriage.open = false
      bell.ring()
      await loop
      await comeBack(engine, graceMs)
      carriage.step()
    },
    recover() {
      parts.store.work((w) => recoverOutbox(w, parts))
    },
    state: () => (carriage.revoked ? 'revoked' : 'working'),
  }
}

interface Engine extends CourierParts {
  bell: Bell
  pace: Pace
  carriage: Carriage
}

async function run(engine: Engine): Promise<void> {
  const { bell, pace, carriage, clock } = engine
  while (carriage.open) {
    const rung = bell.next()
    await pace.rest(stepAndLook(engine), rung)
    // What comes back at the same moment is written down in one transaction.
    await clock.sleep(0)
  }
}

/** Takes a step and says how long nothing will be due, in milliseconds. */
function stepAndLook({ carriage, clock, log }: Engine): number {
  try {
    const { pacedMs = longestRestMs, nextAt } = carriage.step()
    const untilNext = nextAt ? nextAt.getTime() - clock.now().getTime() : longestRestMs
    return Math.max(0, Math.min(pacedMs, untilNext, longestRestMs))
  } catch (error) {
    log.error({ fault: faultId(), ...faultFields(error) }, 'the courier stumbled')
    return restAfterFaultMs
  }
}

async function drain(engine: Engine): Promise<void> {
  const { carriage, pace } = engine
  for (;;) {
    const { pacedMs } = carriage.step()
    if (carriage.calls.size === 0 && pacedMs === undefined) return
    const over = new AbortController()
    const paced = pacedMs === undefined ? [] : [pace.rest(pacedMs, over.signal)]
    await Promise.race([...carriage.calls, ...paced])
    over.abort()
  }
}

/** Waits for the calls on their way, at most `graceMs`. */
async function comeBack({ carriage, clock }: Engine, graceMs: number): Promise<void> {
  const over = new AbortController()
  await Promise.race([Promise.all(carriage.calls), clock.sleep(graceMs, over.signal)])
  over.abort()
}
