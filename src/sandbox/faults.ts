// What goes wrong on request: refusals, error pages, lost connections, slowness, repeated updates.

import type { ResponseParameters } from 'grammy/types'
import type { Clock } from '../kernel/clock.ts'
import type { MethodName } from './journal.ts'
import { createRates } from './rates.ts'

/** `lost`: nothing arrives. `reset` and `hang`: it is done, but the answer never comes. */
export type Fault =
  | { kind: 'refuse'; code: number; description: string; parameters?: ResponseParameters }
  | { kind: 'html'; code: number }
  | { kind: 'lost' }
  | { kind: 'reset' }
  | { kind: 'hang' }
  | { kind: 'slow'; ms: number }
  /** For getUpdates: the last batch comes again. */
  | { kind: 'repeat' }

/** Which calls it strikes. Without `times` it strikes once, with `share` for good. */
export interface Where {
  method?: MethodName
  chat?: number
  times?: number
  /** Strikes this part of the calls, evenly: 0.25 is every fourth. */
  share?: number
}

export interface Faults {
  next(where: Where, fault: Fault): void
  clear(): void
  /** How long every call takes. */
  latencyMs: number
  /** Whether Telegram's rates are kept up with 429. */
  enforceRates: boolean
  /** The fault for this call, if one is due. */
  strike(method: string, chat: number | undefined): Fault | undefined
}

interface Rule {
  where: Where
  fault: Fault
  left: number
  carried: number
}

/** 429 as Telegram says it. */
export function tooMany(retryAfterSeconds: number): Fault {
  return {
    kind: 'refuse',
    code: 429,
    description: `Too Many Requests: retry after ${retryAfterSeconds}`,
    parameters: { retry_after: retryAfterSeconds },
  }
}

/** Whether the caller gets no answer at all. */
export function isInterrupting(fault: Fault | undefined): boolean {
  return fault?.kind === 'lost' || fault?.kind === 'reset' || fault?.kind === 'hang'
}

export function createFaults(clock: Clock): Faults {
  let rules: Rule[] = []
  const rates = createRates(clock)
  const faults: Faults = {
    latencyMs: 0,
    enforceRates: false,
    next(where, fault) {
      const left = where.times ?? (where.share === undefined ? 1 : Number.POSITIVE_INFINITY)
      rules.push({ where, fault, left, carried: 0 })
    },
    clear() {
      rules = []
    },
    strike(method, chat) {
      const rule = rules.find((one) => meets(one.where, method, chat) && isDue(one))
      if (rule) {
        rule.left -= 1
        rules = rules.filter(({ left }) => left > 0)
        return rule.fault
      }
      const retryAfterSeconds = faults.enforceRates ? rates.excess(method, chat) : 0
      return retryAfterSeconds > 0 ? tooMany(retryAfterSeconds) : undefined
    },
  }
  return faults
}

function meets({ method, chat }: Where, calledMethod: string, calledChat: number | undefined) {
  return (method ?? calledMethod) === calledMethod && (chat ?? calledChat) === calledChat
}

/** Carries the share over from call to call, so that no chance is needed. */
function isDue(rule: Rule): boolean {
  rule.carried += rule.where.share ?? 1
  if (rule.carried < 1) return false
  rule.carried -= 1
  return true
}
