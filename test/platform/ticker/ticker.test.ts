// What is due is done once, in its order, and a fault stops nobody else.

import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Due, Jobs } from '../../../src/platform/feature.ts'
import type { Log } from '../../../src/platform/log.ts'
import { enqueue } from '../../../src/platform/outbox/outbox.ts'
import { outbox } from '../../../src/platform/outbox/schema.ts'
import type { Work } from '../../../src/platform/store/work.ts'
import { createTicker } from '../../../src/platform/ticker/ticker.ts'
import { at } from '../../support/clock.ts'
import { testStore } from '../../support/database.ts'
import { said, zhang } from '../outbox/post-office.ts'

function clockwork(...jobs: readonly Jobs[]) {
  const { store, clock } = testStore('2026-12-03 18:00')
  const logged: { key?: string; said: string }[] = []
  const write = (fields: object, message: string) => void logged.push({ ...fields, said: message })
  const log: Log = { debug: write, info: write, warn: write, error: write }
  const givenUp: string[] = []
  const hooks = { onGaveUp: (_w: Work, key: string) => void givenUp.push(key) }
  const ticker = createTicker({ store, clock, log, jobs, hooks })
  const beatAt = (time: string) => {
    clock.set(at(time))
    ticker.beat()
  }
  const minutes = (from: string, count: number) => {
    const start = at(from).getTime()
    for (let minute = 0; minute < count; minute += 1) {
      clock.set(new Date(start + minute * 60_000))
      ticker.beat()
    }
  }
  return { store, clock, ticker, logged, givenUp, beatAt, minutes }
}

/** A slice that always says the same; the ticker knows what is new in it. */
const always =
  (...dues: readonly Due[]): Jobs =>
  () =>
    dues

function remind(done: string[], time: string, key = time): Due {
  return { key, at: at(time), run: () => void done.push(key) }
}

describe('a beat', () => {
  test('does what is due, the earliest first, whichever slice it is of', () => {
    const done: string[] = []
    const { beatAt } = clockwork(
      always(remind(done, '2026-12-03 18:30'), remind(done, '2026-12-05 09:00')),
      always(remind(done, '2026-12-03 09:00')),
    )
    beatAt('2026-12-03 18:30')
    expect(done).toEqual(['2026-12-03 09:00', '2026-12-03 18:30'])
  })

  test('does nothing before its time, and nothing twice', () => {
    const done: string[] = []
    const { beatAt } = clockwork(always(remind(done, '2026-12-03 18:30')))
    beatAt('2026-12-03 18:29')
    expect(done).toEqual([])
    for (const time of ['18:30', '18:30', '18:31']) beatAt(`2026-12-03 ${time}`)
    expect(done).toHaveLength(1)
  })

  test('does nothing again when the clock is set back', () => {
    const done: string[] = []
    const { beatAt } = clockwork(always(remind(done, '2026-12-03 18:30')))
    for (const time of ['2026-12-03 19:00', '2026-12-03 17:00', '2026-12-03 18:30']) beatAt(time)
    expect(done).toHaveLength(1)
  })

  test('asks the slices about the last seven days', () => {
    const asked: Date[] = []
    const { beatAt } = clockwork((_w, since) => {
      asked.push(since)
      return []
    })
    beatAt('2026-12-10 08:00')
    expect(asked).toEqual([at('2026-12-03 08:00')])
  })
})

describe('a due thing that fails', () => {
  test('leaves no trace, and the others are done', () => {
    const done: string[] = []
    const failing: Due = {
      key: 'failing',
      at: at('2026-12-03 09:00'),
      run(w) {
        enqueue(w, { chat: zhang, message: said('只说一半') })
        throw new Error('a bug')
      },
    }
    const { beatAt, store, logged } = clockwork(always(failing, remind(done, '2026-12-03 18:30')))
    beatAt('2026-12-03 18:30')
    expect(done).toEqual(['2026-12-03 18:30'])
    expect(store.look((w) => w.tx.select().from(outbox).all())).toEqual([])
    expect(logged).toMatchObject([{ key: 'failing', said: 'a due thing failed' }])
  })

  test('is tried again after 1, 5, 25 and 60 minutes, then reported once and left', () => {
    const tries: number[] = []
    const start = at('2026-12-03 18:30')
    const failing: Due = {
      key: 'failing',
      at: start,
      run(w) {
        tries.push((w.now.getTime() - start.getTime()) / 60_000)
        throw new Error('a bug')
      },
    }
    const { minutes, givenUp } = clockwork(always(failing))
    minutes('2026-12-03 18:30', 300)
    expect(tries).toEqual([0, 1, 6, 31, 91])
    expect(givenUp).toEqual(['failing'])
  })

  test('is done once it succeeds, and never again', () => {
    let tries = 0
    const mending: Due = {
      key: 'mending',
      at: at('2026-12-03 18:30'),
      run() {
        tries += 1
        if (tries < 3) throw new Error('a bug')
      },
    }
    const { minutes, givenUp } = clockwork(always(mending))
    minutes('2026-12-03 18:30', 120)
    expect(tries).toBe(3)
    expect(givenUp).toEqual([])
  })
})

test('a slice that cannot say what is due does not keep the others from it', () => {
  const done: string[] = []
  const { beatAt, logged } = clockwork(
    () => {
      throw new Error('a bug')
    },
    always(remind(done, '2026-12-03 18:30')),
  )
  beatAt('2026-12-03 18:30')
  expect(done).toHaveLength(1)
  expect(logged).toMatchObject([{ said: 'a slice could not say what is due' }])
})

test('two slices with the same key do it once', () => {
  const done: string[] = []
  const due = remind(done, '2026-12-03 18:30', 'training:7@2026-12')
  const { beatAt } = clockwork(always(due), always(due))
  beatAt('2026-12-03 18:30')
  expect(done).toHaveLength(1)
})

test('started, it beats with every full minute; stopped, no more', async () => {
  vi.useFakeTimers({ now: at('2026-12-03 18:29') })
  onTestFinished(() => void vi.useRealTimers())
  const done: string[] = []
  const { ticker, clock } = clockwork(
    always(remind(done, '2026-12-03 18:30'), remind(done, '2026-12-03 18:31')),
  )
  ticker.start()
  clock.set(at('2026-12-03 18:30'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual(['2026-12-03 18:30'])
  ticker.stop()
  clock.set(at('2026-12-03 18:31'))
  await vi.advanceTimersByTimeAsync(120_000)
  expect(done).toHaveLength(1)
})
