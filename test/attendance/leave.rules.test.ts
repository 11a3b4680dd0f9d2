// Reading a reason for leave, and when those who decide are told.

import { describe, expect, test } from 'vitest'
import { digestDueAt, readLeave } from '../../src/attendance/rules/leave.ts'
import { at, zone } from '../support/clock.ts'

describe('the reason after 请假', () => {
  test.each([
    ['出差公务', { code: 'official' }],
    ['公出', { code: 'official' }],
    ['身体不适', { code: 'sick' }],
    ['病假', { code: 'sick' }],
    ['家中有事', { code: 'personal' }],
    ['事假', { code: 'personal' }],
    ['其他', { code: 'other' }],
    ['去上海布展', { code: 'other', note: '去上海布展' }],
    ['去上海出差，周日回来', { code: 'official', note: '去上海出差，周日回来' }],
    ['孩子发烧', { code: 'sick', note: '孩子发烧' }],
    ['接孩子放学', { code: 'personal', note: '接孩子放学' }],
    ['  出差 ', { code: 'official' }],
  ])('%s', (said, expected) => {
    expect(readLeave(said)).toEqual(expected)
  })
})

test('a reason stays on one line, of bearable length, and turns no text around', () => {
  expect(readLeave('去上海\n\t布展\u202E')).toEqual({ code: 'other', note: '去上海 布展' })
  expect(readLeave('远'.repeat(3000)).note).toHaveLength(200)
  const family = '👨‍👩‍👧‍👦'
  expect(readLeave(family.repeat(200)).note).toBe(family.repeat(Math.floor(200 / family.length)))
})

describe('those who decide are told', () => {
  const startsAt = at('2026-12-04 19:00')
  const due = (waitingSince: string, lastToldAt?: string, starts = startsAt) =>
    digestDueAt({
      waitingSince: at(waitingSince),
      lastToldAt: lastToldAt ? at(lastToldAt) : undefined,
      startsAt: starts,
      zone,
    })

  test.each<[string, string, string | undefined, string]>([
    ['at once of the first', '2026-12-03 10:00', undefined, '2026-12-03 10:00'],
    [
      'half an hour after the last time',
      '2026-12-03 10:10',
      '2026-12-03 10:00',
      '2026-12-03 10:30',
    ],
    [
      'at once, when the last time is long ago',
      '2026-12-03 15:00',
      '2026-12-03 10:00',
      '2026-12-03 15:00',
    ],
    ['in the morning of what came at night', '2026-12-02 22:00', undefined, '2026-12-03 08:30'],
    ['at once in the last three hours', '2026-12-04 16:20', '2026-12-04 16:10', '2026-12-04 16:20'],
    [
      'no later than three hours before',
      '2026-12-04 15:50',
      '2026-12-04 15:45',
      '2026-12-04 16:00',
    ],
  ])('%s', (_case, waitingSince, lastToldAt, expected) => {
    expect(due(waitingSince, lastToldAt)).toEqual(at(expected))
  })

  test('on a weekend only when the session would not wait', () => {
    expect(due('2026-11-28 10:00')).toEqual(at('2026-11-30 08:30'))
    expect(due('2026-12-05 09:00', undefined, at('2026-12-05 14:00'))).toEqual(
      at('2026-12-05 11:00'),
    )
  })
})
