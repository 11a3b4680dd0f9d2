// Fetches updates one batch at a time; the offset moves only past what is committed or buried.

import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { Clock } from '../../kernel/clock.ts'
import { faultFields, faultId, type Log } from '../log.ts'
import { isStorageError } from '../store/storage-error.ts'
import { askedUpdates } from './bot.ts'

export interface PollerParts {
  api: Api
  clock: Clock
  log: Log
  handle(update: Update): Promise<void>
  /** Buries an update whose handler threw. */
  fail(update: { raw: unknown; id: number; faultId: string }): void
  /** Called when the database failed (`storage`) or another process polls too (`conflict`). */
  giveUp(why: 'storage' | 'conflict', error: unknown): void
}

const batch = 100
/** So many updates are handled before what is ready to be sent gets its turn. */
const breathAfter = 10
const longPollSeconds = 25
/** Three conflicts in a row: somebody else uses the token (reliability: 409). */
const conflictsAllowed = 3
const conflictPauseMs = 30_000
const longestPauseMs = 30_000

/** Our own poller: grammY's marks an update as tried before its handler has run. */
export class Poller {
  /** When the last fetch succeeded. */
  lastPollAt: Date | undefined
  /** Resolves when what had waited at Telegram is handled. */
  readonly caughtUp: Promise<void>
  private noteCaughtUp: () => void = () => undefined
  private readonly parts: PollerParts
  private readonly stopping = new AbortController()
  private offset: number | undefined
  private loop: Promise<void> = Promise.resolve()
  private failures = 0
  private conflicts = 0

  constructor(parts: PollerParts) {
    this.parts = parts
    this.caughtUp = new Promise((resolve) => {
      this.noteCaughtUp = resolve
    })
  }

  start(): void {
    this.loop = this.run()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.loop
  }

  /** Handles what waits now, or what comes within `timeoutSeconds`; says how many updates. */
  async pollOnce(timeoutSeconds = 0): Promise<number> {
    const request = {
      limit: batch,
      timeout: timeoutSeconds,
      allowed_updates: askedUpdates,
      ...(this.offset !== undefined && { offset: this.offset }),
    }
    const updates = await this.parts.api.getUpdates(request, signalFor(this.stopping))
    this.lastPollAt = this.parts.clock.now()
    for (const [at, update] of updates.entries()) {
      await this.handle(update)
      this.offset = update.update_id + 1
      // Handling never waits: without a pause, answers would leave only after the whole batch.
      if (at % breathAfter === breathAfter - 1) await this.parts.clock.sleep(0)
    }
    if (updates.length < batch) this.noteCaughtUp()
    return updates.length
  }

  private async handle(update: Update): Promise<void> {
    try {
      await this.parts.handle(update)
    } catch (error) {
      // Going on would confirm updates that were never stored.
      if (isStorageError(error)) throw error
      const fault = faultId()
      const fields = { fault, update: update.update_id, ...faultFields(error) }
      this.parts.log.error(fields, 'an update failed')
      this.parts.fail({ raw: update, id: update.update_id, faultId: fault })
    }
  }

  private async run(): Promise<void> {
    let seconds = 0
    while (!this.stopping.signal.aborted) {
      try {
        seconds = (await this.pollOnce(seconds)) < batch ? longPollSeconds : 0
        this.failures = 0
        this.conflicts = 0
      } catch (error) {
        if (this.stopping.signal.aborted) return
        if (this.isHopeless(error)) return
        await this.pause(error)
      }
    }
  }

  private isHopeless(error: unknown): boolean {
    if (isStorageError(error)) {
      this.parts.giveUp('storage', error)
      return true
    }
    if (codeOf(error) !== 409) return false
    this.conflicts += 1
    if (this.conflicts < conflictsAllowed) return false
    this.parts.giveUp('conflict', error)
    return true
  }

  private async pause(error: unknown): Promise<void> {
    this.parts.log.warn(faultFields(error), 'polling failed')
    await this.parts.clock.sleep(pauseMs(error, this.failures), this.stopping.signal)
    this.failures += 1
  }
}

/** grammY wants the signal type of a polyfill; at run time it is the same thing. */
function signalFor(controller: AbortController) {
  return controller.signal as unknown as Parameters<Api['getUpdates']>[1]
}

function pauseMs(error: unknown, failures: number): number {
  if (codeOf(error) === 409) return conflictPauseMs
  const asked = (error as { parameters?: { retry_after?: number } }).parameters?.retry_after
  return asked ? asked * 1_000 : Math.min(longestPauseMs, 1_000 * 2 ** failures)
}

function codeOf(error: unknown): number | undefined {
  return (error as { error_code?: number }).error_code
}
