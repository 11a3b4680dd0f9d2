// Whoever presses, guesses or sends what is not theirs claims nothing and learns nothing.

import { beforeEach, describe, expect, test } from 'vitest'
import type { AccountId, OrganisationId, PersonId } from '../../src/kernel/ids.ts'
import { rebind } from '../../src/members/actions/nodding.ts'
import { unlink } from '../../src/members/actions/unlinking.ts'
import { accountOf } from '../../src/members/store/accounts.ts'
import { rosterNow } from '../../src/members/store.ts'
import { inPrivate, openBranchOf } from '../attendance/branches.ts'
import { testStore } from '../support/database.ts'
import { type Claims, openClaims } from './claims.ts'

let stage: Claims

beforeEach(async () => {
  stage = await openClaims()
})

const person = (name: string) => stage.person(name)
const onlyTheSecretary = { 陈敏: '陈敏' }
/** Nobody on the roster beside the secretary, who is named wherever help is offered. */
const names = /周航|李晓雯同志|王建国|林涛|何雨桐/

async function forgesAll(name: string, tags: readonly string[]): Promise<string> {
  const queries = tags.flatMap((tag) =>
    Array.from({ length: 9 }, (_, id) => person(name).forges(`${tag}:1:${(id + 1).toString(36)}`)),
  )
  await stage.story.settle()
  return queries.map(({ answer }) => answer?.text ?? '').join('\n')
}

describe('a press', () => {
  test('of 是我 or 申请换绑 by whom it was not offered claims nothing', async () => {
    await person('李晓雯').presses('认领身份', stage.group)
    await person('李晓雯').says('李晓雯 6281')
    await person('路人').presses('认领身份', stage.group)
    const answers = await forgesAll('路人', ['mb.me', 'mb.rb'])
    expect(stage.linked()).toEqual(onlyTheSecretary)
    expect(answers).not.toMatch(names)
    expect((await person('路人').heard()).join('\n')).not.toMatch(names)
    expect((await person('陈敏').heard()).join('\n')).not.toContain('换绑')
    await person('李晓雯').presses('是我')
    expect(stage.linked()).toEqual({ 陈敏: '陈敏', 李晓雯: '李晓雯' })
  })

  test('with another’s number than the one offered claims nothing', async () => {
    await person('路人').presses('认领身份', stage.group)
    await person('路人').says('李晓雯 6281')
    await forgesAll('路人', ['mb.rb'])
    expect(await stage.said('路人')).not.toMatch(/周航|王建国|林涛|何雨桐/)
    person('路人').forges('mb.me:1:2')
    await stage.story.settle()
    expect(stage.linked()).toEqual(onlyTheSecretary)
  })

  test('of 请书记加我 without having asked for a name troubles nobody', async () => {
    await person('路人').opens()
    const heard = (await person('陈敏').heard()).length
    person('路人').forges('mb.add:1')
    await stage.story.settle()
    expect(await person('陈敏').heard()).toHaveLength(heard)
    expect(await stage.said('路人')).toContain('请发送 姓名 + 手机后四位')
  })

  test('in the group does nothing', async () => {
    await person('李晓雯').presses('认领身份', stage.group)
    await person('李晓雯').says('李晓雯 6281')
    person('李晓雯').forges('mb.me:1:3', stage.group)
    await stage.story.settle()
    expect(stage.linked()).toEqual(onlyTheSecretary)
  })

  test('of the digest with any instant, or of the undo with any id, shows no fault', async () => {
    for (const number of ['0', '1', 'zzzzzzzzzzz', '9zzzzzzz']) {
      for (const tag of ['mb.day', 'mb.dg.p', 'mb.dg.f', 'mb.un', 'mb.uns', 'mb.rbn']) {
        for (const rest of ['', ':0', ':yes', `:${number}`]) {
          person('陈敏').forges(`${tag}:1:${number}${rest}`)
        }
      }
    }
    await stage.story.settle()
    expect((await person('陈敏').heard()).join('\n')).not.toContain('出错了')
    expect(stage.linked()).toEqual(onlyTheSecretary)
  })
})

test('whoever has claimed one name does not get a second', async () => {
  await stage.claims('李晓雯')
  await person('李晓雯').opens('claim_1')
  expect(await stage.said('李晓雯')).toContain('您已经认领过了')
  await person('李晓雯').says('何雨桐 5506')
  await forgesAll('李晓雯', ['mb.me', 'mb.rb', 'mb.no', 'mb.add'])
  expect(stage.linked()).toEqual({ 陈敏: '陈敏', 李晓雯: '李晓雯' })
  const [question] = [await person('李晓雯').last()]
  expect(question.text).not.toContain('何雨桐')
})

test('a question that was open when the name was claimed elsewhere claims nothing', async () => {
  await person('李晓雯').presses('认领身份', stage.group)
  await person('李晓雯').says('何雨桐 5506')
  const question = await person('李晓雯').last()
  await person('李晓雯').says('李晓雯 6281')
  await person('李晓雯').presses('是我')
  await person('李晓雯').pressesOn(question, '是我')
  expect(stage.linked()).toEqual({ 陈敏: '陈敏', 李晓雯: '李晓雯' })
})

describe('whose account it is', () => {
  function offices() {
    const { store } = testStore()
    const branchOf = (name: string, chat: number, first: number) =>
      store.work((w) =>
        openBranchOf(w, {
          name,
          chat,
          people: [
            { name: '陈敏', account: first, office: 'secretary' },
            { name: '周航', account: first + 1, office: 'deputySecretary' },
            { name: '孙悦', account: first + 2, office: 'organiser' },
            { name: '林涛', account: first + 3 },
          ],
        }),
      )
    const branch = branchOf('青砖里支部', -100, 501)
    const personAt = (place: number, of = branch) =>
      store.look((w) => rosterNow(w, of)[place]?.person) as PersonId
    const tries = (account: number, of: PersonId, in_: OrganisationId = branch) =>
      store.work((w) => {
        const old = accountOf(w, of)?.id ?? (0 as AccountId)
        const about = { branch: in_, person: of }
        const taken = { ...about, account: 900 as AccountId, old, agreed: true }
        const bound = rebind(w, inPrivate(w, account), taken)
        return [bound.ok, unlink(w, inPrivate(w, account), about).ok]
      })
    return { store, branch, branchOf, personAt, tries }
  }

  test.each<[string, number, number]>([
    ['a deputy does not decide over the secretary’s', 502, 0],
    ['nor the organiser over anybody’s', 503, 3],
    ['nor a member', 504, 2],
    ['nor a stranger', 999, 3],
  ])('%s', (_, account, place) => {
    const { personAt, tries } = offices()
    expect(tries(account, personAt(place))).toEqual([false, false])
  })

  test('the secretary decides over everybody else’s, a deputy over the members’', () => {
    expect(offices().tries(501, offices().personAt(1))[0]).toBe(true)
    expect(offices().tries(502, offices().personAt(3))[0]).toBe(true)
  })

  test('nobody decides over an account that has power in another branch', () => {
    const { store, branch, branchOf, personAt, tries } = offices()
    const second = branchOf('三号仓支部', -200, 601)
    const gao = personAt(0, second)
    store.work((w) => {
      const place = { branchId: branch, personId: gao, kind: 'home', joinedOn: '2026-01-01' }
      w.tx.run(
        `INSERT INTO memberships (branch_id, person_id, kind, joined_on, position)
         VALUES (${place.branchId}, ${place.personId}, 'home', '${place.joinedOn}', 9)`,
      )
    })
    expect(tries(501, gao)).toEqual([false, false])
  })
})
