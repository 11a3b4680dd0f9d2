// Members claim who they are: name and four digits, one tap, and what can go wrong.

import { beforeEach, describe, expect, test } from 'vitest'
import type { AccountId, OrganisationId, PersonId } from '../../src/kernel/ids.ts'
import { nodButton } from '../../src/members/buttons.ts'
import type { Actor } from '../support/actor.ts'
import { claim, openBranch } from '../support/opening.ts'
import type { StageGroup } from '../support/stage.ts'
import { openStory, type Story } from '../support/story.ts'

const title = '青砖里文创园联合党支部'
const roster = [
  { name: '陈敏', tail: '6601' },
  { name: '周航', tail: '7702' },
  { name: '李晓雯', tail: '6281' },
  { name: '王建国', tail: '0123' },
  { name: '王建国', tail: '0456', account: '老王' },
  { name: '林涛', tail: '' },
  { name: '何雨桐', tail: '5506' },
]

let story: Story
let group: StageGroup
let li: Actor

beforeEach(async () => {
  story = await openStory()
  const others = ['路人']
  group = await openBranch(story, { title, secretary: '陈敏', roster, organiser: '周航', others })
  li = story.person('李晓雯')
})

const said = async (name: string) => (await story.person(name).last()).text
const labels = async (name: string) =>
  (await story.person(name).last()).buttons.flat().map(({ label }) => label)
const card = async () => (await li.last(group)).text

describe('claiming', () => {
  test('takes three taps and one message, and the card counts', async () => {
    const posted = (await li.heard(group)).length
    await li.presses('认领身份', group)
    expect(await said('李晓雯')).toBe(
      `您好，这里是${title}。\n请发送 姓名 + 手机后四位，例如：李晓雯 6281`,
    )
    await li.says('李晓雯 6281')
    expect(await said('李晓雯')).toBe('您是 李晓雯（正式党员）吗？')
    expect(await labels('李晓雯')).toEqual(['✅ 是我', '不是'])
    await li.presses('是我')
    expect(await said('李晓雯')).toBe(
      [
        '✅ 认领成功，李晓雯同志。',
        '以后我会在这里提醒您培训和学习体会。',
        '我只存：姓名、手机后四位、Telegram 编号、报名签到记录和您交来的体会。',
      ].join('\n'),
    )
    expect(await labels('李晓雯')).toEqual(['📅 看下次活动'])
    expect(await card()).toContain('已认领 2/7')
    expect(await li.heard(group)).toHaveLength(posted)
    expect(await said('陈敏')).not.toContain('李晓雯')
  })

  test('twice by two quick taps is once, and the link afterwards only greets', async () => {
    await li.presses('认领身份', group)
    await li.says('李晓雯6281')
    const question = await li.last()
    await li.pressesOn(question, '是我')
    expect(await li.pressesOn(question, '是我')).toBe('已经登记过了 ✅')
    await li.presses('认领身份', group)
    expect(await said('李晓雯')).toBe(`李晓雯同志，您已经认领过了 ✅ 这里是${title}。`)
    expect(await card()).toContain('已认领 2/7')
  })

  test('tells two of a name apart by the digits', async () => {
    await claim(story, group, { name: '王建国', tail: '0456', account: '老王' })
    await claim(story, group, { name: '王建国', tail: '0123' })
    expect(await card()).toContain('已认领 3/7')
  })

  test('shows the organiser what the office brings', async () => {
    await claim(story, group, { name: '周航', tail: '7702' })
    expect(await said('周航')).toContain('您是本支部的组织委员，发 /help 看能办什么。')
  })

  test('with 不是 asks again, and an old 是我 is good no more', async () => {
    await li.presses('认领身份', group)
    await li.says('李晓雯 6281')
    const question = await li.last()
    await li.presses('不是')
    expect(await said('李晓雯')).toContain('请再发一次 姓名 + 手机后四位')
    expect(await li.pressesOn(question, '是我')).toContain('这条消息旧了')
    await li.says('取消')
    expect(await li.pressesOn(question, '是我')).toContain('这条消息旧了')
    expect(await card()).toContain('已认领 1/7')
  })
})

describe('what does not fit', () => {
  test('a name alone, a sticker, or nothing readable is asked for again, and counts for nothing', async () => {
    await li.presses('认领身份', group)
    for (const text of ['李晓雯', '12', '？', '李晓雯']) await li.says(text)
    expect(await said('李晓雯')).toBe('请连手机后四位一起发来，例如：李晓雯 6281')
    li.person.sendsSticker(story.bot)
    await story.settle()
    expect(await said('李晓雯')).toContain('这里需要文字')
    await li.says('李晓雯 6281')
    expect(await labels('李晓雯')).toContain('✅ 是我')
  })

  test('right digits and nearly the name offer the name; wrong digits offer nothing', async () => {
    await li.presses('认领身份', group)
    await li.says('李晓文 6280')
    expect(await said('李晓雯')).toBe(
      '名册里没找到“李晓文 6280”。请核对后再发一次；也可以请书记 陈敏 看看名册。',
    )
    await li.says('李小雯 6281')
    expect(await said('李晓雯')).toBe('名册里没找到“李小雯 6281”。您是不是：')
    expect(await labels('李晓雯')).toEqual(['李晓雯', '都不是，请书记加我'])
    await li.presses('李晓雯')
    expect(await said('李晓雯')).toContain('✅ 认领成功，李晓雯同志')
  })

  test('three misses, and only the secretary can help for an hour', async () => {
    await li.presses('认领身份', group)
    for (const tail of ['0001', '0002', '0003']) await li.says(`李晓雯 ${tail}`)
    const stopped = '还没对上。请联系书记 陈敏 核对名册，或请书记把您加进名册。1 小时后也可以再试。'
    expect(await said('李晓雯')).toBe(stopped)
    await li.presses('认领身份', group)
    expect(await said('李晓雯')).toBe(stopped)
    await story.until('2026-11-25 11:00')
    await claim(story, group, { name: '李晓雯', tail: '6281' })
    expect(await said('李晓雯')).toContain('✅ 认领成功')
  })

  test('somebody claimed already is told whom to ask', async () => {
    await claim(story, group, { name: '李晓雯', tail: '6281' })
    const passerBy = story.person('路人')
    await passerBy.presses('认领身份', group)
    await passerBy.says('李晓雯 6281')
    expect(await said('路人')).toBe(
      '“李晓雯”已被另一个账号认领。如果是您换了账号，或者有人点错了，请联系书记 陈敏 处理。',
    )
  })

  test('the first of two quick claimants of a name has it', async () => {
    const passerBy = story.person('路人')
    for (const one of [li, passerBy]) {
      await one.presses('认领身份', group)
      await one.says('李晓雯 6281')
    }
    await li.presses('是我')
    await passerBy.presses('是我')
    expect(await said('路人')).toContain('已被另一个账号认领')
  })

  test('a link to no branch says where the right one is', async () => {
    await li.opens('claim_zz')
    expect(await said('李晓雯')).toContain('这个链接对不上任何支部')
  })
})

