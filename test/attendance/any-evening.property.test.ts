// Whatever happens on an evening: the count adds up, a locked record stays, the group learns no absentee.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closeRoll, lockRoll } from '../../src/attendance/actions/closing.ts'
import { attendanceJobs } from '../../src/attendance/jobs.ts'
import { tallyOf } from '../../src/attendance/rules/tally.ts'
import { attendanceOf } from '../../src/attendance/store/lines.ts'
import type { SessionId } from '../../src/kernel/ids.ts'
import { addMinutes } from '../../src/kernel/time.ts'
import { createLog } from '../../src/platform/log.ts'
import type { Work } from '../../src/platform/store/work.ts'
import { createTicker } from '../../src/platform/ticker/ticker.ts'
import { sessionById } from '../../src/sessions/store.ts'
import { at } from '../support/clock.ts'
import { testStore } from '../support/database.ts'
import { happens, secretReason, step } from './any-history.ts'
import { inPrivate, openBranchOf, publishTraining } from './branches.ts'
import { accounts, brickLane, warehouseThree } from './brick-lane.ts'

/** Many evenings; a busy machine takes its time. */
const timeout = 30_000

/** An evening hall: one database, one session for each run. */
function hall() {
  const { store, clock, raw } = testStore('2026-11-25 10:00')
  const { here, there } = store.work((w) => ({
    here: openBranchOf(w, brickLane),
    there: openBranchOf(w, warehouseThree),
  }))
  const errors: string[] = []
  const log = createLog({ level: 'warn', destination: { write: (line) => errors.push(line) } })
  const ticker = createTicker({
    store,
    clock,
    log,
    jobs: [attendanceJobs],
    hooks: { onGaveUp: () => undefined },
  })
  const newSession = () => {
    clock.set(at('2026-12-04 15:00'))
    return store.work((w) => publishTraining(w, { by: inPrivate(w, accounts.周航), branch: here }))
  }
  const toGroups = (): string[] =>
    raw.prepare('select payload from outbox where chat_id < 0').pluck().all() as string[]
  return { store, clock, ticker, errors, there, newSession, toGroups }
}

function linesOf(w: Work, id: SessionId) {
  const session = sessionById(w, id)
  return session ? attendanceOf(w, session) : []
}

function forget(w: Work): void {
  w.tx.run('delete from outbox')
}

test('expected = present + online + excused + absent for every locked session', { timeout }, () => {
  const { store, clock, ticker, errors, newSession } = hall()
  const evening = fc.array(step, { maxLength: 30 })
  fc.assert(
    fc.property(evening, (steps) => {
      const id = newSession()
      for (const { minutes, beats, deed } of steps) {
        clock.set(addMinutes(clock.now(), minutes))
        if (beats) ticker.beat()
        store.work((w) => {
          happens(w, id, deed)
        })
      }
      clock.set(at('2026-12-05 10:00'))
      ticker.beat()
      store.work((w) => {
        closeRoll(w, inPrivate(w, accounts.周航), id)
        lockRoll(w, inPrivate(w, accounts.周航), id)
      })
      const lines = store.look((w) => linesOf(w, id))
      const { expected, present, online, excused, absent, unrecorded } = tallyOf(lines)
      expect(lines.length).toBe(8)
      expect([present + online + excused + absent, unrecorded]).toEqual([expected, 0])
    }),
    { numRuns: 40 },
  )
  expect(errors).toEqual([])
})

test('after the lock nothing anybody does changes the record', { timeout }, () => {
  const { store, clock, newSession } = hall()
  const before = fc.array(step, { maxLength: 12 })
  fc.assert(
    fc.property(before, fc.array(step, { minLength: 1, maxLength: 12 }), (earlier, later) => {
      const id = newSession()
      for (const { deed } of earlier) store.work((w) => void happens(w, id, deed))
      clock.set(at('2026-12-04 19:35'))
      const locked = store.work((w) => {
        closeRoll(w, inPrivate(w, accounts.陈敏), id)
        lockRoll(w, inPrivate(w, accounts.陈敏), id)
        return linesOf(w, id)
      })
      for (const { minutes, deed } of later) {
        clock.set(addMinutes(clock.now(), minutes))
        store.work((w) => void happens(w, id, deed))
      }
      expect(store.look((w) => linesOf(w, id))).toEqual(locked)
    }),
    { numRuns: 25 },
  )
})

test('a group hears names only of those who said yes, and never a reason', { timeout }, () => {
  const { store, clock, ticker, newSession, toGroups } = hall()
  const names = brickLane.people.map(({ name }) => name)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      store.work((w) => void forget(w))
      const id = newSession()
      const saidYes = new Set<string>()
      for (const { minutes, beats, deed } of steps) {
        clock.set(addMinutes(clock.now(), minutes))
        if (beats) ticker.beat()
        const answered = store.work((w) => happens(w, id, deed))
        if (deed.kind === 'going' && answered?.ok) saidYes.add(nameOf(deed.account))
        const heard = toGroups().join()
        expect(heard).not.toContain(secretReason)
        expect(names.filter((name) => heard.includes(name) && !saidYes.has(name))).toEqual([])
      }
    }),
    { numRuns: 25 },
  )
})

function nameOf(account: number): string {
  const entry = Object.entries(accounts).find(([, number]) => number === account)
  return entry?.[0] ?? ''
}
