// Answers that never come, and processes that end in between.

import { setTimeout as passes } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/kernel/clock.ts'
import { cancelLetters, enqueue, withdrawLetter } from '../../../src/platform/outbox/outbox.ts'
import { createStore } from '../../../src/platform/store/work.ts'
import { lostConnection, once, postOffice, said, zhang } from './post-office.ts'

describe('nobody knows whether it arrived', () => {
  test('a letter that may be repeated is sent again, before what comes after it', async () => {
    const { write, telegram, later } = postOffice()
    telegram.fault = once(lostConnection('ECONNRESET', true))
    write({ text: '一' })
    write({ text: '二' })
    await later(0)
    expect(telegram.said()).toEqual(['一'])
    await later(2)
    expect(telegram.said()).toEqual(['一', '一', '二'])
  })

  test('one that may not is shown to the secretary instead', async () => {
    const { write, telegram, later, told, states } = postOffice()
    telegram.fault = once(lostConnection('ECONNRESET', true))
    write({ text: '点名', kind: 'once' })
    await later(0)
    await later(600)
    expect(telegram.said()).toEqual(['点名'])
    expect(told.uncertain).toEqual(['点名'])
    expect(states()).toEqual(['uncertain'])
  })

  test('one that certainly did not leave is sent again even so', async () => {
    const { write, telegram, later } = postOffice()
    telegram.fault = once(lostConnection('ECONNREFUSED', false))
    write({ text: '点名', kind: 'once' })
    await later(0)
    await later(2)
    expect(telegram.said()).toEqual(['点名'])
  })

  test('the pauses between tries grow, and all tries are counted', async () => {
    const { write, telegram, later, rows } = postOffice()
    telegram.fault = () => lostConnection('ECONNREFUSED', false)
    write({ text: '一' })
    await later(0)
    const tries: number[] = []
    for (let second = 1; second <= 30; second += 1) {
      const before = telegram.calls.length
      await later(1)
      if (telegram.calls.length > before) tries.push(second)
    }
    expect(tries).toEqual([2, 6, 14, 30])
    expect(rows()[0]).toMatchObject({ attempts: 5, error: 'ECONNREFUSED', state: 'queued' })
  })

  test.each([{}, { key: 'card:42' }])(
    'taken back while it fails, it is not tried again %o',
    async (as) => {
      const { write, telegram, later, work, states } = postOffice()
      telegram.fault = once(lostConnection('ECONNREFUSED', false))
      telegram.latency = async () => void work((w) => cancelLetters(w, 'session:42'))
      write({ text: '一', about: 'session:42', ...as })
      await later(0)
      await later(600)
      expect(telegram.said()).toEqual([])
      expect(states()).toEqual(['cancelled'])
    },
  )

  test('an answer that must wait for another try keeps later notices to that person behind it', async () => {
    const { write, telegram, later } = postOffice()
    telegram.fault = once(lostConnection('ECONNREFUSED', false))
    write({ text: '收到', lane: 'answer' })
    await later(0)
    write({ text: '通知' })
    await later(1)
    expect(telegram.said()).toEqual([])
    await later(1)
    expect(telegram.said()).toEqual(['收到', '通知'])
  })
})

describe('the process ends', () => {
  const points = ['afterClaim', 'afterSend'] as const
  const outcomes = [
    ['repeatable', 'afterClaim', 1, 'sent'],
    ['repeatable', 'afterSend', 2, 'sent'],
    ['once', 'afterClaim', 0, 'uncertain'],
    ['once', 'afterSend', 1, 'uncertain'],
  ] as const

  test.each(outcomes)('a %s letter, %s: arrives %i times and is %s', async (...row) => {
    const [kind, point, copies, state] = row
    const office = postOffice()
    office.write({ text: '一', kind })
    await diesAt(office, point)
    const next = office.another()
    next.recover()
    await next.drain()
    expect(office.telegram.said()).toHaveLength(copies)
    expect(office.states()).toEqual([state])
    expect(office.told.uncertain).toHaveLength(kind === 'once' ? 1 : 0)
  })

  test.each(points)('a letter with a key is not lost either, %s', async (point) => {
    const office = postOffice()
    office.write({ text: '一', key: 'card:42' })
    await diesAt(office, point)
    const next = office.another()
    next.recover()
    await next.drain()
    expect(office.states()).toEqual(['sent'])
  })

  /** A process that stops for good at `point`: nothing of it runs any more. */
  async function diesAt(office: ReturnType<typeof postOffice>, point: (typeof points)[number]) {
    const dying = office.another({
      crashAt(reached) {
        if (reached === point) throw new Error('the process ended')
      },
    })
    await dying.drain().catch(() => undefined)
  }
})

test('what has left cannot be taken back', async () => {
  const { write, courier, telegram, work, states } = postOffice()
  write({ text: '卡片', key: 'card:42' })
  let withdrawn: boolean | undefined
  telegram.latency = async () => {
    withdrawn = work((w) => withdrawLetter(w, 'card:42'))
  }
  await courier.drain()
  expect(withdrawn).toBe(false)
  expect(states()).toEqual(['sent'])
})

describe('beside the running bot', () => {
  test('with nothing to do the courier rests, though it hears of every commit', async () => {
    const office = postOffice()
    let commits = 0
    const committed = () => {
      commits += 1
      courier.wake()
    }
    const store = createStore({ database: office.database, clock: systemClock, committed })
    const courier = office.another({ store, clock: systemClock })
    courier.start()
    await passes(50)
    await courier.stop(0)
    expect(commits).toBe(2)
  })

  test('what is committed leaves at once; stopping waits for what is on its way', async () => {
    const office = postOffice()
    const { database, telegram } = office
    const store = createStore({ database, clock: systemClock, committed: () => courier.wake() })
    const courier = office.another({ store, clock: systemClock })
    let answer = (): void => undefined
    telegram.latency = () => new Promise((resolve) => (answer = resolve))
    courier.start()
    store.work((w) => void enqueue(w, { chat: zhang, message: said('一'), lane: 'answer' }))
    while (telegram.calls.length === 0) await passes(1)
    const stopped = courier.stop(5_000)
    await passes(20)
    answer()
    await stopped
    expect(office.states()).toEqual(['sent'])
  })

  test('stopping does not wait longer than it may; what is on its way is sorted out at the next start', async () => {
    const office = postOffice()
    const { telegram } = office
    const courier = office.another({ clock: systemClock })
    telegram.latency = () => new Promise(() => undefined)
    office.write({ text: '一', kind: 'once' })
    courier.start()
    while (telegram.calls.length === 0) await passes(1)
    await courier.stop(20)
    office.another().recover()
    expect(office.states()).toEqual(['uncertain'])
  })
})