describe('a line without digits', () => {
  async function asks(name = '路人') {
    await story.person(name).presses('认领身份', group)
    await story.person(name).says('林涛 1234')
  }

  test('waits for the secretary’s nod', async () => {
    await asks()
    expect(await said('路人')).toContain('已请书记确认')
    expect(await said('陈敏')).toBe(
      '有人要认领“林涛”，名册里没有后四位，请您确认。对方在 Telegram 上的名字：路人',
    )
    const question = await story.person('陈敏').last()
    await story.person('陈敏').presses('同意')
    expect(await said('陈敏')).toBe('✅ 已确认是林涛同志。')
    expect(await said('路人')).toContain('✅ 认领成功，林涛同志')
    const heard = (await story.person('路人').heard()).length
    await story.person('陈敏').pressesOn(question, '不是')
    expect(await story.person('路人').heard()).toHaveLength(heard)
    expect(await card()).toContain('已认领 2/7')
  })

  test('is refused by a 不是', async () => {
    await asks()
    await story.person('陈敏').presses('不是')
    expect(await said('陈敏')).toBe('已记下：不是林涛同志，没有认领。')
    expect(await said('路人')).toBe('书记没有确认您是“林涛”。请联系书记 陈敏 。')
  })

  test('cannot be asked for again and again', async () => {
    for (let times = 0; times < 4; times += 1) await asks()
    expect((await story.person('路人').heard()).join('\n')).toContain('还没对上')
    const asked = (await story.person('陈敏').heard()).filter((text) => text.includes('请您确认'))
    expect(asked).toHaveLength(3)
  })
})

describe('between two branches', () => {
  const secondRoster = [
    { name: '高峰', tail: '2001' },
    { name: '何雨桐', tail: '2003', account: '何雨桐（三号仓）' },
  ]

  test('a name on both rosters is two people, and each claims in their own branch', async () => {
    const opening = { title: '三号仓支部', secretary: '高峰', roster: secondRoster }
    const second = await openBranch(story, opening)
    await claim(story, group, { name: '何雨桐', tail: '5506' })
    await claim(story, second, { name: '何雨桐', tail: '2003', account: '何雨桐（三号仓）' })
    expect(await card()).toContain('已认领 2/7')
    expect((await story.person('高峰').last(second)).text).toContain('已认领 2/2')
  })

  test('the secretary of the one learns no name of the other, whatever data is sent', async () => {
    const opening = { title: '三号仓支部', secretary: '高峰', roster: secondRoster }
    await openBranch(story, opening)
    const gao = story.person('高峰')
    for (const person of [1, 2, 3, 4, 5, 6, 7, 8] as PersonId[]) {
      const about = { branch: 2 as OrganisationId, person, account: 9 as AccountId }
      gao.forges(nodButton.data({ ...about, answer: 'no' }))
      await story.settle()
    }
    expect((await gao.heard()).join('\n')).not.toMatch(/周航|王建国|林涛|不是.*同志/)
    expect((await gao.heard()).join('\n')).toContain('这位同志已不在名册里')
  })

  test('a member of the one is told so at the card of the other', async () => {
    const opening = { title: '三号仓支部', secretary: '高峰', roster: secondRoster }
    const second = await openBranch(story, { ...opening, others: ['李晓雯'] })
    await claim(story, group, { name: '李晓雯', tail: '6281' })
    await li.presses('认领身份', second)
    expect(await said('李晓雯')).toBe(
      '李晓雯同志，您不在三号仓支部的名册里。需要加入的话请联系书记 高峰 。',
    )
  })
})

test('what a claim had interrupted is taken up at once', async () => {
  await claim(story, group, { name: '周航', tail: '7702' })
  const organiser = story.person('周航')
  await organiser.says('/newtraining 12月4日周五19:00-20:30 党群服务中心二楼 版权保护')
  await organiser.presses('发布到群')
  await organiser.presses('现在发送')
  await li.presses('参加', group)
  expect(await said('李晓雯')).toContain('请发送 姓名 + 手机后四位')
  await li.says('李晓雯 6281')
  await li.presses('是我')
  expect((await li.heard()).join('\n')).toContain('✅ 认领成功，李晓雯同志')
  expect((await li.heard(group)).join('\n')).toContain('已报名 1 人：李晓雯')
})
