// When reminders of a session are due, and when they may ring.

import { describe, expect, test } from 'vitest'
import { mayRing, reminderTimes } from '../../src/attendance/rules/reminders.ts'
import { answerRefusal, answersDueAt } from '../../src/attendance/rules/rsvp.ts'
import { stamp } from '../../src/kernel/time.ts'
import type { Session } from '../../src/sessions/rules.ts'
import { at, zone } from '../support/clock.ts'
import { december } from './occasion.ts'

function times(start: string) {
  const startsAt = at(start)
  return reminderTimes({ ...december, startsAt }, zone).map(
    ({ kind, at: due, until }) => `${kind} ${stamp(due, zone)} → ${stamp(until, zone)}`,
  )
}

describe('the times of the reminders', () => {
  test('of an evening training', () => {
    expect(times('2026-12-04 19:00')).toEqual([
      'dayBefore 2026-12-03 18:30 → 2026-12-04 17:00',
      'sameDay 2026-12-04 17:00 → 2026-12-04 18:30',
      'silent 2026-12-04 17:00 → 2026-12-04 19:00',
    ])
  })

  test('of a Monday training: the day before is the Friday', () => {
    expect(times('2026-12-07 19:00')[0]).toBe('dayBefore 2026-12-04 18:30 → 2026-12-07 17:00')
  })

  test('of one at 08:00: none on the day itself, the organiser hears at the opening', () => {
    expect(times('2026-12-04 08:00')).toEqual([
      'dayBefore 2026-12-03 18:30 → 2026-12-04 07:30',
      'silent 2026-12-04 07:30 → 2026-12-04 08:00',
    ])
  })
})

describe('something automatic', () => {
  test.each([
    ['a weekday afternoon', '2026-12-03 18:30', '2026-12-04 19:00', true],
    ['at night', '2026-12-03 21:00', '2026-12-04 19:00', false],
    ['early', '2026-12-04 08:29', '2026-12-04 19:00', false],
    ['a weekend', '2026-12-05 12:00', '2026-12-07 19:00', false],
    ['the weekend day of the session', '2026-12-05 12:00', '2026-12-05 14:00', true],
    ['the night before it', '2026-12-05 07:00', '2026-12-05 14:00', false],
  ])('on %s', (_case, now, starts, expected) => {
    expect(mayRing({ now: at(now), startsAt: at(starts), zone })).toBe(expected)
  })
})

test('answers are asked for until half an hour before the reminder', () => {
  expect(answersDueAt(december.startsAt, zone)).toEqual(at('2026-12-03 18:00'))
})

describe('answers are taken', () => {
  test.each<[Session['state'], string, string | undefined]>([
    ['published', '2026-12-04 12:00', undefined],
    ['open', '2026-12-04 19:20', undefined],
    ['open', '2026-12-04 20:30', 'over'],
    ['closed', '2026-12-04 19:40', 'over'],
    ['locked', '2026-12-04 19:40', 'over'],
    ['cancelled', '2026-12-04 12:00', 'cancelled'],
    ['draft', '2026-12-04 12:00', 'gone'],
  ])('in a %s session at %s: %s', (state, now, expected) => {
    expect(answerRefusal({ ...december, state }, at(now))?.reason).toBe(expected)
  })
})
