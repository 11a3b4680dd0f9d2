// Offices in chat: asked for in private, answered there, listed for the secretary.

import { beforeEach, describe, expect, test } from 'vitest'
import { type OfficeBranch, officeBranch } from './office-branch.ts'

let stage: OfficeBranch
beforeEach(async () => {
  stage = await officeBranch()
})

/** From the list of offices to the question in the other's chat. */
async function asks(name: string, office: string, from = '今天起') {
  await stage.offices()
  await stage.presses('陈敏', '请人担任…', name, office, from, `发给${name}`)
}

describe('the secretary asks somebody to take an office', () => {
  test('six taps, a preview, and the other’s yes in private', async () => {
    expect(await stage.offices()).toBe('青砖里支部职务\n书记：陈敏（11月25日起）')
    expect(await stage.labels('陈敏')).toEqual(['请人担任…', '移交书记…'])
    await stage.presses('陈敏', '请人担任…')
    expect(await stage.labels('陈敏')).toEqual(['周航', '李晓雯', '孙悦', '王建国'])
    await stage.presses('陈敏', '李晓雯', '组织委员')
    expect(await stage.said('陈敏')).toBe('请李晓雯同志担任组织委员，从哪天起？')
    await stage.presses('陈敏', '下月1日起')
    expect(await stage.said('陈敏')).toBe(
      '请核对：请李晓雯同志担任组织委员，从12月1日（周二）起。\n等李晓雯同志答复后才算数；14 天没有答复就作废，随时可以收回。',
    )
    await stage.presses('陈敏', '发给李晓雯')
    expect(await stage.said('陈敏')).toBe(
      '✅ 已请李晓雯同志担任组织委员，从12月1日（周二）起。等李晓雯同志答复，我再告诉您。',
    )
    expect(await stage.said('李晓雯')).toBe(
      '陈敏书记请您担任组织委员（能发通知、批请假、点名），从12月1日（周二）起。',
    )
    expect(await stage.labels('李晓雯')).toEqual(['我来担任', '不方便'])
    expect(await stage.offices()).toContain('等李晓雯同志答复：组织委员，从12月1日（周二）起')
    await stage.presses('李晓雯', '我来担任')
    expect(await stage.said('李晓雯')).toBe(
      '✅ 谢谢您。从12月1日（周二）起，您担任组织委员。到那天我再提醒您。',
    )
    expect(await stage.said('陈敏')).toBe(
      '李晓雯同志同意担任组织委员，从12月1日（周二）起。看职务：/members',
    )
    await stage.person('李晓雯').says('/newtraining')
    expect(await stage.said('李晓雯')).toContain('这是书记和组织委员用的功能')
    await stage.story.until('2026-12-01 09:00')
    expect(await stage.said('李晓雯')).toContain('从今天起您担任组织委员')
    await stage.person('李晓雯').says('/help')
    expect(await stage.said('李晓雯')).toContain('/newtraining')
  })

  test('a no is passed on, and nothing changes', async () => {
    await asks('孙悦', '宣传委员')
    await stage.presses('孙悦', '不方便')
    expect(await stage.said('孙悦')).toBe('好的，已转告书记。')
    expect(await stage.said('陈敏')).toBe('孙悦同志这次不方便担任宣传委员。可以另请一位：/members')
    expect(await stage.offices()).not.toContain('孙悦')
  })

  test('what is taken back can not be accepted any more', async () => {
    await asks('孙悦', '宣传委员')
    const question = await stage.person('孙悦').last()
    await stage.presses('陈敏', '收回')
    expect(await stage.said('孙悦')).toBe('陈敏书记收回了请您担任宣传委员的邀请，不用答复了。')
    expect(await stage.person('孙悦').pressesOn(question, '我来担任')).toBe(
      '这个邀请已经答复过、收回了，或者过了 14 天。',
    )
    expect(await stage.offices()).not.toContain('孙悦')
  })

  test('the day may be typed; what is no day is asked again', async () => {
    await stage.offices()
    await stage.presses('陈敏', '请人担任…', '孙悦', '纪检委员', '其他日期')
    await stage.person('陈敏').says('尽快')
    expect(await stage.said('陈敏')).toContain('没看懂是哪天')
    await stage.person('陈敏').says('12月15日')
    expect(await stage.said('陈敏')).toContain('担任纪检委员，从12月15日（周二）起')
    await stage.presses('陈敏', '改日期', '今天起', '发给孙悦', '收回')
    expect(await stage.said('陈敏')).toBe('✅ 已收回。')
  })

  test('a leader is asked for one party group', async () => {
    await stage.offices()
    await stage.presses('陈敏', '请人担任…', '孙悦', '党小组长')
    expect(await stage.said('陈敏')).toContain('还没有党小组')
    stage.story.data.raw.exec(
      "insert into party_groups (branch_id, name, position) values (1, '第一党小组', 1), (2, '别家的组', 1)",
    )
    await asksLeader()
    expect(await stage.said('孙悦')).toBe('陈敏书记请您担任党小组长（第一党小组），从今天起。')
    await stage.presses('孙悦', '我来担任')
    expect(await stage.offices()).toContain('党小组长（第一党小组）：孙悦（11月25日起）')
  })

  async function asksLeader() {
    await stage.offices()
    await stage.presses('陈敏', '请人担任…', '孙悦', '党小组长')
    expect(await stage.labels('陈敏')).toEqual(['第一党小组', '返回'])
    await stage.presses('陈敏', '第一党小组', '今天起', '发给孙悦')
  }

  test('somebody not linked is told while claiming, and accepts with 是我', async () => {
    await asks('周航', '组织委员')
    expect(await stage.said('陈敏')).toContain('周航同志认领身份时会看到。')
    await stage.person('周航').presses('认领身份', stage.group)
    await stage.person('周航').says('周航 7702')
    expect(await stage.said('周航')).toContain('组织委员')
    await stage.presses('周航', '是我')
    expect(await stage.said('周航')).toContain('您是本支部的组织委员')
    expect(await stage.said('陈敏')).toContain('周航同志同意担任组织委员，从今天起')
  })

  test('who is out of reach finds the question in /me', async () => {
    stage.story.data.raw.exec(
      "update accounts set reach = 'blocked' where id = (select accounts.id from accounts join people on people.id = person_id where name = '孙悦')",
    )
    await asks('孙悦', '宣传委员')
    expect(await stage.said('陈敏')).toContain('我现在没法私信孙悦同志')
    await stage.person('孙悦').says('/me')
    expect(await stage.said('孙悦')).toContain('陈敏书记请您担任宣传委员，等您答复')
    await stage.presses('孙悦', '看一看，答复', '我来担任')
    expect(await stage.offices()).toContain('宣传委员：孙悦')
  })

  test('nobody answers for fourteen days: it lapses, and the secretary hears of it', async () => {
    await asks('孙悦', '宣传委员')
    const question = await stage.person('孙悦').last()
    await stage.story.downUntil('2026-12-10 09:00')
    const heard = (await stage.person('陈敏').heard()).join('\n')
    expect(heard).toContain('请孙悦同志担任宣传委员的邀请 14 天没有答复，已经作废')
    expect(await stage.person('孙悦').pressesOn(question, '我来担任')).toContain('过了 14 天')
    expect(await stage.offices()).not.toContain('孙悦')
  })
})

