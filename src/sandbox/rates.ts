// Telegram's known rates (Bots FAQ): thirty messages a second, one a second per chat, twenty a minute per group.

import type { Clock } from '../kernel/clock.ts'

export interface Rates {
  /** Seconds to wait when this call is too many, otherwise 0; a call within the rates is counted. */
  excess(method: string, chat: number | undefined): number
}

interface Rate {
  most: number
  withinSeconds: number
}

const overall: Rate = { most: 30, withinSeconds: 1 }
const perChat: Rate = { most: 1, withinSeconds: 1 }
const perGroup: Rate = { most: 20, withinSeconds: 60 }

export function createRates(clock: Clock): Rates {
  const past = new Map<string, number[]>()

  function secondsToWait(key: string, { most, withinSeconds }: Rate, nowMs: number): number {
    const from = nowMs - withinSeconds * 1_000
    const recent = (past.get(key) ?? []).filter((at) => at > from)
    past.set(key, recent)
    const first = recent.at(-most)
    return first === undefined ? 0 : Math.max(1, Math.ceil((first - from) / 1_000))
  }

  return {
    excess(method, chat) {
      const limits = ratesFor(method, chat)
      const nowMs = clock.now().getTime()
      const waits = limits.map(([key, rate]) => secondsToWait(key, rate, nowMs))
      const seconds = Math.max(0, ...waits)
      if (seconds === 0) for (const [key] of limits) past.get(key)?.push(nowMs)
      return seconds
    },
  }
}

/** Messages and edits are counted apart; other methods are not limited here. */
function ratesFor(method: string, chat: number | undefined): [string, Rate][] {
  if (chat === undefined) return []
  const group: [string, Rate][] = chat < 0 ? [[`${method.slice(0, 4)} ${chat}`, perGroup]] : []
  if (method.startsWith('edit')) return group
  if (!/^send(?!ChatAction)/.test(method)) return []
  return [['all', overall], [`chat ${chat}`, perChat], ...group]
}
