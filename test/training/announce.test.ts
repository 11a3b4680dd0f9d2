// The organiser announces a training: one sentence, a card to check, half a minute to think again.

import { beforeEach, describe, expect, test } from 'vitest'
import { sessionsBetween } from '../../src/sessions/store.ts'
import { type Staged, staged } from '../sessions/staged.ts'
import type { Actor } from '../support/actor.ts'
import { at } from '../support/clock.ts'

const sentence = '12月4日周五19:00-20:30 党群服务中心二楼 文创企业版权保护党课'

let stage: Staged
let zhou: Actor

beforeEach(async () => {
  stage = await staged()
  zhou = stage.person('周航')
})

function planned(branch = stage.branch) {
  return stage.story.app.store.look((w) =>
    sessionsBetween(w, branch, at('2026-11-01 00:00'), at('2027-03-01 00:00')),
  )
}

const cards = async () => (await zhou.heard(stage.group)).filter((text) => text.startsWith('📚'))

describe('the card to check by', () => {
  test('shows everything as it will be, before anybody else hears of it', async () => {
    await zhou.says('/newtraining')
    expect((await zhou.last()).text).toBe(
      '📚 新建集中培训。直接发一句话：什么时候、在哪、学什么。例如\n12月4日周五19:00-20:30 党群服务中心二楼 文创企业版权保护党课',
    )
    await zhou.says(sentence)
    const card = await zhou.last()
    expect(card.text.split('\n')).toEqual([
      '请核对',
      '集中培训｜文创企业版权保护党课',
      '🗓 12月4日（周五）19:00–20:30',
      '📍 党群服务中心二楼',
      '👥 全体党员 7 人',
      '🙋 回执截止 12月3日（周四）18:00',
      '🔔 12月3日 18:30 提醒未回执者；当天 17:00 提醒参加者',
    ])
    expect(card.buttons.map((row) => row.map(({ label }) => label))).toEqual([
      ['✅ 发布到群'],
      ['改时间', '改地点'],
      ['改主题', '取消'],
    ])
    expect(planned()).toEqual([])
    expect(await cards()).toEqual([])
  })

  test('takes another time, place and topic, each by one question', async () => {
    await zhou.says(`/newtraining ${sentence}`)
    await zhou.presses('改时间')
    await zhou.says('20:00')
    await zhou.presses('改地点')
    await zhou.says('三楼会议室')
    await zhou.presses('改主题')
    await zhou.says('<b>=1+1</b>')
    expect((await zhou.last()).text).toContain('集中培训｜<b>=1+1</b>')
    expect((await zhou.last()).text).toContain('12月4日（周五）20:00–21:30')
    expect((await zhou.last()).text).toContain('📍 三楼会议室')
  })

  test('comes back unchanged, and is dropped without a trace', async () => {
    await zhou.says(`/newtraining ${sentence}`)
    const { text } = await zhou.last()
    await zhou.presses('改地点')
    await zhou.presses('返回')
    expect((await zhou.last()).text).toBe(text)
    await zhou.presses('取消')
    expect((await zhou.last()).text).toBe('好的，先不建了。')
    expect(planned()).toEqual([])
  })

  test('is good only while it is the newest', async () => {
    await zhou.says(`/newtraining ${sentence}`)
    const old = await zhou.last()
    await zhou.says('/newtraining 12月11日19:00 二楼 另一堂课')
    expect(await zhou.pressesOn(old, '发布到群')).toBe('这条消息旧了，请从最新的消息里操作。')
    expect(planned()).toEqual([])
  })

  test('says what had to be assumed, and that a day is a rest day', async () => {
    await zhou.says('/newtraining 5号下午3点 二楼 党课')
    expect((await zhou.last()).text).toContain('⚠️ 没说几月，按最近的一次算')
    expect((await zhou.last()).text).toContain('⚠️ 12月5日（周六）是休息日')
  })
})

