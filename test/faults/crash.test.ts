// The program dies in the middle of a check-in: at four chosen points, and at twenty of chance.

import { randomInt } from 'node:crypto'
import { setTimeout as passes } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crashPoints } from './crash-points.ts'
import { Evening } from './evening.ts'
import { openLoopbackStage } from './loopback-stage.ts'

describe('one person checks in and the program dies', () => {
  test.for([
    ['beforeCommit', 'nothing is kept and nothing said', { marks: 0, queued: 0, receipts: 0 }, 1],
    ['afterCommit', 'it is kept, the receipt waits', { marks: 1, queued: 1, receipts: 0 }, 1],
    ['afterClaim', 'it is kept, the receipt waits', { marks: 1, queued: 1, receipts: 0 }, 1],
    ['afterSend', 'the receipt is there, unrecorded', { marks: 1, queued: 1, receipts: 1 }, 2],
  ] as const)('%s: %s; after a restart all is well', async ([point, , atDeath, copies]) => {
    const stage = await openLoopbackStage()
    const evening = await Evening.of(stage, 1)
    await evening.begins()
    evening.press()
    await stage.settle()

    await stage.trap({ point, left: 1 })
    evening.checkIn()
    expect(await stage.gone()).toBe('SIGKILL')
    const { marks, receiptsWaiting: queued } = evening.kept()
    expect({ marks, queued, receipts: evening.receipts() }).toEqual(atDeath)

    await stage.start()
    evening.expectDone()
    expect(evening.receipts()).toBe(copies)
  })
})

test.for(crashPoints)(
  'thirty people check in and the program dies again and again %s',
  async (point) => {
    const stage = await openLoopbackStage()
    const evening = await Evening.of(stage, 30)
    for (const left of [1, 8, 25]) {
      await evening.begins()
      await stage.trap({ point, left })
      evening.press()
      evening.checkIn()
      expect(await stage.gone()).toBe('SIGKILL')
      evening.expectConfirmedKept()
      await stage.start()
      evening.expectDone()
    }
  },
)

const seed = Number(process.env.FAULT_SEED ?? randomInt(2 ** 31))
/** 30 toasts and 30 receipts are always sent; between two calls, time goes on. */
const moment = fc.record({ calls: fc.nat(60), thenMs: fc.nat(15) })
const moments = fc.sample(moment, { seed, numRuns: 20 })

test(`thirty people check in, the program is killed at twenty moments of chance (seed ${seed})`, async () => {
  const stage = await openLoopbackStage()
  const evening = await Evening.of(stage, 30)
  for (const { calls, thenMs } of moments) {
    await evening.begins()
    const reached = stage.calls(calls)
    evening.press()
    evening.checkIn()
    await reached
    await passes(thenMs)
    await stage.kill()
    evening.expectConfirmedKept()
    await stage.start()
    evening.expectDone()
  }
})
