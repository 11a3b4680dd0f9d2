// Claim codes: single use, seven days, five wrong ones and a pause.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccountId } from '../../src/kernel/ids.ts'
import { issueClaimCode, redeemClaimCode } from '../../src/organisation/actions.ts'
import { codeAlphabet, evenedCode } from '../../src/organisation/rules.ts'
import { at } from '../support/clock.ts'
import { testStore } from '../support/database.ts'

const founder = 501 as AccountId
const other = 502 as AccountId

function stage() {
  const { store, clock, raw } = testStore()
  const code = store.work(issueClaimCode)
  const redeems = (typed: string, account = founder) =>
    store.work((w) => redeemClaimCode(w, account, typed))
  return { store, clock, raw, code, redeems }
}

test('a code has eight letters that cannot be confused, and is nowhere in the database', () => {
  const { raw, code } = stage()
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
  expect(codeAlphabet).not.toMatch(/[01OI]/)
  const rows = JSON.stringify(raw.prepare('select * from claim_codes').all())
  expect(rows).not.toContain(code)
})

test('a code opens once, however it was typed', () => {
  const { code, redeems } = stage()
  expect(redeems(` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)} `)).toEqual({ ok: true })
  expect(redeems(code, other)).toMatchObject({ ok: false, reason: 'wrong' })
})

test('a code is good for seven days', () => {
  const early = stage()
  early.clock.set(at('2026-12-02 09:59'))
  expect(early.redeems(early.code).ok).toBe(true)
  const late = stage()
  late.clock.set(at('2026-12-02 10:00'))
  expect(late.redeems(late.code).ok).toBe(false)
})

test('five wrong ones, and the account waits an hour, even with the right one', () => {
  const { clock, code, redeems } = stage()
  for (const triesLeft of [4, 3, 2, 1]) {
    expect(redeems('AAAAAAAA')).toEqual({ ok: false, reason: 'wrong', triesLeft })
  }
  const until = at('2026-11-25 11:00')
  expect(redeems('AAAAAAAA')).toEqual({ ok: false, reason: 'paused', until })
  expect(redeems(code)).toEqual({ ok: false, reason: 'paused', until })
  clock.set(at('2026-11-25 10:59'))
  expect(redeems(code).ok).toBe(false)
  clock.set(until)
  expect(redeems('AAAAAAAA')).toEqual({ ok: false, reason: 'wrong', triesLeft: 4 })
  expect(redeems(code).ok).toBe(true)
})

test('one person’s wrong codes do not stop another', () => {
  const { code, redeems } = stage()
  for (let times = 0; times < 6; times += 1) redeems('AAAAAAAA')
  expect(redeems(code, other).ok).toBe(true)
})

test('blanks, dashes, full width and small letters make no difference', () => {
  const anyCode = fc.string({ unit: fc.constantFrom(...codeAlphabet), minLength: 8, maxLength: 8 })
  const anyTyping = fc.constantFrom(
    (code: string) => code.toLowerCase(),
    (code: string) => [...code].join(' '),
    (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`,
    (code: string) => `${code.slice(0, 4)}—${code.slice(4)}\n`,
    (code: string) => [...code].map(fullWidth).join(''),
  )
  fc.assert(
    fc.property(anyCode, anyTyping, (code, typed) => {
      expect(evenedCode(typed(code))).toBe(code)
    }),
  )
})

function fullWidth(letter: string): string {
  return String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)
}
