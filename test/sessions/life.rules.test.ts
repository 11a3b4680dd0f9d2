// The life of a session and its check-in window, as rules.

import { describe, expect, test } from 'vitest'
import type { Standing } from '../../src/members/rules.ts'
import {
  closesAt,
  isAnnounced,
  lateAfter,
  opensAt,
  rollPlaceOf,
  type SessionState,
  sessionStates,
  statesBefore,
} from '../../src/sessions/rules.ts'
import { december } from '../attendance/occasion.ts'
import { at } from '../support/clock.ts'

test.each<[SessionState, SessionState[]]>([
  ['draft', ['published']],
  ['published', ['draft']],
  ['open', ['published']],
  ['closed', ['open']],
  ['locked', ['closed']],
  ['cancelled', ['published', 'open']],
])('a session becomes %s only from %j', (state, before) => {
  expect(statesBefore(state)).toEqual(before)
})

test('a draft and a cancelled session are not announced', () => {
  expect(sessionStates.filter((state) => !isAnnounced({ state }))).toEqual(['draft', 'cancelled'])
})

describe('a training at 19:00', () => {
  test('opens at 18:30, is late after 19:10 and closes at 19:30', () => {
    expect(opensAt(december)).toEqual(at('2026-12-04 18:30'))
    expect(lateAfter(december)).toEqual(at('2026-12-04 19:10'))
    expect(closesAt(december)).toEqual(at('2026-12-04 19:30'))
  })
})

test.each<[Standing, string]>([
  ['full', 'expected'],
  ['probationary', 'expected'],
  ['candidate', 'sittingIn'],
  ['activist', 'sittingIn'],
  ['applicant', 'sittingIn'],
  ['nonMember', 'sittingIn'],
])('somebody who is %s is %s', (standing, place) => {
  expect(rollPlaceOf({ standing })).toBe(place)
})

test.each<[Standing, string]>([
  ['full', 'exempt'],
  ['probationary', 'exempt'],
  ['candidate', 'sittingIn'],
])('somebody who is %s and exempt that day is %s', (standing, place) => {
  expect(rollPlaceOf({ standing, exemption: {} })).toBe(place)
})
