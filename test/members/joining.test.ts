// One human on two rosters, and two humans with one name.

import { beforeEach, describe, expect, test } from 'vitest'
import type { AccountId, OrganisationId, PersonId } from '../../src/kernel/ids.ts'
import { joinRoster } from '../../src/members/actions/joining.ts'
import { nodButton } from '../../src/members/buttons.ts'
import { saveMembership } from '../../src/members/store/membership.ts'
import { rosterNow } from '../../src/members/store.ts'
import { inPrivate } from '../attendance/branches.ts'
import { claim, openBranch } from '../support/opening.ts'
import type { Named } from '../support/people.ts'
import type { StageGroup } from '../support/stage.ts'
import { auditOf, type Claims, openClaims } from './claims.ts'

const secondRoster: readonly Named[] = [
  { name: '高峰', tail: '2001' },
  { name: '何雨桐', tail: '2003', account: '何雨桐（三号仓）' },
  { name: '李晓雯', tail: '6281' },
]

let stage: Claims
let second: StageGroup

beforeEach(async () => {
  stage = await openClaims()
  second = await openBranch(stage.story, {
    title: '三号仓支部',
    secretary: '高峰',
    roster: secondRoster,
    others: ['何雨桐', '王建国'],
  })
})

const person = (name: string) => stage.person(name)
const said = (name: string) => stage.said(name)
const placesOf = (name: string) =>
  stage.story.data.raw
    .prepare(
      `SELECT branch_id FROM memberships JOIN accounts USING (person_id)
       WHERE accounts.id = ? ORDER BY branch_id`,
    )
    .pluck()
    .all(person(name).person.id)

describe('the same name and digits on a second roster', () => {
  beforeEach(async () => {
    await stage.claims('李晓雯')
    await person('李晓雯').presses('认领身份', second)
  })

  test('are one person, once they say so', async () => {
    expect(await said('李晓雯')).toBe(
      [
        '三号仓支部的名册里也有您的姓名和后四位。您是 李晓雯（正式党员）吗？',
        '点“是我”，两个支部就认作同一位，一个账号都能用。',
      ].join('\n'),
    )
    await person('李晓雯').presses('是我')
    expect(await said('李晓雯')).toContain('李晓雯同志，您现在也在三号仓支部的名册里')
    expect(placesOf('李晓雯')).toEqual([1, 2])
    expect((await person('高峰').last(second)).text).toContain('已认领 2/3')
    expect(await said('高峰')).toContain('本人确认是同一位')
    expect(auditOf(stage.story, 'member.join')).toHaveLength(1)
  })

  test('are two, if they say so', async () => {
    await person('李晓雯').presses('不是')
    expect(await said('李晓雯')).toContain('没有改动')
    expect(placesOf('李晓雯')).toEqual([1])
  })

  test('one press is once, and words instead of a press ask again', async () => {
    const question = await person('李晓雯').last()
    await person('李晓雯').says('李晓雯 6281')
    expect(await said('李晓雯')).toContain('三号仓支部的名册里也有您的姓名和后四位')
    await person('李晓雯').presses('是我')
    await person('李晓雯').pressesOn(question, '是我')
    expect(await said('李晓雯')).toContain('您已经认领过了')
    expect(placesOf('李晓雯')).toEqual([1, 2])
  })

  test('a press by somebody else joins nothing', async () => {
    await stage.claims('周航')
    const line = stage.story.data.raw
      .prepare('SELECT person_id FROM memberships WHERE branch_id = 2 ORDER BY id')
      .pluck()
      .all()[2] as number
    person('周航').forges(`mb.me:2:${line.toString(36)}`)
    await stage.story.settle()
    expect(placesOf('周航')).toEqual([1])
    expect(await said('周航')).toContain('您不在三号仓支部的名册里')
  })
})

describe('the line of the second roster was asked to take an office', () => {
  beforeEach(async () => {
    await stage.claims('李晓雯')
    await person('高峰').says('/members')
    for (const label of ['逐个看', '李晓雯', '请担任职务', '组织委员', '今天起', '发给李晓雯'])
      await person('高峰').presses(label)
    await person('李晓雯').presses('认领身份', second)
  })

  test('the question names it, and 是我 accepts it', async () => {
    expect(await said('李晓雯')).toContain('支部请您担任组织委员，点“是我”就是同意担任。')
    await person('李晓雯').presses('是我')
    expect(await said('李晓雯')).toContain('您是那里的组织委员。')
    expect(await said('高峰')).toContain('李晓雯')
    expect((await person('高峰').heard()).join()).toContain('李晓雯同志同意担任组织委员')
  })

  test('不是 accepts nothing', async () => {
    await person('李晓雯').presses('不是')
    const held = stage.story.data.raw.prepare(
      "select * from office_periods where office = 'organiser'",
    )
    expect(held.all()).toEqual([])
  })

  test('a line that has records as well is not joined for its office', async () => {
    const gao = person('高峰')
    await gao.says('/newtraining 12月4日周五19:00-20:30 三号仓会议室 版权保护')
    await gao.presses('发布到群')
    await gao.presses('现在发送')
    await stage.story.until('2026-12-04 19:00')
    await person('李晓雯').presses('认领身份', second)
    expect(await said('李晓雯')).toContain('那一行已经有记录，不能直接合并')
  })
})

