// Who is expected on which day: derived from dated rows, table by table.

import { describe, expect, test } from 'vitest'
import { hasVote } from '../../src/members/rules/membership.ts'
import { expectedOn, rosterOn } from '../../src/members/store.ts'
import { saveBranch } from '../../src/organisation/store.ts'
import { testStore } from '../support/database.ts'
import { placeOn, type Rows, writeRows } from './rows.ts'

type Place = ReturnType<typeof placeOn>

function stage() {
  const { store } = testStore()
  const branch = store.work((w) => saveBranch(w, '青砖里支部'))
  return { store, branch }
}

const since = '2026-03-01'

describe.each<[string, Rows, readonly (readonly [day: string, place: Place])[]]>([
  [
    'a probationary member who becomes full on the 15th is expected before and after',
    {
      places: [[since]],
      standings: [
        ['probationary', since],
        ['full', '2026-12-15'],
      ],
    },
    [
      ['2026-12-14', 'expected'],
      ['2026-12-15', 'expected'],
    ],
  ],
  [
    'a candidate who becomes probationary on the 15th sits in until the 14th',
    {
      places: [[since]],
      standings: [
        ['candidate', since],
        ['probationary', '2026-12-15'],
      ],
    },
    [
      ['2026-12-14', 'sittingIn'],
      ['2026-12-15', 'expected'],
      ['2026-12-16', 'expected'],
    ],
  ],
  [
    'a change written later for an earlier day counts from that day until the next one',
    {
      places: [[since]],
      standings: [
        ['full', since],
        ['candidate', '2026-12-15'],
        ['activist', '2026-06-01'],
      ],
    },
    [
      ['2026-05-31', 'expected'],
      ['2026-06-01', 'sittingIn'],
      ['2026-12-15', 'sittingIn'],
    ],
  ],
  [
    'of two changes for one day the one written last counts',
    {
      places: [[since]],
      standings: [
        ['activist', since],
        ['full', since],
      ],
    },
    [[since, 'expected']],
  ],
  [
    'somebody without a standing of their own is a full member',
    { places: [[since]] },
    [['2026-12-04', 'expected']],
  ],
  [
    'joined and left part-way',
    { places: [['2026-11-10', '2026-12-20']] },
    [
      ['2026-11-09', undefined],
      ['2026-11-10', 'expected'],
      ['2026-12-19', 'expected'],
      ['2026-12-20', undefined],
      ['2027-05-01', undefined],
    ],
  ],
  [
    'left and came back',
    {
      places: [[since, '2026-06-01'], ['2026-12-01']],
    },
    [
      ['2026-05-31', 'expected'],
      ['2026-06-01', undefined],
      ['2026-11-30', undefined],
      ['2026-12-01', 'expected'],
    ],
  ],
  [
    'put on the roster by mistake and taken off for the same day',
    { places: [['2026-12-01', '2026-12-01']] },
    [
      ['2026-11-30', undefined],
      ['2026-12-01', undefined],
    ],
  ],
  [
    'exempt for a time with an end',
    { places: [[since]], exemptions: [['maternity', '2026-12-04', '2027-04-01']] },
    [
      ['2026-12-03', 'expected'],
      ['2026-12-04', 'exempt'],
      ['2027-03-31', 'exempt'],
      ['2027-04-01', 'expected'],
    ],
  ],
  [
    'exempt until somebody says',
    { places: [[since]], exemptions: [['frail', '2026-12-04']] },
    [
      ['2026-12-03', 'expected'],
      ['2026-12-04', 'exempt'],
      ['2036-12-04', 'exempt'],
    ],
  ],
  [
    'two exemptions that meet exempt once',
    {
      places: [[since]],
      exemptions: [
        ['sick', '2026-12-01', '2027-01-01'],
        ['abroad', '2026-12-10', '2026-12-20'],
      ],
    },
    [
      ['2026-12-15', 'exempt'],
      ['2026-12-25', 'exempt'],
      ['2027-01-01', 'expected'],
    ],
  ],
  [
    'received instead of at home is expected all along',
    {
      places: [
        [since, '2026-12-15'],
        ['2026-12-15', undefined, 'receiving'],
      ],
    },
    [
      ['2026-12-14', 'expected'],
      ['2026-12-15', 'expected'],
    ],
  ],
])('%s', (_, rows, days) => {
  test.each(days)('on %s: %s', (day, place) => {
    const { store, branch } = stage()
    const person = store.work((w) => writeRows(w, { branch, name: '李晓雯' }, rows))
    expect(store.look((w) => placeOn(w, branch, day, person))).toBe(place)
    const names = store.look((w) => rosterOn(w, branch, day).map(({ name }) => name))
    expect(names).toEqual(place ? ['李晓雯'] : [])
  })
})

test.each([
  ['2026-12-14', false],
  ['2026-12-15', true],
  ['2026-12-16', true],
])('who becomes full on 15 December votes on %s: %s', (day, votes) => {
  const { store, branch } = stage()
  const standings = [
    ['probationary', since],
    ['full', '2026-12-15'],
  ] as const
  store.work((w) => writeRows(w, { branch, name: '李晓雯' }, { places: [[since]], standings }))
  expect(store.look((w) => rosterOn(w, branch, day).map(hasVote))).toEqual([votes])
})

test('who is at home in one branch and received by another is expected in both and votes at home', () => {
  const { store, branch: home } = stage()
  const there = store.work((w) => {
    const other = saveBranch(w, '三号仓支部')
    const person = writeRows(w, { branch: home, name: '何雨桐' }, { places: [[since]] })
    const received = { branch: other, name: '', person }
    writeRows(w, received, { places: [['2026-12-01', undefined, 'receiving']] })
    return other
  })
  const votes = (branch: typeof home, day: string) =>
    store.look((w) => expectedOn(w, branch, day).map(hasVote))
  expect([votes(home, '2026-12-01'), votes(there, '2026-12-01')]).toEqual([[true], [false]])
  expect([votes(home, '2026-11-30'), votes(there, '2026-11-30')]).toEqual([[true], []])
})

test('standing, party group and exemption of one branch do not show in another', () => {
  const { store, branch: home } = stage()
  const there = store.work((w) => {
    const other = saveBranch(w, '三号仓支部')
    const rows: Rows = {
      places: [[since]],
      standings: [['activist', since]],
      groups: [['第一党小组', since]],
      exemptions: [['sick', since]],
    }
    const person = writeRows(w, { branch: home, name: '何雨桐' }, rows)
    writeRows(w, { branch: other, name: '', person }, { places: [[since]] })
    return other
  })
  const [member] = store.look((w) => rosterOn(w, there, since))
  expect(member).toMatchObject({ standing: 'full' })
  expect(member).not.toHaveProperty('partyGroup')
  expect(member).not.toHaveProperty('exemption')
})

test.each([
  ['2026-02-28', undefined],
  ['2026-03-01', '第一党小组'],
  ['2026-12-14', '第一党小组'],
  ['2026-12-15', '第二党小组'],
  ['2027-01-01', undefined],
])('a member who changes party groups is on %s in %s', (day, name) => {
  const { store, branch } = stage()
  const groups = [
    ['第一党小组', since],
    ['第二党小组', '2026-12-15'],
    [undefined, '2027-01-01'],
  ] as const
  store.work((w) => writeRows(w, { branch, name: '李晓雯' }, { places: [['2026-01-01']], groups }))
  const [member] = store.look((w) => rosterOn(w, branch, day))
  expect(member?.partyGroup?.name).toBe(name)
})
