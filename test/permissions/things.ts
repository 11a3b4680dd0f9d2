// What the buttons may carry: something that is there, by the name of the field.

import type { AccountId, CorrectionId, ImportId, OfferId } from '../../src/kernel/ids.ts'
import { saveCorrection } from '../../src/members/store/corrections.ts'
import { saveExemption } from '../../src/members/store/exemptions.ts'
import { saveImport } from '../../src/members/store/importing.ts'
import { saveOffer } from '../../src/members/store/offices.ts'
import type { Work } from '../../src/platform/store/work.ts'
import { draftSession } from '../../src/sessions/actions.ts'
import { announce } from '../../src/training/actions/announcing.ts'
import { inPrivate } from '../attendance/branches.ts'
import type { Evening } from '../attendance/evening.ts'
import { at } from '../support/clock.ts'
import { personOf, roles, type Things } from './roles.ts'

export function allThings(
  w: Work,
  evening: Evening,
): {
  things: Things
  others: Record<string, Things>
} {
  const { story, branch } = evening
  const by = inPrivate(w, story.person(roles.organiser).person.id)
  const times = { startsAt: at('2026-12-18 19:00'), endsAt: at('2026-12-18 20:30') }
  const draft = draftSession(w, by, { branch, kind: 'training', ...times })
  const outline = { branch, stamp: 1, asks: 'sentence' as const, lengthMinutes: 90, doubts: [] }
  const announced = announce(w, by, { ...outline, ...times })
  if (!announced.ok) throw new Error('nothing was announced')
  const held = announced.session.id
  return {
    things: thingsIn(w, evening),
    others: {
      'tr.fill': { session: [draft] },
      'tr.now': { session: [held] },
      'tr.back': { session: [held] },
    },
  }
}

/** What else a button may carry: first what the matrix presses, then every other word there is. */
const words = {
  group: [0],
  on: ['2026-12-10'],
  day: ['2026-12-10', 'open', '2026-12-04'],
  month: ['2026-12', '2027-01'],
  year: [2026],
  code: ['sick', 'official', 'personal', 'other'],
  to: ['in', 'out'],
  page: [0, 'me', 'next', 'help', 'mine', 'settings', 'status'],
  answer: ['yes', 'no'],
  sure: ['ask', 'yes'],
  deed: ['export', 'unbind', 'correct', 'erase', 'retire'],
  until: ['sunday', 'month', 'type', 'over'],
  key: ['reflectionMonths', 'attendanceMonths'],
  months: [0, 12],
  rule: ['friday', 'fifth', 'type', 'later'],
  what: [
    'standing',
    'when',
    'place',
    'topic',
    'group',
    'kind',
    'exempt',
    'until',
    'resume',
    'leave',
  ],
  value: ['probationary', 'full', 'none', 'home', 'receiving', 'sick.2026-12-01', '-', '1'],
  whom: ['there', 'left'],
  before: ['full', 'open', '-', '1'],
  row: [1, 2],
  minute: [29_774_330],
  minutes: [29_774_330],
  stamp: [1],
  nonce: ['0123456789abcdef0123456789abcdef'],
}

function thingsIn(w: Work, { branch, training, story }: Evening): Things {
  const { person, offer, correction, list, period, exemption } = waiting(w, { branch, story })
  return {
    branch: [branch],
    session: [training],
    object: [training, 0],
    leave: [1],
    upTo: [1],
    person: [person],
    account: [story.person(roles.stranger).person.id],
    old: [story.person(roles.member).person.id],
    offer: [offer],
    correction: [correction],
    list: [list],
    period: [period],
    exemption: [exemption],
    office: ['organiser', 'secretary', 'groupLeader', 'overseer'],
    ...words,
  }
}

/** What waits for somebody in the branch. */
function waiting(w: Work, { branch, story }: Pick<Evening, 'branch' | 'story'>) {
  const person = personOf(w, branch, roles.member)
  const asker = personOf(w, branch, roles.asker)
  const secretary = personOf(w, branch, roles.secretary)
  const offer: OfferId = saveOffer(
    w,
    { branch, person: asker, office: 'organiser', fromOn: '2026-12-10' },
    secretary,
  )
  const correction: CorrectionId = saveCorrection(w, {
    branch,
    person: asker,
    text: '后四位写错了',
  })
  const read = {
    lines: [{ name: '新来', standing: 'full' as const }],
    doubts: [],
    assumedFull: 1,
    ignored: [],
  }
  const account = story.person(roles.secretary).person.id as AccountId
  const list: ImportId = saveImport(w, { branch, account }, read)
  const exemption = saveExemption(
    w,
    { branch, person, kind: 'sick', fromOn: '2026-12-20', untilOn: '2026-12-27' },
    secretary,
  )
  const period = story.data.raw
    .prepare("SELECT id FROM office_periods WHERE office = 'groupLeader'")
    .pluck()
    .get() as number
  return { person, offer, correction, list, period, exemption }
}
