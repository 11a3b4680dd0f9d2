// The open line to a page: news as server-sent events, and a sign of life now and then.

import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { systemClock } from '../kernel/clock.ts'
import { numberAsked } from './asked.ts'
import { personaNumbered } from './part.ts'
import type { Playground } from './playground.ts'
import { screenOf } from './screen.ts'

/** Proxies and browsers give up on a line that is silent for long. */
const signOfLifeMs = 15_000

/** Answers with news for one person until the page hangs up. */
export function events(c: Context, playground: Playground): Response {
  const as = personaNumbered(playground.stage, numberAsked(c, 'as')).person.id
  const calls = c.req.query('calls') === '1'
  return streamSSE(c, async (stream) => {
    const over = new AbortController()
    const send = (event: string, data: object) =>
      void stream.writeSSE({ event, data: JSON.stringify(data) })
    // Asked each time: a new scene has new people of the same numbers.
    const screen = () => {
      const { stage, scene } = playground
      return screenOf(stage, personaNumbered(stage, as), scene)
    }
    const stop = playground.news.read({ as, calls, send, screen })
    stream.onAbort(() => {
      stop()
      over.abort()
    })
    send('clock', { now: playground.stage.clock.now() })
    while (!stream.aborted) {
      await systemClock.sleep(signOfLifeMs, over.signal)
      await stream.write(': \n\n')
    }
  })
}
