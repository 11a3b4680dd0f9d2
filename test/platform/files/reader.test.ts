// What becomes of a table that somebody sent: read once, whatever happens on the way.

import { setTimeout as passes } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../../src/kernel/clock.ts'
import { createStore, type Store } from '../../../src/platform/store/work.ts'
import { csv, type Desk, openDesk, zhang } from './desk.ts'

const unreachable = async () => {
  throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
}

test('a table is read and given to who asked for it, and forgotten', async () => {
  const desk = openDesk()
  desk.sends(42)
  await desk.reader().drain()
  expect(desk.received).toEqual([
    {
      account: zhang,
      about: 42,
      fileName: '名单.csv',
      table: {
        ok: true,
        grids: [
          {
            tab: '名单',
            rows: [
              ['姓名', '电话'],
              ['张伟', '0138'],
            ],
            merges: [],
          },
        ],
      },
    },
  ])
  expect(desk.waiting()).toBe(0)
})

test('several wait their turn: one at a time, the first first', async () => {
  const desk = openDesk()
  const going = new Set<string>()
  let most = 0
  const download = async (file: string) => {
    most = Math.max(most, going.add(file).size)
    await passes(1)
    going.delete(file)
    return csv
  }
  for (const about of [1, 2, 3]) desk.sends(about)
  const reader = desk.reader({ download })
  await Promise.all([reader.drain(), reader.drain()])
  expect(desk.given()).toEqual([1, 2, 3])
  expect(most).toBe(1)
})

test('too big a file is said to be too big, and never read', async () => {
  const desk = openDesk()
  desk.sends(1)
  await desk.reader({ download: async () => 'tooBig' }).drain()
  expect(desk.received[0]?.table).toEqual({ ok: false, reason: 'tooBig' })
})

describe('Telegram does not answer', () => {
  test('it is asked five times in ten minutes, then the sender learns of it', async () => {
    const desk = openDesk()
    desk.sends(1)
    const reader = desk.reader({ download: unreachable })
    const began = desk.clock.now().getTime()
    const tries: number[] = []
    while (desk.waiting() !== 0) {
      await reader.drain()
      tries.push((desk.clock.now().getTime() - began) / 1_000)
      const next = desk.raw.prepare('SELECT next_try_at FROM file_reads').pluck().get()
      if (next) desk.clock.set(new Date(next as number))
    }
    expect(tries).toEqual([0, 5, 30, 150, 600])
    expect(desk.received[0]?.table).toEqual({ ok: false, reason: 'unavailable' })
    expect(desk.given()).toEqual([1])
  })

  test('once it answers again, the file is read as if nothing had been', async () => {
    const desk = openDesk()
    desk.sends(1)
    await desk.reader({ download: unreachable }).drain()
    await desk.reader().drain()
    expect(desk.given()).toEqual([])
    desk.clock.set(new Date(desk.clock.now().getTime() + 5_000))
    await desk.reader().drain()
    expect(desk.received[0]?.table.ok).toBe(true)
  })

  test('the log says how often, and not whose or what', async () => {
    const desk = openDesk()
    desk.sends(1)
    await desk.reader({ download: unreachable }).drain()
    expect(desk.logged).toEqual([
      expect.objectContaining({ level: 40, file: 1, tries: 1, code: 'ECONNREFUSED' }),
    ])
    expect(JSON.stringify(desk.logged)).not.toMatch(/名单|张伟|f1|"7"/)
  })
})

describe('a fault of ours', () => {
  test.for([
    ['in the slice', 'roster'],
    ['nobody reads such files', 'unheard-of'],
  ] as const)(
    '%s: nothing is kept, the sender gets the number that is in the log',
    async ([, purpose]) => {
      const desk = openDesk()
      desk.sends(1, { purpose })
      const reads = {
        roster() {
          desk.raw.exec('INSERT INTO given VALUES (1)')
          throw new Error('张伟 is not a number')
        },
      }
      await desk.reader({ reads }).drain()
      expect(desk.given()).toEqual([])
      expect(desk.waiting()).toBe(0)
      const [line] = desk.logged
      expect(line).toMatchObject({ level: 50, file: 1 })
      expect(JSON.stringify(line)).not.toContain('张伟')
      expect(desk.said()).toEqual([
        `读您发来的文件时出错了，编号 ${line?.fault}。请再发一次；若仍不行，把编号告诉管理员。`,
      ])
    },
  )
})

describe('beside the running bot', () => {
  test('what is committed is read at once', async () => {
    const desk = openDesk()
    const { store, clock } = inRealTime(desk, () => reader.wake())
    const reader = desk.reader({ store, clock })
    reader.start()
    desk.sends(1, { store })
    await vi.waitFor(() => expect(desk.given()).toEqual([1]))
    desk.sends(2, { store })
    await vi.waitFor(() => expect(desk.given()).toEqual([1, 2]))
    await reader.stop(1_000)
  })

  test('stopping drops what is on its way; it is read after the next start', async () => {
    const desk = openDesk()
    const { store, clock } = inRealTime(desk, () => undefined)
    desk.sends(1, { store })
    const started = Promise.withResolvers<void>()
    const reader = desk.reader({
      store,
      clock,
      download: (_file, { signal }) => {
        started.resolve()
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
        })
      },
    })
    reader.start()
    await started.promise
    await reader.stop(60_000)
    expect(desk.waiting()).toBe(1)
    expect(desk.logged).toEqual([])
    await desk.reader({ store, clock }).drain()
    expect(desk.given()).toEqual([1])
  })

  test('with nothing to read it hardly looks, however much is committed', async () => {
    const desk = openDesk()
    let looks = 0
    const store: Store = {
      ...desk.store,
      look(body) {
        looks += 1
        return desk.store.look(body)
      },
    }
    const reader = desk.reader({ store, clock: systemClock })
    reader.start()
    for (let commits = 0; commits < 100; commits += 1) reader.wake()
    await passes(50)
    expect(looks).toBeLessThan(5)
    await reader.stop(1_000)
  })
})

function inRealTime({ database }: Desk, committed: () => void) {
  return { store: createStore({ database, clock: systemClock, committed }), clock: systemClock }
}
