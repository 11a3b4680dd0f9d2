// Who may bring people onto a roster, and how a secretary of two branches stays one person.

import { expect, test } from 'vitest'
import type { AccountId, OrganisationId, PersonId } from '../../src/kernel/ids.ts'
import { nod } from '../../src/members/actions/nodding.ts'
import { importRoster } from '../../src/members/actions/roster.ts'
import { selfOnRosterButton } from '../../src/members/buttons/importing.ts'
import { accountOf } from '../../src/members/store/accounts.ts'
import { rosterNow } from '../../src/members/store.ts'
import { inPrivate, openBranchOf } from '../attendance/branches.ts'
import { testStore } from '../support/database.ts'
import { openBranch } from '../support/opening.ts'
import { openStory } from '../support/story.ts'

const lines = [
  { name: '林涛', phoneTail: '6607', standing: 'full' },
  { name: '孙悦', phoneTail: '3304', standing: 'probationary' },
] as const

function stage() {
  const { store } = testStore()
  const branch = store.work((w) =>
    openBranchOf(w, {
      name: '青砖里支部',
      chat: -100,
      people: [
        { name: '陈敏', tail: '6601', account: 501, office: 'secretary' },
        { name: '周航', tail: '7702', account: 502, office: 'organiser' },
        { name: '王建国' },
      ],
    }),
  )
  const names = () => store.look((w) => rosterNow(w, branch).map(({ name }) => name))
  return { store, branch, names }
}

test('the secretary adds people at the end of the roster; the same list again adds nobody', () => {
  const { store, branch, names } = stage()
  const imported = () => store.work((w) => importRoster(w, inPrivate(w, 501), { branch, lines }))
  expect(imported()).toMatchObject({ ok: true, added: 2, changed: 0 })
  expect(imported()).toMatchObject({ ok: true, added: 0, changed: 0 })
  expect(names()).toEqual(['陈敏', '周航', '王建国', '林涛', '孙悦'])
})

test.each([
  ['the organiser', 502],
  ['a stranger', 999],
])('%s adds nobody', (_, account) => {
  const { store, branch, names } = stage()
  const outcome = store.work((w) => importRoster(w, inPrivate(w, account), { branch, lines }))
  expect(outcome).toEqual({ ok: false, reason: 'notAllowed' })
  expect(names()).toEqual(['陈敏', '周航', '王建国'])
})

test('nobody but the secretary nods to a claim without digits', () => {
  const { store, branch } = stage()
  const wang = store.look((w) => rosterNow(w, branch)[2])
  if (!wang) throw new Error('王建国 is missing')
  const about = { branch, person: wang.person, account: 999 as AccountId, agreed: true }
  for (const account of [502, 999]) {
    const outcome = store.work((w) => nod(w, inPrivate(w, account), about))
    expect(outcome).toEqual({ ok: false, reason: 'notAllowed' })
  }
  expect(store.look((w) => accountOf(w, wang.person))).toBeUndefined()
})

test('a secretary who opens a second branch is one person on both rosters', async () => {
  const story = await openStory()
  const roster = [
    { name: '陈敏', tail: '6601' },
    { name: '周航', tail: '7702' },
  ]
  await openBranch(story, { title: '青砖里支部', secretary: '陈敏', roster })
  await openBranch(story, { title: '三号仓支部', secretary: '陈敏', roster })
  const chen = story.person('陈敏')
  expect((await chen.last()).text).toContain('开通完成')
  const places = story.data.raw
    .prepare(
      `select organisations.name from memberships join accounts using (person_id)
       join organisations on organisations.id = branch_id order by organisations.id`,
    )
    .pluck()
    .all()
  expect(places).toEqual(['青砖里支部', '三号仓支部'])
  await chen.says('/members')
  expect((await chen.last()).text).toBe(
    '三号仓支部名册\n已认领 1/2\n还没认领（1 人）：周航\n可以当面或电话说一声；不用机器人的同志，点名也一样记。',
  )
})

test('a secretary who is on the roster is nobody else on it, whatever they press', async () => {
  const story = await openStory()
  const roster = [
    { name: '陈敏', tail: '6601' },
    { name: '周航', tail: '7702' },
  ]
  await openBranch(story, { title: '青砖里支部', secretary: '陈敏', roster })
  const zhou = story.data.raw.prepare("SELECT id FROM people WHERE name = '周航'").pluck().get()
  const data = { branch: 1 as OrganisationId, person: zhou as PersonId }
  story.person('陈敏').forges(selfOnRosterButton.data(data))
  await story.settle()
  const names = story.data.raw.prepare(
    'SELECT name FROM people JOIN memberships ON person_id = people.id',
  )
  expect(names.pluck().all()).toEqual(['陈敏', '周航'])
})
