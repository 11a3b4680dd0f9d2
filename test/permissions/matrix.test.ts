// Every command, button and link, pressed by every role of the own and of another branch, in private
// and in the groups, before and after an office ended: allowed or refused as the table says.

import { expect, test } from 'vitest'
import { type Permission, permissionsFrom } from '../../src/kernel/roles.ts'
import { endAllOffices } from '../../src/members/actions/office-ending.ts'
import { type Attempt, act, attempted, doors, press, wordsIn } from '../month/attempt.ts'
import { type Cast, openCast } from './cast.ts'
import { type Need, needs } from './needs.ts'
import { type Opening, opened } from './openings.ts'
import { insiders, outsiders, personOf, type Role, roles } from './roles.ts'

const everybody: readonly Role[] = [...insiders, ...outsiders]
/** What only members of the branch may hear. */
const secrets = /孙悦|赵一鸣|苏州|1004|1005/
const stale = '这条消息旧了，请从最新的消息里操作。'
const nothingButStale = `nothing written: {"toast":"${stale}"}`

async function openAll(): Promise<{ cast: Cast; openings: Opening[] }> {
  const cast = await openCast()
  return { cast, openings: doors.flatMap((door) => opened(door, cast)) }
}

test('who may open which door, role by role, as the table says', async () => {
  const { cast, openings } = await openAll()
  expect(openings.map(({ name }) => name).sort()).toEqual(Object.keys(needs).sort())
  for (const opening of openings) {
    const need = needOf(opening)
    const outcomes = outcomesOf(cast, opening, everybody)
    const refusals = refusedRoles(need).map((role) => outcomes.get(role))
    const allowed = new Set(allowedRoles(need))
    for (const [role, outcome] of outcomes) {
      const told = `${opening.name}, ${role}, for ${need}`
      if (allowed.has(role)) expect.soft(refusals, told).not.toContain(outcome)
      else if (insiders.includes(role)) expect.soft(outcome, told).toMatch(/^nothing written/)
      else expectNothing(outcome, told)
    }
  }
}, 60_000)

test('in a group only the buttons of cards do anything, and only for members', async () => {
  const { cast, openings } = await openAll()
  const presses = openings.filter(({ act }) => act.kind === 'pressed')
  for (const group of [cast.group.id, cast.otherGroup.id]) {
    for (const role of everybody) {
      const isOwn = group === cast.group.id && insiders.includes(role)
      comesInto(cast, role, group)
      for (const opening of presses) {
        const outcome = outcomeOf(cast, role, { ...opening, group })
        const told = `${opening.name}, ${role}, in the group ${group}`
        if (!opening.inGroup || !isOwn) expectNothing(outcome, told)
        expect.soft(outcome === nothingButStale, told).toBe(!opening.inGroup)
      }
    }
  }
}, 60_000)

test('a command typed in a group tells the group nothing of anybody', async () => {
  const { cast, openings } = await openAll()
  const typed = openings.filter(({ act }) => act.kind === 'said')
  for (const role of everybody) {
    const account = accountOf(cast, role)
    const group = comesInto(cast, role, cast.group.id)
    for (const { name, act } of typed) {
      const { reply, letters } = attempted(cast.story, { account, act, group })
      const told = `${name}, ${role}, typed in the group`
      expect.soft(reply.show, told).toBe(undefined)
      expect.soft(JSON.stringify([reply, letters]), told).not.toMatch(secrets)
    }
  }
}, 60_000)

test('whose office has just ended may no more than any member', async () => {
  const { cast, openings } = await openAll()
  const { story, branch } = cast
  for (const role of insiders) {
    const theirs = openings.filter(
      (one) => isPermission(needOf(one)) && allowedRoles(needOf(one)).includes(role),
    )
    const before = theirs.map((opening) => outcomeOf(cast, role, opening))
    story.app.store.work((w) => {
      endAllOffices(w, { branch, person: personOf(w, branch, roles[role]), at: w.now })
    })
    for (const [at, opening] of theirs.entries()) {
      const outcome = outcomeOf(cast, role, opening)
      const told = `${opening.name}, ${role}, right after the office`
      expect.soft(outcome, told).toMatch(/^nothing written/)
      expect.soft(outcome, told).not.toBe(before[at])
    }
  }
}, 60_000)

test('who has just left the branch writes nothing there and hears nothing of it', async () => {
  const { cast, openings } = await openAll()
  const ownAffairs: readonly Need[] = ['everybody', 'known', 'asker']
  const ofBranch = openings.filter((one) => !ownAffairs.includes(needOf(one)))
  for (const role of insiders) {
    leave(cast, role)
    for (const opening of ofBranch) {
      const outcome = outcomeOf(cast, role, opening)
      const told = `${opening.name}, ${role}, right after leaving`
      expectNothing(outcome.replaceAll(`${roles[role]}同志`, ''), told)
    }
  }
}, 60_000)

function leave({ story, branch }: Cast, role: Role): void {
  const { raw } = story.data
  story.app.store.work((w) => {
    const person = personOf(w, branch, roles[role])
    endAllOffices(w, { branch, person, at: w.now })
    raw.prepare("UPDATE memberships SET left_on = '2026-12-04' WHERE person_id = ?").run(person)
    // Whoever is on the roll of an evening that has begun answers for themselves to its end.
    raw.prepare('DELETE FROM rolls WHERE person_id = ?').run(person)
  })
}

function needOf({ name }: Opening): Need {
  return needs[name] ?? 'nobody'
}

/** Whoever has no business in the branch writes nothing and is told nothing of it. */
function expectNothing(outcome: string, told: string): void {
  expect.soft(outcome, told).toMatch(/^nothing written/)
  expect.soft(outcome, told).not.toMatch(secrets)
}

function allowedRoles(need: Need): readonly Role[] {
  if (need === 'everybody') return everybody
  if (need === 'nobody') return []
  if (need === 'member') return insiders
  if (need === 'asker') return ['asker']
  if (need === 'known') return everybody.filter((role) => role !== 'stranger')
  return insiders.filter((role) => permissionsOf(role).has(need))
}

function isPermission(need: Need): need is Permission {
  return need.includes('.')
}

/** Somebody whose refusal is known to be one. */
function refusedRoles(need: Need): readonly Role[] {
  if (need === 'everybody' || need === 'nobody') return []
  return need === 'member' || need === 'known' ? ['stranger'] : ['member', 'otherMember']
}

function permissionsOf(role: Role): ReadonlySet<Permission> {
  const held = [
    'secretary',
    'deputySecretary',
    'organiser',
    'publicist',
    'disciplineOfficer',
    'groupLeader',
  ] as const
  const office = held.find((one) => one === role)
  return permissionsFrom(office ? [office] : [])
}

/** Somebody is seen in a group; the bot remembers which branch they meant last. */
function comesInto(cast: Cast, role: Role, group: number): number {
  const attempt = { account: accountOf(cast, role), act: press(''), group }
  cast.story.app.store.work((w) => void act(w, attempt))
  return group
}

function accountOf({ story }: Cast, role: Role): number {
  return story.person(roles[role]).person.id
}

function outcomesOf(cast: Cast, opening: Opening, all: readonly Role[]): Map<Role, string> {
  return new Map(all.map((role) => [role, outcomeOf(cast, role, opening)]))
}

/** What comes of it: whether the branch's business changed, and the answer. */
function outcomeOf(cast: Cast, role: Role, attempt: Omit<Attempt, 'account'>): string {
  const account = accountOf(cast, role)
  const { wrote, reply } = attempted(cast.story, { ...attempt, account })
  return `${wrote.join() || 'nothing'} written: ${wordsIn(reply)}`
}
