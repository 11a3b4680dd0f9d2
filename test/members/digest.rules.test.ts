// When the secretary hears of the latest claims.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stamp } from '../../src/kernel/time.ts'
import { digestsBetween } from '../../src/members/rules/digest.ts'
import { isQuiet } from '../../src/organisation/rules.ts'
import { at, zone } from '../support/clock.ts'

test.each([
  ['2026-11-25 10:00', '2026-11-25 17:59', []],
  ['2026-11-25 10:00', '2026-11-25 18:00', ['2026-11-24 18:00 → 2026-11-25 18:00']],
  ['2026-11-25 18:00', '2026-11-26 17:59', []],
  ['2026-11-27 18:00', '2026-11-30 18:00', ['2026-11-27 18:00 → 2026-11-30 18:00']],
  [
    '2026-12-31 10:00',
    '2027-01-04 18:00',
    ['2026-12-30 18:00 → 2026-12-31 18:00', '2026-12-31 18:00 → 2027-01-04 18:00'],
  ],
])('after %s, up to %s: %j', (since, now, digests) => {
  const spans = digestsBetween(at(since), at(now), zone)
  expect(spans.map(({ from, at: to }) => `${stamp(from, zone)} → ${stamp(to, zone)}`)).toEqual(
    digests,
  )
})

test('they follow each other without a gap, and none is told at a quiet time', () => {
  const anyInstant = fc.date({
    min: at('2026-01-01 00:00'),
    max: at('2027-12-31 00:00'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: 0, max: 30 }), (since, days) => {
      const now = new Date(since.getTime() + days * 86_400_000)
      const digests = digestsBetween(since, now, zone)
      expect(digests.some((digest) => isQuiet(digest.at, zone))).toBe(false)
      const joints = digests.slice(1).map(({ from }, index) => [from, digests[index]?.at])
      for (const [from, before] of joints) expect(from).toEqual(before)
    }),
  )
})
