// Who has claimed, who can be written to, and what the secretary hears of it.

import { beforeEach, describe, expect, test } from 'vitest'
import { claim, openBranch } from '../support/opening.ts'
import type { StageGroup } from '../support/stage.ts'
import { openStory, type Story } from '../support/story.ts'

const roster = [
  { name: '陈敏', tail: '6601' },
  { name: '李晓雯', tail: '6281' },
  { name: '孙悦', tail: '3304' },
  { name: '林涛', tail: '6607' },
]

let story: Story
let group: StageGroup

beforeEach(async () => {
  story = await openStory()
  group = await openBranch(story, { title: '青砖里支部', secretary: '陈敏', roster })
})

const said = async (name: string) => (await story.person(name).last()).text
const claims = (name: string) =>
  claim(story, group, { name, tail: roster.find((one) => one.name === name)?.tail ?? '' })

describe('/members', () => {
  test('shows how far claiming is, whom to greet, and the words for it', async () => {
    await claims('李晓雯')
    await claims('孙悦')
    const sun = story.person('孙悦').person
    sun.blocks(story.bot)
    await story.settle()
    await story.person('陈敏').says('/members')
    expect(await said('陈敏')).toBe(
      [
        '青砖里支部名册',
        '已认领 3/4',
        '还没认领（1 人）：林涛',
        '联系不上：孙悦（停用了小助手）',
        '可以当面或电话说一声；不用机器人的同志，点名也一样记。',
      ].join('\n'),
    )
    const buttons = (await story.person('陈敏').last()).buttons.flat()
    const button = buttons.find(({ label }) => label === '复制一段问候')
    expect(button?.copies).toContain('认领身份')
    expect([...(button?.copies ?? '')].length).toBeLessThanOrEqual(256)
    sun.unblocks(story.bot)
    await story.settle()
    await story.person('陈敏').says('名册')
    expect(await said('陈敏')).not.toContain('联系不上')
  })

  test('is not for members, nor for the secretary of another branch', async () => {
    await claims('李晓雯')
    const second = { title: '三号仓支部', secretary: '高峰', roster: [{ name: '高峰', tail: '1' }] }
    await openBranch(story, { ...second, roster: [{ name: '高峰', tail: '2001' }] })
    await story.person('李晓雯').says('/members')
    expect(await said('李晓雯')).toContain('名册是书记用的功能')
    await story.person('高峰').says('/members')
    expect(await said('高峰')).toBe('三号仓支部名册\n已认领 1/1')
  })
})

describe('the day’s claims', () => {
  test('are one line to the secretary at 18:00, without a sound', async () => {
    await claims('李晓雯')
    await claims('孙悦')
    await story.until('2026-11-25 17:55')
    const before = (await story.person('陈敏').heard()).length
    await story.until('2026-11-25 18:00')
    expect(await said('陈敏')).toBe('今天 2 位同志完成认领（1→3/4）。有误？')
    expect((await story.person('陈敏').last()).silent).toBe(true)
    await story.until('2026-11-26 18:05')
    expect(await story.person('陈敏').heard()).toHaveLength(before + 1)
  })

  test('of a weekend are told on Monday evening, as no longer of today', async () => {
    await story.until('2026-11-28 10:00')
    await claims('李晓雯')
    await story.until('2026-11-30 17:55')
    expect((await story.person('陈敏').heard()).join()).not.toContain('完成认领')
    await story.until('2026-11-30 18:00')
    expect(await said('陈敏')).toBe('又有 1 位同志完成认领（1→2/4）。有误？')
  })

  test('of an evening the program was down are told when it is back, by day', async () => {
    await claims('李晓雯')
    await story.downUntil('2026-11-25 22:00')
    expect(await said('陈敏')).not.toContain('完成认领')
    await story.until('2026-11-26 08:30')
    expect(await said('陈敏')).toBe('今天 1 位同志完成认领（1→2/4）。有误？')
  })
})
