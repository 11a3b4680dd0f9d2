// Whether a check-in counts, by when the person acted.

import { describe, expect, test } from 'vitest'
import { decideCheckIn } from '../../src/attendance/rules/check-in.ts'
import type { Session } from '../../src/sessions/rules.ts'
import { at } from '../support/clock.ts'
import { december } from './occasion.ts'

const evening = (clock: string) => at(`2026-12-04 ${clock}`)

function answer(said: string, session: Partial<Session> = {}, here?: string) {
  const decision = decideCheckIn({
    session: { ...december, ...session },
    at: evening(said),
    hereAt: here ? evening(here) : undefined,
  })
  if (decision.ok) return decision.late ? 'late' : 'on time'
  return decision.reason
}

describe('while the check-in is open', () => {
  test.each([
    ['18:29', 'tooEarly'],
    ['18:30', 'on time'],
    ['19:00', 'on time'],
    ['19:10', 'on time'],
    ['19:11', 'late'],
    ['19:30', 'late'],
    ['19:31', 'closed'],
  ])('a check-in sent at %s is %s', (said, expected) => {
    expect(answer(said)).toBe(expected)
  })

  test('the first seconds after 19:10 are late, and those after 19:30 too late', () => {
    const seconds = (instant: Date, count: number) => new Date(instant.getTime() + count * 1000)
    const decide = (when: Date) => decideCheckIn({ session: december, at: when, hereAt: undefined })
    expect(decide(seconds(evening('19:10'), 1))).toEqual({ ok: true, late: true })
    expect(decide(seconds(evening('19:30'), 1))).toEqual({ ok: false, reason: 'closed' })
  })
})

describe('the answer names what would have made it succeed', () => {
  test('too early: when it opens', () => {
    expect(decideCheckIn({ session: december, at: evening('17:00'), hereAt: undefined })).toEqual({
      ok: false,
      reason: 'tooEarly',
      opensAt: evening('18:30'),
    })
  })

  test('a second time: since when one is here', () => {
    const again = { session: december, at: evening('19:20'), hereAt: evening('18:52') }
    expect(decideCheckIn(again)).toEqual({ ok: false, reason: 'already', at: evening('18:52') })
  })
})

describe('in other states of the session', () => {
  const closed = { state: 'closed', closedAt: evening('19:31') } as const
  const byHand = { state: 'closed', closedAt: evening('19:15') } as const

  test.each<[string, Partial<Session>, string, string]>([
    ['one the clock has not opened yet', { state: 'published' }, '18:40', 'on time'],
    ['a closed one, sent in time and held up', closed, '19:05', 'on time'],
    ['a closed one, sent after the end', closed, '19:31', 'closed'],
    ['one ended by hand at 19:15, sent before', byHand, '19:14', 'late'],
    ['one ended by hand at 19:15, sent after', byHand, '19:16', 'closed'],
    ['a locked one, sent in time', { ...closed, state: 'locked' }, '19:05', 'closed'],
    ['a cancelled one', { state: 'cancelled' }, '18:40', 'cancelled'],
    ['a draft', { state: 'draft' }, '18:40', 'gone'],
  ])('%s', (_case, session, said, expected) => {
    expect(answer(said, session)).toBe(expected)
  })

  test('a process that closed late does not lengthen the window', () => {
    expect(answer('20:00', { state: 'closed', closedAt: evening('23:10') })).toBe('closed')
  })

  test('whoever is here hears so even when the session is locked', () => {
    expect(answer('19:20', { state: 'locked' }, '18:52')).toBe('already')
  })
})
