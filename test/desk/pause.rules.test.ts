// Until when a pause lasts.

import { describe, expect, test } from 'vitest'
import { pauseEndOn, pauseEndSaid } from '../../src/desk/rules.ts'
import { at, zone } from '../support/clock.ts'

describe('chosen', () => {
  test.each([
    ['sunday', '2026-11-25', '2026-11-30'],
    ['sunday', '2026-11-29', '2026-11-30'],
    ['sunday', '2026-11-30', '2026-12-07'],
    ['month', '2026-11-25', '2026-12-01'],
    ['month', '2026-12-31', '2027-01-01'],
  ] as const)('%s on %s: reminders again from %s', (until, today, first) => {
    expect(pauseEndOn(until, today)).toBe(first)
  })
})

describe('said', () => {
  const now = at('2026-11-25 10:00')
  test.each([
    ['12月20日', '2026-12-21'],
    ['到12月20号', '2026-12-21'],
    ['暂停到下周三', '2026-12-03'],
    ['直到12月20日为止', '2026-12-21'],
    ['今天', '2026-11-26'],
    ['月底', '2026-12-01'],
    ['2028年1月1日', undefined],
    ['昨天', undefined],
    ['再说', undefined],
    ['', undefined],
  ])('“%s” ends before %s', (text, first) => {
    expect(pauseEndSaid(text, { now, zone })).toBe(first)
  })
})
