// Who is expected on a day, for dated rows by chance.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedOn } from '../../src/members/store.ts'
import { saveBranch } from '../../src/organisation/store.ts'
import { testStore } from '../support/database.ts'
import { type Rows, writeRows } from './rows.ts'

const anyDay = fc
  .integer({ min: 0, max: 89 })
  .map((at) => new Date(Date.UTC(2026, 9, 1 + at)).toISOString().slice(0, 10))

/** Places one after the other, so that none meets the next. */
const anyPlaces = fc
  .uniqueArray(anyDay, { minLength: 1, maxLength: 5 })
  .map((days) => days.sort())
  .map((days) =>
    Array.from({ length: Math.ceil(days.length / 2) }, (_, at) => {
      const [from = '', until] = days.slice(at * 2, at * 2 + 2)
      return until === undefined ? ([from] as const) : ([from, until] as const)
    }),
  )

const anyRows = fc.record({
  places: anyPlaces,
  standings: fc.array(
    fc.tuple(fc.constantFrom('full', 'probationary', 'candidate', 'nonMember'), anyDay),
    { maxLength: 4 },
  ),
  exemptions: fc.array(fc.tuple(fc.constantFrom('sick', 'abroad'), anyDay, anyDay), {
    maxLength: 3,
  }),
})

test('nobody is expected before joining or from the day of leaving on, nor twice, nor while exempt', () => {
  const { store } = testStore()
  const branch = store.work((w) => saveBranch(w, '青砖里支部'))
  const property = fc.property(fc.array(anyRows, { maxLength: 4 }), anyDay, (people, day) => {
    store.work((w) => {
      const written = people.map((rows) => ({
        rows,
        person: writeRows(w, { branch, name: '某同志' }, rows as Rows),
      }))
      const expected = expectedOn(w, branch, day).map(({ person }) => person)
      expect(new Set(expected).size).toBe(expected.length)
      for (const { rows, person } of written) {
        const spells = (all: readonly (readonly string[])[]) =>
          all.some(([from = '', until = '9']) => from <= day && day < until)
        const isExempt = spells(rows.exemptions.map(([, ...spell]) => spell))
        const last = rows.standings
          .filter(([, from]) => from <= day)
          .sort(([, one], [, other]) => one.localeCompare(other))
          .at(-1)?.[0]
        const isMember = last === undefined || last === 'full' || last === 'probationary'
        const should = spells(rows.places) && isMember && !isExempt
        expect(expected.includes(person)).toBe(should)
      }
    })
  })
  fc.assert(property, { numRuns: 60 })
})
