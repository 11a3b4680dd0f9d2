// What a container, a monitor or an operator may ask: alive, ready, and counts.

import { Hono } from 'hono'
import { faultFields, type Log } from '../log.ts'

/** Polls come every 25 s; after this long without one, Telegram is not being heard. */
const longestPollAgeSeconds = 120

export interface Health {
  /** Throws when the database cannot be written. */
  probe(): void
  /** Seconds since the last successful poll; undefined before the first. */
  pollAgeSeconds(): number | undefined
  /** Counts by name, e.g. `outbox_queued`; no names, no texts. */
  counts(): Record<string, number>
}

/** `/healthz` the process, `/readyz` the database and the last poll, `/metrics` counts. */
export function healthRoutes(health: Health, log: Log): Hono {
  return new Hono()
    .use(async (c, next) => {
      await next()
      c.header('cache-control', 'no-store')
    })
    .get('/healthz', (c) => c.json({ alive: true }))
    .get('/readyz', (c) => {
      const state = readiness(health, log)
      return c.json(state, state.ready ? 200 : 503)
    })
    .get('/metrics', (c) => c.text(metrics(health.counts())))
}

function readiness(health: Health, log: Log) {
  const database = canWrite(health, log) ? 'ok' : 'failed'
  const age = health.pollAgeSeconds()
  const polling = age !== undefined && age <= longestPollAgeSeconds
  const lastPollSeconds = age === undefined ? null : Math.round(age)
  return { ready: database === 'ok' && polling, database, lastPollSeconds }
}

function canWrite(health: Health, log: Log): boolean {
  try {
    health.probe()
    return true
  } catch (error) {
    log.error(faultFields(error), 'the database cannot be written')
    return false
  }
}

function metrics(counts: Record<string, number>): string {
  const lines = Object.entries(counts).map(([name, count]) => `zhijian_${name} ${count}\n`)
  return lines.join('')
}
