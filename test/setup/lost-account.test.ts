// The secretary has lost the Telegram account: the operator's command, and the way back with a code.

import { beforeEach, expect, test } from 'vitest'
import { releaseSecretary } from '../../src/members/actions/secretary-release.ts'
import { openBranch } from '../support/opening.ts'
import { type RecoveryStage, recoveryStage } from './recovery-stage.ts'

let stage: RecoveryStage
beforeEach(async () => {
  stage = await recoveryStage()
})

const releases = (named: string) => stage.story.app.store.work((w) => releaseSecretary(w, named))
const branch = { id: 1, name: '青砖里支部' }

test('the operator takes it from the office, and the secretary comes back with a code', async () => {
  const before = stage.kept()
  expect(releases('青砖里 支部')).toMatchObject({ ok: true, branch, others: [] })
  await stage.story.beat()
  expect(await stage.said('陈敏')).toContain('部署人员解除了这个账号在青砖里支部的认领和书记职务')
  await stage.story.person('陈敏').says('/members')
  expect(await stage.said('陈敏')).toContain('名册是书记用的功能')
  expect((await stage.story.person('周航').heard()).join()).toContain('支部现在没有书记')
  await stage.comesTo('路人')
  await stage.story.person('路人').says(await stage.story.claimCode())
  await stage.story.person('路人').presses('陈敏')
  expect(stage.secretary()).toEqual(['陈敏'])
  expect(stage.kept()).toEqual(before)
  const deeds = stage.story.data.raw.prepare(
    "select account_id, person_id, branch_id from audit where action = 'secretary.release'",
  )
  expect(deeds.all()).toEqual([{ account_id: 0, person_id: null, branch_id: 1 }])
})

test('name and digits alone give nobody the office', async () => {
  releases('青砖里支部')
  await stage.story.person('路人').opens('claim_1')
  await stage.story.person('路人').says('陈敏 6601')
  await stage.story.person('路人').presses('是我')
  expect(await stage.said('路人')).toContain('认领成功')
  await stage.story.person('路人').says('/members')
  expect(await stage.said('路人')).toContain('名册是书记用的功能')
  await stage.story.beat()
})

test('whoever leads two branches leaves both, and neither is forgotten', async () => {
  const title = '三号仓支部'
  await openBranch(stage.story, {
    title,
    secretary: '陈敏',
    roster: [{ name: '陈敏', tail: '6601' }],
  })
  const second = { id: 2, name: title }
  expect(releases('三号仓支部')).toMatchObject({ ok: true, branch: second, others: [branch] })
  expect(stage.secretary()).toEqual([])
  await stage.story.beat()
})

test.each([
  ['三号仓', { reason: 'unknown', branches: [branch] }],
  ['', { reason: 'unknown', branches: [branch] }],
])('no branch is called “%s”', (named, refusal) => {
  expect(releases(named)).toMatchObject({ ok: false, ...refusal })
  expect(stage.secretary()).toEqual(['陈敏'])
})

test('one of two branches with the same name is meant by its number', async () => {
  await openBranch(stage.story, {
    title: branch.name,
    secretary: '高峰',
    roster: [{ name: '高峰', tail: '2001' }],
  })
  const same = [branch, { id: 2, name: branch.name }]
  expect(releases(branch.name)).toMatchObject({ reason: 'ambiguous', branches: same })
  expect(stage.secretary()).toEqual(['陈敏', '高峰'])
  expect(releases('2')).toMatchObject({ ok: true, branch: { id: 2 } })
  expect(stage.secretary()).toEqual(['陈敏'])
  await stage.story.beat()
})

test('where nobody leads with an account nothing happens', async () => {
  await stage.orphan()
  expect(releases('青砖里支部')).toMatchObject({ reason: 'noSecretary', branch })
  expect(stage.secretary()).toEqual(['陈敏'])
})
