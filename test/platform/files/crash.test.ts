// The process ends, or the disk fails, while a sent file is read: it is given once all the same.

import { expect, test } from 'vitest'
import type { Store } from '../../../src/platform/store/work.ts'
import { csv, openDesk } from './desk.ts'

const disk = Object.assign(new Error('the process ended'), { code: 'SQLITE_IOERR' })
const endless = () => new Promise<never>(() => undefined)

test('while it is fetched: it is fetched anew, and given once', async () => {
  const desk = openDesk()
  desk.sends(1)
  const { promise, resolve } = Promise.withResolvers<Buffer>()
  const old = desk.reader({ download: () => promise }).drain()
  await desk.reader().drain()
  expect(desk.given()).toEqual([1])
  // Should the old one live after all, it comes too late.
  resolve(csv)
  await old
  expect(desk.given()).toEqual([1])
})

test.for([
  ['before the commit', []],
  ['after the commit', [1]],
] as const)('%s of giving it: it is given once', async ([moment, given]) => {
  const desk = openDesk()
  desk.sends(1)
  const store = mortal(desk.store, moment)
  await expect(desk.reader({ store }).drain()).rejects.toThrow('the process ended')
  expect(desk.given()).toEqual(given)
  await desk.reader().drain()
  expect(desk.given()).toEqual([1])
  expect(desk.waiting()).toBe(0)
})

test('again and again over the same file: it is not tried for ever', async () => {
  const desk = openDesk()
  desk.sends(1)
  for (let life = 1; life <= 5; life += 1) void desk.reader({ download: endless }).drain()
  await desk.reader().drain()
  expect(desk.received[0]?.table).toEqual({ ok: false, reason: 'unavailable' })
})

test('the disk is full: the file stays on the list, and nobody is told of a fault', async () => {
  const desk = openDesk()
  desk.sends(1)
  const reads = {
    roster() {
      throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
    },
  }
  await expect(desk.reader({ reads }).drain()).rejects.toThrow('full')
  expect(desk.waiting()).toBe(1)
  expect(desk.said()).toEqual([])
})

/** A store whose process ends in its second piece of work, which is the giving. */
function mortal(store: Store, moment: string): Store {
  let works = 0
  return {
    ...store,
    work(body) {
      works += 1
      if (works === 1) return store.work(body)
      if (moment === 'after the commit') store.work(body)
      return store.work((w) => {
        body(w)
        throw disk
      })
    },
  }
}
