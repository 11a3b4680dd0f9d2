// One heartbeat a minute: asks the slices what is due and does each thing once.

import { schedule, setLogger } from 'node-cron'
import type { Clock } from '../../kernel/clock.ts'
import type { Due, Jobs } from '../feature.ts'
import { faultFields, faultId, type Log } from '../log.ts'
import type { Store, Work } from '../store/work.ts'
import { noteFailure, settledKeys, takeKey } from './runs.ts'

export interface TickerHooks {
  /** A due thing failed five times and is not tried again. */
  onGaveUp(w: Work, key: string): void
}

export interface TickerParts {
  store: Store
  clock: Clock
  log: Log
  jobs: readonly Jobs[]
  hooks: TickerHooks
  /** How long after its instant a thing may still be found; 7 if left out. */
  lookBackDays?: number
}

export interface Ticker {
  /** Does all that is due now; synchronous, so two beats never overlap. */
  beat(): void
  /** Beats each minute from the next full one on. */
  start(): void
  stop(): void
}

const dayMs = 24 * 60 * 60 * 1_000

/** The ticker; how late a thing may be is for the slice to say, when it is asked. */
export function createTicker(parts: TickerParts): Ticker {
  const { log } = parts
  let stopCron: (() => void) | undefined

  function beat(): void {
    for (const due of dueNow(parts)) runDue(parts, due)
  }

  function beatSafely(): void {
    try {
      beat()
    } catch (error) {
      log.error({ fault: faultId(), ...faultFields(error) }, 'a heartbeat failed')
    }
  }

  return {
    beat,
    start() {
      setLogger(cronLogger(log))
      const heartbeat = schedule('* * * * *', beatSafely)
      stopCron = () => void heartbeat.destroy()
    },
    stop: () => stopCron?.(),
  }
}

/** What is due now. */
function dueNow(parts: TickerParts): readonly Due[] {
  return parts.store.look((w) => unsettled(parts, w))
}

/** What all slices hold for due at the instant of `w`, the earliest first, without what is settled. */
export function unsettled({ log, jobs, lookBackDays = 7 }: TickerParts, w: Work): readonly Due[] {
  const since = new Date(w.now.getTime() - lookBackDays * dayMs)
  const all = jobs.flatMap((of) => {
    try {
      return of(w, since)
    } catch (error) {
      log.error({ fault: faultId(), ...faultFields(error) }, 'a slice could not say what is due')
      return []
    }
  })
  const due = all.filter(({ at }) => at <= w.now)
  const keys = due.map(({ key }) => key)
  const settled = settledKeys(w, keys)
  return due
    .filter(({ key }) => !settled.has(key))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

function runDue(parts: TickerParts, due: Due): void {
  const { store, log } = parts
  const { key } = due
  try {
    store.work((w) => {
      if (takeKey(w, key)) due.run(w)
    })
  } catch (error) {
    log.error({ fault: faultId(), key, ...faultFields(error) }, 'a due thing failed')
    const isLast = store.work((w) => !noteFailure(w, key))
    if (isLast) giveUp(parts, key)
  }
}

function giveUp({ store, log, hooks }: TickerParts, key: string): void {
  try {
    store.work((w) => hooks.onGaveUp(w, key))
  } catch (error) {
    log.error({ fault: faultId(), key, ...faultFields(error) }, 'giving up failed too')
  }
}

/** What node-cron has to say goes to our log. */
function cronLogger(log: Log) {
  const named = (error: string | Error) => (error instanceof Error ? faultFields(error) : {})
  return {
    info: (_message: string) => undefined,
    debug: (_message: string | Error) => undefined,
    warn: (_message: string) => log.warn({}, 'the heartbeat is late'),
    error: (error: string | Error) => log.error(named(error), 'the heartbeat failed'),
  }
}