describe('an office ends', () => {
  beforeEach(async () => {
    await asks('孙悦', '宣传委员')
    await stage.presses('孙悦', '我来担任')
  })

  test('by the secretary: asked once, told to the person, and given back by asking again', async () => {
    await stage.offices()
    await stage.presses('陈敏', '到期/免去…', '孙悦 · 宣传委员')
    expect(await stage.said('陈敏')).toBe(
      '确定孙悦同志不再担任宣传委员吗？马上生效，记录都留着，会告诉本人。以后可以再请。',
    )
    await stage.presses('陈敏', '确定')
    expect(await stage.said('陈敏')).toBe('✅ 孙悦同志不再担任宣传委员。')
    expect(await stage.said('孙悦')).toContain('陈敏书记请您不再担任宣传委员，从现在起。')
    await asks('孙悦', '宣传委员')
    await stage.presses('孙悦', '我来担任')
    expect(await stage.offices()).toContain('宣传委员：孙悦')
  })

  test('by the person: from the receipt of the yes', async () => {
    await stage.presses('孙悦', '我的职务', '不再担任宣传委员…', '确定')
    expect(await stage.said('孙悦')).toBe('✅ 您不再担任宣传委员。')
    expect(await stage.said('陈敏')).toBe('孙悦同志不再担任宣传委员。看职务：/members')
    expect(await stage.offices()).not.toContain('孙悦')
  })
})
