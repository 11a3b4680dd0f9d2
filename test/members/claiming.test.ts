// Members claim who they are: name and four digits, one tap, and what can go wrong.

import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { claim } from '../support/opening.ts'
import type { StageGroup } from '../support/stage.ts'
import type { Story } from '../support/story.ts'
import { type Claims, openClaims, title } from './claims.ts'

let stage: Claims
let story: Story
let group: StageGroup
let li: Actor

beforeEach(async () => {
  stage = await openClaims()
  story = stage.story
  group = stage.group
  li = story.person('李晓雯')
})

const said = (name: string) => stage.said(name)
const labels = (name: string) => stage.labels(name)

describe('claiming', () => {
  test('takes three taps and one message, and the card counts', async () => {
    const posted = (await li.heard(group)).length
    await li.presses('认领身份', group)
    expect((await li.heard()).slice(-2)).toEqual([
      [
        `您好，这里是${title}。`,
        '认领后我只存：姓名、手机后四位、Telegram 编号、报名签到记录和您交来的体会。',
        '发来即表示同意；不方便也没关系，请书记登记一样算。',
      ].join('\n'),
      '请发送 姓名 + 手机后四位，例如：李晓雯 6281',
    ])
    await li.says('李晓雯 6281')
    expect(await said('李晓雯')).toBe('您是 李晓雯（正式党员）吗？')
    expect(await labels('李晓雯')).toEqual(['✅ 是我', '不是'])
    await li.presses('是我')
    expect(await said('李晓雯')).toBe(
      [
        '✅ 认领成功，李晓雯同志。',
        '以后我会在这里提醒您培训和学习体会。提醒多了？随时在 /settings 里调。',
        '我只存：姓名、手机后四位、Telegram 编号、报名签到记录和您交来的体会。',
      ].join('\n'),
    )
    expect(await labels('李晓雯')).toEqual(['📅 看下次活动', '我的设置'])
    expect(stage.effort('李晓雯')).toEqual({ taps: 3, messages: 1 })
    expect(await stage.card()).toContain('已认领 2/7')
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
    expect(await stage.card()).toContain('已认领 2/7')
  })

  test('tells two of a name apart by the digits', async () => {
    await claim(story, group, { name: '王建国', tail: '0456', account: '老王' })
    await claim(story, group, { name: '王建国', tail: '0123' })
    expect(await stage.card()).toContain('已认领 3/7')
  })

  test('accepts the office that waits for the name, and the question says so', async () => {
    stage = await openClaims(undefined, { organiser: '周航' })
    const zhou = stage.person('周航')
    await zhou.presses('认领身份', stage.group)
    await zhou.says('周航 7702')
    expect(await said('周航')).toBe(
      '您是 周航（正式党员）吗？\n支部请您担任组织委员，点“是我”就是同意担任。',
    )
    await zhou.presses('是我')
    expect(await said('周航')).toContain('您是本支部的组织委员，发 /help 看能办什么。')
  })

  test('a name that was only nearly said is asked about the office afterwards', async () => {
    stage = await openClaims(undefined, { organiser: '周航' })
    const zhou = stage.person('周航')
    await zhou.presses('认领身份', stage.group)
    await zhou.says('周行 7702')
    await zhou.presses('周航')
    const heard = (await zhou.heard()).join('\n')
    expect(heard).toContain('✅ 认领成功，周航同志')
    expect(heard).not.toContain('您是本支部的组织委员')
    expect(await said('周航')).toContain('组织委员')
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
    expect(await stage.card()).toContain('已认领 1/7')
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

  test('right digits and nearly the name, or its sound, offer the name; wrong digits nothing', async () => {
    await li.presses('认领身份', group)
    await li.says('李晓文 6280')
    expect(await said('李晓雯')).toBe(
      '名册里没找到“李晓文 6280”。请核对后再发一次；也可以请书记陈敏同志看看名册。',
    )
    await li.says('黎小文 6281')
    expect(await said('李晓雯')).toBe('名册里没找到“黎小文 6281”。您是不是：')
    expect(await labels('李晓雯')).toEqual(['李晓雯', '都不是，请书记加我'])
    await li.presses('李晓雯')
    expect(await said('李晓雯')).toContain('✅ 认领成功，李晓雯同志')
  })

  test('a whole number typed is read, and repeated, as its last four digits', async () => {
    await li.presses('认领身份', group)
    await li.says('李晓文 13800006280')
    expect(await said('李晓雯')).toContain('名册里没找到“李晓文 6280”')
    const kept = story.data.raw.prepare('SELECT payload FROM outbox').pluck().all().join()
    expect(kept).not.toContain('13800006280')
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
    expect(stage.linked()).toEqual({ 陈敏: '陈敏', 李晓雯: '李晓雯' })
  })

  test('a link to no branch says where the right one is', async () => {
    await li.opens('claim_zz')
    expect(await said('李晓雯')).toContain('这个链接对不上任何支部')
  })
})

describe('after three misses', () => {
  const stopped = '还没对上。请联系书记陈敏同志核对名册，或请书记把您加进名册。1 小时后也可以再试。'

  test('only the secretary can help for an hour, and nothing of the roster is shown', async () => {
    await li.presses('认领身份', group)
    for (const tail of ['0001', '0002', '0003']) await li.says(`李晓雯 ${tail}`)
    expect(await said('李晓雯')).toBe(stopped)
    expect(await labels('李晓雯')).toEqual(['请书记加我'])
    await li.says('李晓雯 6281')
    expect(await said('李晓雯')).toBe(stopped)
    await li.presses('认领身份', group)
    expect(await said('李晓雯')).toBe(stopped)
    await story.until('2026-11-25 11:00')
    await claim(story, group, { name: '李晓雯', tail: '6281' })
    expect(await said('李晓雯')).toContain('✅ 认领成功')
  })

  test('the secretary hears of it once a day, without a sound, and finds the roster', async () => {
    await li.presses('认领身份', group)
    for (const tail of ['0001', '0002', '0003']) await li.says(`李小文 ${tail}`)
    const offer = await li.last()
    await li.pressesOn(offer, '请书记加我')
    expect(await said('李晓雯')).toBe(
      '已告诉书记陈敏同志。名册核对好以后，请再点一次群里的“认领身份”。',
    )
    expect(await said('陈敏')).toBe(
      [
        '有位同志认领时没对上名册。对方在 Telegram 上的名字：李晓雯',
        '写的姓名是：李小文',
        '请看看名册里的姓名和后四位，或把这位同志加进来，再请对方点一次“认领身份”。',
      ].join('\n'),
    )
    expect((await story.person('陈敏').last()).silent).toBe(true)
    expect(await labels('陈敏')).toEqual(['看名册'])
    const heard = (await story.person('陈敏').heard()).length
    await li.pressesOn(offer, '请书记加我')
    expect(await said('李晓雯')).toContain('已经告诉过书记陈敏同志了')
    expect(await story.person('陈敏').heard()).toHaveLength(heard)
    await story.until('2026-11-26 10:05')
    await li.presses('认领身份', group)
    for (const tail of ['0001', '0002', '0003']) await li.says(`李小文 ${tail}`)
    await li.presses('请书记加我')
    expect((await story.person('陈敏').heard()).join('\n').match(/没对上名册/g)).toHaveLength(2)
  })
})

test('what a claim had interrupted is taken up at once', async () => {
  await stage.claims('周航')
  const organiser = story.person('陈敏')
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

test('somebody new in the group is not greeted, and the card stands as it is', async () => {
  const posted = (await li.heard(group)).length
  story.world
    .groups()
    .find(({ id }) => id === group.id)
    ?.adds(story.person('新来的').person, story.person('陈敏').person)
  await story.settle()
  expect(await li.heard(group)).toHaveLength(posted)
  await story.person('新来的').presses('认领身份', group)
  expect(await said('新来的')).toContain('请发送 姓名 + 手机后四位')
})
