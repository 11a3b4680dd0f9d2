// What the bot asked of Telegram and what it was told: for tests and the developers' drawer.

import type { ApiMethods, ResponseParameters } from 'grammy/types'

export type MethodName = keyof ApiMethods & string

/** How a call ended. `unanswered`: done, but the caller never heard of it. */
export type CallOutcome =
  | { ok: true; result: unknown }
  | { ok: false; code: number; description: string; parameters?: ResponseParameters }
  | { ok: false; lost: true }
  | { ok: true; result: unknown; unanswered: true }

export interface JournalEntry {
  at: Date
  bot: number
  method: string
  /** An uploaded file stands here as its name and size. */
  params: Readonly<Record<string, unknown>>
  outcome: CallOutcome
}

export interface Journal {
  /** The latest calls, oldest first. */
  readonly entries: readonly JournalEntry[]
  /** Calls per method since the beginning, whatever was forgotten since. */
  readonly counts: ReadonlyMap<string, number>
  /** How many entries are remembered; 0 for load tests. */
  limit: number
  calls(method: MethodName): JournalEntry[]
  add(entry: JournalEntry): void
  clear(): void
}

const usualLimit = 10_000

export function createJournal(): Journal {
  const entries: JournalEntry[] = []
  const counts = new Map<string, number>()
  const journal: Journal = {
    entries,
    counts,
    limit: usualLimit,
    calls: (method) => entries.filter((entry) => entry.method === method),
    add(entry) {
      counts.set(entry.method, (counts.get(entry.method) ?? 0) + 1)
      if (journal.limit > 0) entries.push(entry)
      // Forgetting in blocks keeps a long run cheap.
      if (entries.length > journal.limit * 2) entries.splice(0, entries.length - journal.limit)
    },
    clear() {
      entries.length = 0
      counts.clear()
    },
  }
  return journal
}
