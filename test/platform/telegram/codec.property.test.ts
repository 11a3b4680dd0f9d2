// What buttons and links carry comes back as it was, and nothing else is taken for it.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callback } from '../../../src/platform/telegram/callback.ts'
import { choice, id, token } from '../../../src/platform/telegram/codec.ts'
import { link } from '../../../src/platform/telegram/link.ts'

const rowIds = fc.integer({ min: 1, max: 2 ** 52 })
const months = fc.constantFrom('2026-12', '2027-01')
const answers = fc.constantFrom('yes', 'no') as fc.Arbitrary<'yes' | 'no'>
const shape = {
  session: id<number>(),
  person: id<number>(),
  month: token(/^\d{4}-\d{2}$/),
  answer: choice('yes', 'no'),
}
const values = fc.record({ session: rowIds, person: rowIds, month: months, answer: answers })

describe('a button', () => {
  const codec = callback('att.leave', shape)

  test('gives back what it carries and fits into 64 bytes', () => {
    fc.assert(
      fc.property(values, (given) => {
        const data = codec.data(given)
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
        expect(codec.parse(data)).toEqual(given)
      }),
    )
  })

  test('reads nothing out of forged data', () => {
    const forged = fc.oneof(
      fc.string(),
      fc.string().map((text) => `att.leave:${text}`),
      fc.array(fc.string(), { maxLength: 5 }).map((parts) => `att.leave:${parts.join(':')}`),
    )
    fc.assert(
      fc.property(forged, (data) => {
        const read = codec.parse(data)
        if (read) expect(codec.data(read)).toBe(data)
      }),
      { numRuns: 2_000 },
    )
  })

  test('that would not fit is refused where it is made', () => {
    const long = callback('x', { note: token(/^.*$/) })
    expect(() => long.data({ note: '体'.repeat(30) })).toThrow('too long')
  })
})

describe('a link', () => {
  const codec = link('c', { session: id<number>(), answer: choice('yes', 'no') })

  test('gives back what it carries in Telegram’s alphabet', () => {
    fc.assert(
      fc.property(rowIds, answers, (session, answer) => {
        const payload = codec.payload({ session, answer })
        expect(payload).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
        expect(codec.parse(payload)).toEqual({ session, answer })
      }),
    )
  })

  test('outside the alphabet is refused where it is made', () => {
    expect(() => link('c', { name: token(/^.*$/) }).payload({ name: '李' })).toThrow('payload')
  })
})
