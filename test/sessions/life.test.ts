// What can happen to a session in the database, and what its roll remembers.

import { beforeEach, describe, expect, test } from 'vitest'
import type { OrganisationId, SessionId } from '../../src/kernel/ids.ts'
import type { Work } from '../../src/platform/store/work.ts'
import {
  cancel,
  close,
  draftSession,
  dropDraft,
  fillDraft,
  lock,
  open,
  publish,
  unpublish,
} from '../../src/sessions/actions.ts'
import type { Session } from '../../src/sessions/rules.ts'
import { sessionsInStates } from '../../src/sessions/store/all-branches.ts'
import {
  nextRegularDraft,
  nextSession,
  regularSession,
  rollOf,
  sessionById,
  sessionsOfMonth,
} from '../../src/sessions/store.ts'
import { inPrivate, openBranchOf } from '../attendance/branches.ts'
import { accounts, brickLane, warehouseThree } from '../attendance/brick-lane.ts'
import { at, zone } from '../support/clock.ts'
import { type TestStore, testStore } from '../support/database.ts'
import { saveMember } from '../support/roster.ts'

let stage: TestStore
let branch: OrganisationId
let second: OrganisationId

const times = { startsAt: at('2026-12-04 19:00'), endsAt: at('2026-12-04 20:30') }

beforeEach(() => {
  stage = testStore()
  stage.store.work((w) => {
    branch = openBranchOf(w, brickLane)
    second = openBranchOf(w, warehouseThree)
  })
})

function drafted(w: Work, of: OrganisationId = branch): SessionId {
  return draftSession(w, undefined, {
    branch: of,
    kind: 'training',
    regularMonth: '2026-12',
    ...times,
  })
}

function reload(w: Work, id: SessionId): Session {
  const session = sessionById(w, id)
  if (!session) throw new Error('the session is gone')
  return session
}

describe('from draft to locked', () => {
  test('every step is done once; a second time the state says no', () => {
    stage.store.work((w) => {
      const zhou = inPrivate(w, accounts.周航)
      const id = drafted(w)
      const steps = [
        () => publish(w, zhou, reload(w, id)),
        () => open(w, reload(w, id)),
        () => close(w, reload(w, id)),
        () => lock(w, zhou, reload(w, id)),
      ]
      for (const step of steps) expect([step(), step()]).toEqual([true, false])
      expect(reload(w, id)).toMatchObject({ state: 'locked', publishedBy: zhou.person })
    })
  })

  test('a member without office and the secretary of another branch change nothing', () => {
    stage.store.work((w) => {
      const id = drafted(w)
      for (const account of [accounts.李晓雯, accounts.高峰]) {
        const who = inPrivate(w, account)
        expect(publish(w, who, reload(w, id))).toBe(false)
        expect(fillDraft(w, who, reload(w, id), times)).toBe(false)
        expect(dropDraft(w, who, reload(w, id))).toBe(false)
      }
      expect(reload(w, id).state).toBe('draft')
    })
  })

  test('taken back, it is a draft as before; cancelled, its month is free again', () => {
    stage.store.work((w) => {
      const zhou = inPrivate(w, accounts.周航)
      const id = drafted(w)
      publish(w, zhou, reload(w, id))
      expect(unpublish(w, zhou, reload(w, id))).toBe(true)
      expect(reload(w, id)).not.toHaveProperty('publishedAt')
      publish(w, zhou, reload(w, id))
      expect(cancel(w, zhou, reload(w, id))).toBe(true)
      expect(regularSession(w, branch, '2026-12')).toBeUndefined()
      expect(drafted(w)).not.toBe(id)
    })
  })

  test('what a draft is filled with replaces what it said', () => {
    stage.store.work((w) => {
      const zhou = inPrivate(w, accounts.周航)
      const id = drafted(w)
      fillDraft(w, zhou, reload(w, id), { ...times, place: '二楼', topic: '版权保护党课' })
      fillDraft(w, zhou, reload(w, id), { ...times, topic: '版权保护党课' })
      expect(reload(w, id)).toMatchObject({ topic: '版权保护党课' })
      expect(reload(w, id)).not.toHaveProperty('place')
    })
  })
})

describe('one regular training a month', () => {
  test('a second one for the same month is refused by the database itself', () => {
    stage.store.work((w) => void drafted(w))
    expect(() => stage.store.work((w) => void drafted(w))).toThrow(/UNIQUE/)
  })

  test('two branches have their own in the same month', () => {
    stage.store.work((w) => {
      const [one, other] = [drafted(w), drafted(w, second)]
      expect(regularSession(w, branch, '2026-12')?.id).toBe(one)
      expect(regularSession(w, second, '2026-12')?.id).toBe(other)
      expect(nextRegularDraft(w, second)?.id).toBe(other)
      expect(sessionsOfMonth(w, second, '2026-12', zone).map(({ id }) => id)).toEqual([other])
      expect(sessionsInStates(w, ['draft'])).toHaveLength(2)
    })
  })
})

describe('the next session', () => {
  test('is an announced one that has not ended', () => {
    const zhou = stage.store.look((w) => inPrivate(w, accounts.周航))
    const id = stage.store.work((w) => drafted(w))
    const next = () => stage.store.look((w) => nextSession(w, branch)?.id)
    expect(next()).toBeUndefined()
    stage.store.work((w) => void publish(w, zhou, reload(w, id)))
    expect(next()).toBe(id)
    stage.clock.set(at('2026-12-04 20:29'))
    expect(next()).toBe(id)
    stage.clock.set(at('2026-12-04 20:30'))
    expect(next()).toBeUndefined()
  })
})

describe('the roll', () => {
  test('has everybody in roster order; an activist sits in beside the count', () => {
    stage.store.work((w) => {
      const roll = rollOf(w, reload(w, drafted(w)))
      expect(roll.map(({ name }) => name)).toEqual(brickLane.people.map(({ name }) => name))
      const beside = roll.filter(({ place }) => place === 'sittingIn')
      expect(beside.map(({ name }) => name)).toEqual(['林涛'])
    })
  })

  test('follows the roster until the session opens, and is frozen from then on', () => {
    const join = (name: string) =>
      stage.store.work((w) => saveMember(w, branch, { name, standing: 'full' }, '2026-11-25'))
    const names = (id: SessionId) =>
      stage.store.look((w) => rollOf(w, reload(w, id)).map(({ name }) => name))
    const id = stage.store.work((w) => {
      const draft = drafted(w)
      publish(w, inPrivate(w, accounts.周航), reload(w, draft))
      return draft
    })
    join('冯丽')
    expect(names(id)).toContain('冯丽')
    stage.store.work((w) => void open(w, reload(w, id)))
    join('杨博')
    expect(names(id)).toContain('冯丽')
    expect(names(id)).not.toContain('杨博')
  })
})
