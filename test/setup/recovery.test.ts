// A branch that nobody leads: who is told, and how somebody takes it on with a code.

import { beforeEach, describe, expect, test } from 'vitest'
import { type RecoveryStage, recoveryStage } from './recovery-stage.ts'

let stage: RecoveryStage
beforeEach(async () => {
  stage = await recoveryStage()
})

test('the organisers are told once, the operator by a line in the log and a count', async () => {
  await stage.orphan()
  await stage.story.until('2026-11-27 12:00')
  const heard = (await stage.story.person('周航').heard()).filter((text) =>
    text.includes('没有书记'),
  )
  expect(heard).toHaveLength(1)
  expect((await stage.story.person('李晓雯').heard()).join()).not.toContain('没有书记')
  expect((await stage.story.person('李晓雯').heard(stage.group)).join()).not.toContain('没有书记')
  expect(stage.warnings()).toMatchObject([{ branch: 1 }])
  const metrics = await stage.story.app.web.request('/metrics')
  expect(await metrics.text()).toContain('zhijian_orphaned_branches 1\n')
})

describe('with a code', () => {
  test('somebody on the roster becomes secretary at once, and nothing else changes', async () => {
    await stage.orphan()
    const before = stage.kept()
    await stage.comesTo('李晓雯')
    expect(await stage.said('李晓雯')).toContain('青砖里支部现在没有书记，由您来接任。')
    await stage.story.person('李晓雯').says(await stage.story.claimCode())
    expect(await stage.said('李晓雯')).toContain(
      '您现在是本支部的书记管理员。名册和以前的记录都没有动。',
    )
    expect(stage.secretary()).toEqual(['李晓雯'])
    expect(stage.kept()).toEqual(before)
    await stage.story.person('李晓雯').says('/members')
    expect(await stage.said('李晓雯')).toContain('名册')
    const deeds = stage.story.data.raw.prepare('select action from audit').pluck().all()
    expect(deeds.filter((action) => action === 'branch.recover')).toHaveLength(1)
    expect(deeds.filter((action) => action === 'branch.open')).toHaveLength(1)
  })

  test('somebody not linked says who of the roster they are; names of others are not offered', async () => {
    await stage.orphan()
    const before = stage.kept()
    await stage.comesTo('孙悦')
    await stage.story.person('孙悦').says(await stage.story.claimCode())
    const { text, buttons } = await stage.story.person('孙悦').last()
    expect(text).toContain('名册里哪位是您？')
    expect(buttons.flat().map(({ label }) => label)).toEqual(['陈敏', '孙悦', '名册里没有我'])
    await stage.story.person('孙悦').presses('孙悦')
    expect(await stage.said('孙悦')).toContain('您是孙悦同志。')
    expect(stage.secretary()).toEqual(['孙悦'])
    expect(stage.kept()).toEqual(before)
    await stage.story.person('孙悦').says('/members')
    expect(await stage.said('孙悦')).toContain('名册')
  })

  test('the old secretary comes back the same way, with a new account', async () => {
    await stage.orphan()
    await stage.comesTo('路人')
    await stage.story.person('路人').says(await stage.story.claimCode())
    await stage.story.person('路人').presses('陈敏')
    expect(stage.secretary()).toEqual(['陈敏'])
    await stage.story.person('路人').says('/members')
    expect(await stage.said('路人')).toContain('名册')
  })

  test('wishes of the one and of the other are one person’s afterwards', async () => {
    await stage.story.person('陈敏').says('/settings')
    await stage.story.person('陈敏').presses('提醒改成：少')
    await stage.orphan()
    await stage.comesTo('路人')
    await stage.story.person('路人').says(await stage.story.claimCode())
    await stage.story.person('路人').says('/settings')
    await stage.story.person('路人').presses('提醒改成：少')
    await stage.story.person('路人').says('/me')
    await stage.story.person('路人').presses('继续开通')
    await stage.story.person('路人').presses('陈敏')
    expect(await stage.said('路人')).toContain('您是陈敏同志')
    const wishes = stage.story.data.raw.prepare('select reminders_on from preferences')
    expect(wishes.pluck().all()).toEqual([0])
  })

  test('who is not on the roster only manages it', async () => {
    await stage.orphan()
    const before = stage.kept()
    await stage.comesTo('路人')
    await stage.story.person('路人').says(await stage.story.claimCode())
    await stage.story.person('路人').presses('名册里没有我')
    expect(await stage.said('路人')).toContain('您只管理，不计入名册。')
    expect(stage.kept()).toEqual(before)
  })
})

describe('never', () => {
  test('without a code, or with a wrong one', async () => {
    await stage.orphan()
    await stage.comesTo('路人')
    await stage.story.person('路人').says('ABCDEFGH')
    expect(await stage.said('路人')).toContain('启用码不对')
    expect(stage.secretary()).toEqual(['陈敏'])
  })

  test('where somebody leads: the card is the claim card, and a code stays unused', async () => {
    const code = await stage.story.claimCode()
    const link = cardLink()
    await stage.story.person('李晓雯').says('/start@qzl_zhibu_bot', stage.group)
    expect((await stage.story.person('李晓雯').last(stage.group)).text).toContain('认领身份')
    await stage.story.person('路人').opens(link)
    await stage.story.person('路人').says(code)
    expect(await stage.said('路人')).not.toContain('书记管理员')
    expect(stage.secretary()).toEqual(['陈敏'])
    expect(used()).toBe(1)
  })

  test('twice: who comes second is too late, and their code stays good', async () => {
    await stage.orphan()
    await stage.comesTo('李晓雯')
    await stage.story.person('路人').presses('我来接任', stage.group)
    const [first, second] = [await stage.story.claimCode(), await stage.story.claimCode()]
    await stage.story.person('李晓雯').says(first)
    await stage.story.person('路人').says(second)
    expect(await stage.said('路人')).not.toContain('书记管理员')
    expect(stage.secretary()).toEqual(['李晓雯'])
    expect(used()).toBe(2)
  })

  const used = () =>
    stage.story.data.raw
      .prepare('select count(*) from claim_codes where used_at is not null')
      .pluck()
      .get()
  /** The link behind 我来开通, which is good for a day. */
  const cardLink = () => {
    const nonce = stage.story.data.raw
      .prepare("select nonce from links where kind = 'setup'")
      .pluck()
      .get()
    return `https://t.me/qzl_zhibu_bot?start=su_${nonce}`
  }
})