test('a line with records of its own is not joined, and it is said what to do', async () => {
  const gao = person('高峰')
  await gao.says('/newtraining 12月4日周五19:00-20:30 三号仓会议室 版权保护')
  await gao.presses('发布到群')
  await gao.presses('现在发送')
  await stage.story.until('2026-12-04 19:00')
  await stage.claims('李晓雯')
  await person('李晓雯').presses('认领身份', second)
  expect(await said('李晓雯')).toBe(
    '三号仓支部名册里您那一行已经有记录，不能直接合并。请书记高峰同志先把那一行转出，再按同样的姓名和后四位重新加一次，然后您再点“认领身份”。',
  )
  expect(placesOf('李晓雯')).toEqual([1])
})

test('a line beside which they will stand themselves is not theirs', async () => {
  await stage.claims('李晓雯')
  const id = person('李晓雯').person.id
  stage.story.app.store.work((w) => {
    const own = { branch: 2 as OrganisationId, kind: 'home' as const, joinedOn: '2026-12-01' }
    saveMembership(w, { ...own, person: inPrivate(w, id).person as PersonId })
  })
  await person('李晓雯').presses('认领身份', second)
  expect(await said('李晓雯')).toContain('您不在三号仓支部的名册里')
})

test('an import is taken back although the line that it brought was joined since', async () => {
  const gao = person('高峰')
  const says = async (list: string) => {
    await gao.says('/members')
    await gao.presses('更新名册')
    await gao.says(list)
    await gao.presses('导入')
  }
  await stage.claims('周航')
  await says('李晓雯 6281 预备\n周航 7702\n冯丽 1109')
  await stage.claims('李晓雯')
  for (const name of ['周航', '李晓雯']) {
    await person(name).opens('claim_2')
    await person(name).presses('是我')
  }
  await gao.presses('撤销这次导入')
  expect((await gao.heard()).join('\n')).toContain(
    '移出刚加进来的 1 人。\n2 人留在名册里：\n· 李晓雯、周航（已经认领身份）',
  )
  expect(placesOf('周航')).toEqual([1, 2])
  expect(placesOf('李晓雯')).toEqual([1, 2])
  expect((await gao.last(second)).text).toContain('已认领 3/4')
})

test('a line that another account has claimed is left to the secretary', async () => {
  await stage.claims('李晓雯')
  await claim(stage.story, second, { name: '李晓雯', tail: '6281', account: '路人甲' }).catch(
    () => undefined,
  )
  await person('路人甲').opens('claim_2')
  await person('路人甲').says('李晓雯 6281')
  await person('路人甲').presses('是我')
  await person('李晓雯').presses('认领身份', second)
  expect(await said('李晓雯')).toContain('已被另一个账号认领。请书记高峰同志先解除那边的认领')
})

test('the action itself joins no line but their own', async () => {
  await stage.claims('李晓雯')
  const branch = 2 as OrganisationId
  const outcomes = stage.story.app.store.work((w) =>
    rosterNow(w, branch)
      .filter(({ name }) => name !== '李晓雯')
      .map(({ person: line }) => {
        const who = inPrivate(w, person('李晓雯').person.id)
        return joinRoster(w, who, { branch, person: line }).ok
      }),
  )
  expect(outcomes).toEqual([false, false])
  expect(placesOf('李晓雯')).toEqual([1])
})

describe('the same name with other digits', () => {
  test('is two people, and each claims in their own branch', async () => {
    await stage.claims('何雨桐')
    await claim(stage.story, second, {
      name: '何雨桐',
      tail: '2003',
      account: '何雨桐（三号仓）',
    })
    expect(await stage.card()).toContain('已认领 2/7')
    expect((await person('高峰').last(second)).text).toContain('已认领 2/3')
  })

  test('does not become one, whatever the one types or presses', async () => {
    await stage.claims('何雨桐')
    await person('何雨桐').presses('认领身份', second)
    expect(await said('何雨桐')).toBe(
      '何雨桐同志，您不在三号仓支部的名册里。需要加入的话请联系书记高峰同志。',
    )
    await person('何雨桐').says('何雨桐 2003')
    for (let id = 1; id < 13; id += 1) person('何雨桐').forges(`mb.me:2:${id.toString(36)}`)
    await stage.story.settle()
    expect(placesOf('何雨桐')).toEqual([1])
  })

  test('somebody whose line has no digits is not recognised anywhere', async () => {
    await person('林涛').presses('认领身份', stage.group)
    await person('林涛').says('林涛')
    await person('陈敏').presses('同意')
    await person('林涛').opens('claim_2')
    expect(await said('林涛')).toContain('您不在三号仓支部的名册里')
  })
})

test('the secretary of the one learns no name of the other, whatever data is sent', async () => {
  const gao = person('高峰')
  for (const each of [1, 2, 3, 4, 5, 6, 7, 8] as PersonId[]) {
    const about = { branch: 2 as OrganisationId, person: each, account: 9 as AccountId }
    gao.forges(nodButton.data({ ...about, answer: 'no' }))
    await stage.story.settle()
  }
  expect((await gao.heard()).join('\n')).not.toMatch(/周航|王建国|林涛|不是.*同志/)
  expect((await gao.heard()).join('\n')).toContain('这位同志已不在名册里')
})
