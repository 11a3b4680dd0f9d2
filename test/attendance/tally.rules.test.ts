// What a person's attendance is, and how a roll is counted.

import { describe, expect, test } from 'vitest'
import {
  type LineLeave,
  type LineState,
  lineState,
  type Mark,
  tallyOf,
} from '../../src/attendance/rules/tally.ts'
import { at } from '../support/clock.ts'

const startsAt = at('2026-12-04 19:00')

type Known = [mark: Mark | undefined, leave: LineLeave | undefined]

function mark(state: Mark['state']): Mark {
  return { state, late: false, source: 'rollCall', at: startsAt }
}

function leave(state: LineLeave['state'], requested = '2026-12-03 10:00'): LineLeave {
  return { code: 'official', state, requestedAt: at(requested) }
}

describe('the state of a person', () => {
  test.each<[string, Known, string, LineState]>([
    ['nothing known', [undefined, undefined], '19:20', 'unrecorded'],
    ['leave agreed, before the start', [undefined, leave('approved')], '18:00', 'excused'],
    ['leave undecided, before the start', [undefined, leave('pending')], '18:59', 'unrecorded'],
    ['leave undecided at the start', [undefined, leave('pending')], '19:00', 'excused'],
    [
      'leave asked for after the start',
      [undefined, leave('pending', '2026-12-04 19:05')],
      '19:20',
      'unrecorded',
    ],
    ['leave declined', [undefined, leave('declined')], '19:20', 'unrecorded'],
    ['leave agreed, but came', [mark('present'), leave('approved')], '19:20', 'present'],
    [
      'absent, though leave was asked for late',
      [mark('absent'), leave('pending', '2026-12-04 19:05')],
      '21:00',
      'absent',
    ],
  ])('%s', (_case, [known, asked], clock, expected) => {
    const facts = { mark: known, leave: asked, startsAt, now: at(`2026-12-04 ${clock}`) }
    expect(lineState(facts)).toBe(expected)
  })
})

test('those who sit in are counted beside the expected, never among them', () => {
  const line = (state: LineState, late = false) => ({ place: 'expected', state, late }) as const
  const guest = (state: LineState) => ({ place: 'sittingIn', state, late: true }) as const
  const lines = [
    line('present'),
    line('present', true),
    line('online'),
    line('excused'),
    line('absent'),
    line('unrecorded'),
    guest('present'),
    guest('unrecorded'),
  ]
  expect(tallyOf(lines)).toEqual({
    expected: 6,
    present: 2,
    online: 1,
    late: 1,
    excused: 1,
    absent: 1,
    unrecorded: 1,
    sittingIn: 1,
    exempt: 0,
  })
})

test('an exempt person counts in 应到 only by coming, so that no rate passes 100 %', () => {
  const exempt = (state: LineState) => ({ place: 'exempt', state, late: false }) as const
  const away = tallyOf([exempt('unrecorded'), exempt('excused'), exempt('absent')])
  expect(away).toMatchObject({ expected: 0, present: 0, excused: 0, absent: 0, unrecorded: 0 })
  expect(away.exempt).toBe(3)
  const came = tallyOf([exempt('present'), exempt('online'), exempt('unrecorded')])
  expect(came).toMatchObject({ expected: 2, present: 1, online: 1, exempt: 1 })
})