describe('what cannot be read', () => {
  test('is asked again with an example, never guessed', async () => {
    await zhou.says('/newtraining 下下个月头 二楼 党课')
    const { text } = await zhou.last()
    expect(text).toContain('没看懂“下下个月头”是什么时候。')
    expect(text).toContain('例如\n12月4日周五19:00-20:30')
    await zhou.says(sentence)
    expect((await zhou.last()).text).toContain('请核对')
  })

  test('a weekday that does not fit: both days as buttons', async () => {
    await zhou.says('/newtraining 12月5日周五19:00-20:30 二楼 党课')
    const question = await zhou.last()
    expect(question.text).toBe('12月5日是周六，不是周五。\n是哪一天？')
    expect(question.buttons[0]?.map(({ label }) => label)).toEqual([
      '12月4日（周五）',
      '12月5日（周六）',
    ])
    await zhou.presses('12月4日（周五）')
    expect((await zhou.last()).text).toContain('🗓 12月4日（周五）19:00–20:30')
    expect((await zhou.last()).text).toContain('集中培训｜党课')
  })

  test('a time that has passed, and a sticker where text is expected', async () => {
    await zhou.says('/newtraining 今天9:00 二楼 党课')
    expect((await zhou.last()).text).toContain('已经过去了')
    zhou.person.sendsSticker(stage.story.bot)
    await stage.story.settle()
    expect((await zhou.last()).text).toBe('这一步请发文字。')
  })

  test('a day without a time: the time is asked, the rest is kept', async () => {
    await zhou.says('/newtraining 12月4日 二楼 党课')
    expect((await zhou.last()).text).toBe('12月4日（周五）几点开始？例如 19:00-20:30')
    await zhou.says('19:00-20:00')
    expect((await zhou.last()).text).toContain('🗓 12月4日（周五）19:00–20:00')
    expect((await zhou.last()).text).toContain('集中培训｜党课')
  })
})

describe('publishing', () => {
  beforeEach(async () => {
    await zhou.says(`/newtraining ${sentence}`)
    await zhou.presses('发布到群')
  })

  test('waits half a minute, then the group hears of it once', async () => {
    expect((await zhou.last()).text).toBe('12月集中培训，30 秒后发到群里。')
    expect(await cards()).toEqual([])
    await stage.story.until('2026-11-25 10:05')
    expect(await cards()).toHaveLength(1)
    expect((await cards())[0]).toContain('12月集中培训\n文创企业版权保护党课')
    const notice = await zhou.last()
    expect(notice.text).toBe('12月集中培训已发布 10:00')
    expect(notice.buttons.flat().map(({ label }) => label)).toEqual(['取消活动'])
    expect((await stage.person('马丽').heard(stage.secondGroup)).join()).not.toContain('集中培训')
  })

  test('goes at once when asked to', async () => {
    expect(await zhou.presses('现在发送')).toBe('已发到群里 ✅')
    expect(await cards()).toHaveLength(1)
    expect((await zhou.last()).text).toBe('12月集中培训已发布 10:00')
    await stage.story.until('2026-11-25 10:10')
    expect(await cards()).toHaveLength(1)
  })

  test('can be taken back; the card is there again and publishes the same draft', async () => {
    expect(await zhou.presses('撤回')).toBe('已撤回，群里没有发出')
    await stage.story.until('2026-11-25 10:05')
    expect(await cards()).toEqual([])
    expect(planned().map(({ state }) => state)).toEqual(['draft'])
    await zhou.presses('发布到群')
    await stage.story.until('2026-11-25 10:10')
    expect(await cards()).toHaveLength(1)
    expect(planned().map(({ state }) => state)).toEqual(['published'])
  })

  test('cannot be taken back once it has left', async () => {
    const held = await zhou.last()
    await stage.story.until('2026-11-25 10:05')
    expect(await zhou.pressesOn(held, '撤回')).toContain('已经发到群里了')
    expect(planned().map(({ state }) => state)).toEqual(['published'])
  })

  test('a second one in the month is an extra one, and the card says so', async () => {
    await zhou.says('/newtraining 12月18日19:00 二楼 读书会')
    expect((await zhou.last()).text).toContain('12月已经有一次集中培训，这次算加的一次')
    await zhou.presses('发布到群')
    expect(planned().map(({ regularMonth }) => regularMonth)).toEqual(['2026-12', undefined])
    await zhou.presses('撤回')
    expect(planned().map(({ state }) => state)).toEqual(['published', 'cancelled'])
  })
})

describe('who may', () => {
  test('a member is told whom to ask', async () => {
    await stage.person('李晓雯').says(`/newtraining ${sentence}`)
    expect((await stage.person('李晓雯').last()).text).toBe(
      '这是书记和组织委员用的功能。需要帮忙可以联系周航同志。',
    )
  })

  test('the secretary of another branch announces in the own group only', async () => {
    const gao = stage.person('高峰')
    await gao.says(`/newtraining ${sentence}`)
    await gao.presses('发布到群')
    await gao.presses('现在发送')
    expect(await cards()).toEqual([])
    expect((await gao.heard(stage.secondGroup)).at(-1)).toContain('12月集中培训')
    expect(planned()).toEqual([])
    expect(planned(stage.second)).toHaveLength(1)
  })
})
