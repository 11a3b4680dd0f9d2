// An opening with mistakes: wrong codes, odd lists, stickers, old buttons, breaks, a second person.

import { describe, expect, test } from 'vitest'
import { openingStage, pasted, rosterIn, title } from './opening-stage.ts'

describe('the code', () => {
  test('five wrong ones and a pause of an hour; then the right one opens', async () => {
    const stage = await openingStage()
    const { story, chen, said } = stage
    await stage.until('code')
    for (const left of [4, 3, 2, 1]) {
      await chen.says('AAAABBBB')
      expect(await said()).toBe(`启用码不对，还可以再试 ${left} 次。字母不分大小写。`)
    }
    await chen.says('AAAABBBB')
    expect(await said()).toBe('为了安全先停一停，1 小时后再试。')
    await story.until('2026-11-25 10:40')
    const code = await story.claimCode()
    await chen.says(code)
    expect(await said()).toBe('为了安全先停一停，20 分钟后再试。')
    await story.until('2026-11-25 11:00')
    await chen.says(code)
    expect(await said()).toContain('✅ 已确认')
  })

  test('a sticker is no code, and no try', async () => {
    const stage = await openingStage()
    await stage.until('code')
    stage.chen.person.sendsSticker(stage.story.bot)
    await stage.story.settle()
    expect(await stage.said()).toBe('请把 8 位启用码用文字发来。')
    await stage.chen.says('AAAABBBB')
    expect(await stage.said()).toContain('还可以再试 4 次')
  })

  test('取消 leaves it, and the card brings it back', async () => {
    const stage = await openingStage()
    await stage.until('code')
    await stage.chen.presses('取消')
    expect(await stage.said()).toContain('先不开通')
    await stage.chen.says(await stage.story.claimCode())
    expect(await stage.said()).not.toContain('已确认')
    await stage.chen.presses('我来开通', stage.group)
    expect(await stage.said()).toContain('请发送启用码')
  })

  test('the link of the card is good for a day', async () => {
    const { story, group, chen, said } = await openingStage()
    await story.until('2026-11-26 10:00')
    await chen.presses('我来开通', group)
    expect(await said()).toContain('这个开通链接失效了')
    await chen.opens('su_0123456789abcdef0123456789abcdef')
    expect(await said()).toContain('这个开通链接失效了')
  })
})

describe('a second person at the card', () => {
  test('with a code is as good as the first, who then waits', async () => {
    const stage = await openingStage()
    const { story, group, said } = stage
    await stage.until('code')
    const zhou = story.person('周航')
    await zhou.presses('我来开通', group)
    await zhou.says(await story.claimCode())
    expect((await zhou.last()).text).toContain('✅ 已确认')
    await stage.chen.says(await story.claimCode())
    expect(await said()).toBe('周航同志正在开通，稍后会请您认领身份。')
    expect(story.data.raw.prepare('select count(*) from organisations').pluck().get()).toBe(1)
  })

  test('is told who is at it, and later asked to claim', async () => {
    const stage = await openingStage()
    const zhou = stage.story.person('周航')
    await stage.until('organiser')
    await zhou.presses('我来开通', stage.group)
    expect((await zhou.last()).text).toBe('陈敏同志正在开通，稍后会请您认领身份。')
    await stage.chen.presses('先跳过')
    await zhou.presses('我来开通', stage.group)
    expect((await zhou.heard()).at(-2)).toContain(`您好，这里是${title}。`)
    expect((await zhou.last()).text).toContain('请发送 姓名 + 手机后四位')
  })
})

describe('the roster', () => {
  test('names what is doubtful, writes nothing, and takes the whole list again', async () => {
    const stage = await openingStage()
    await stage.until('roster')
    await stage.chen.says('陈敏 6601\n王建国 0123\n林涛\n6281\n王建国 0456\n陈敏 6601')
    expect(await stage.said()).toBe(
      [
        '读到 4 人（正式 4）。',
        '没写类别的 4 人按正式党员记。',
        '有 4 处请您看一眼：',
        '· 第 1、6 行都是「陈敏」，只算一位；是两位的话，请用后四位区分',
        '· 第 2、5 行都叫「王建国」，会用后四位区分',
        '· 第 3 行没有后四位，认领时请您点头',
        '· 第 4 行没看懂：「6281」，没有算进去',
      ].join('\n'),
    )
    const old = await stage.chen.last()
    await stage.chen.presses('改好再发')
    expect(await stage.said()).toBe('好的，刚才的没有导入。请把改好的名单整个再发一次。')
    await stage.story.until('2026-11-25 10:05')
    await stage.chen.says(pasted.replace('周航', '<b>周航</b>\u202e'))
    expect(await stage.chen.pressesOn(old, '导入 4 人')).toContain('这份名单已经不作数了')
    expect(rosterIn(stage.story)).toEqual([])
    await stage.chen.presses('导入 4 人')
    expect(rosterIn(stage.story)).toEqual(['陈敏', '<b>周航</b>', '李晓雯', '孙悦'])
  })

  test('of many lines with the same doubt the first ones are named', async () => {
    const stage = await openingStage()
    await stage.until('roster')
    const names = Array.from({ length: 900 }, (_, at) => `党${String.fromCharCode(0x4e00 + at)}`)
    await stage.chen.says(names.join('\n'))
    expect(await stage.said()).toContain('· 第 1、2、3、4、5、6、7、8 等 900 行没有后四位')
  })

  test('imported twice is imported once', async () => {
    const stage = await openingStage()
    await stage.until('roster')
    await stage.chen.says(pasted)
    const preview = await stage.chen.last()
    await stage.chen.pressesOn(preview, '导入')
    expect(await stage.chen.pressesOn(preview, '导入')).toBe('这一步已经完成了，已为您刷新。')
    expect(rosterIn(stage.story)).toHaveLength(4)
    expect(await stage.said()).toBe('名册里哪位是您？')
  })

  test('rubbish, a voice message and a file get a kind word about what to send', async () => {
    const stage = await openingStage()
    const { person } = stage.chen
    await stage.until('roster')
    await stage.chen.says('12345')
    expect(await stage.said()).toContain('没读出哪一位')
    person.sendsVoice(stage.story.bot, 5)
    await stage.story.settle()
    expect(await stage.said()).toContain('语音里的名单我听不了。请发 Excel（.xlsx）或 csv 文件')
    await stage.chen.sendsFile('a.xlsx', new Uint8Array([1]))
    expect(await stage.said()).toContain('《a.xlsx》：这个文件我读不了')
    expect((await stage.labels()).flat()).toContain('📄 下载空白表')
  })
})

describe('the rule', () => {
  test.each([
    ['下下个月头', '没看懂“下下个月头”'],
    ['每月第一个周五', '几点开始？'],
    ['每月31日 15:00', '不是每个月都有“每月31日”'],
    ['每月第五个周五 19:00', '不是每个月都有“每月第五个周五”'],
  ])('%s is asked about', async (typed, answer) => {
    const stage = await openingStage()
    await stage.until('rule')
    await stage.chen.says(typed)
    expect(await stage.said()).toContain(answer)
    await stage.chen.says('每月5号下午3点')
    expect(await stage.said()).toContain('✅ 集中培训：每月5日 15:00')
  })

  test('pressed again on an old message changes nothing and shows where the opening is', async () => {
    const stage = await openingStage()
    await stage.until('rule')
    const old = await stage.chen.last()
    await stage.chen.pressesOn(old, '每月第一个周五 19:00')
    expect(await stage.chen.pressesOn(old, '每月5日 15:00')).toBe('这一步已经完成了，已为您刷新。')
    expect(await stage.said()).toContain('默认规则')
    const rules = stage.story.data.raw.prepare('select cron from plans').pluck().all()
    expect(rules).toEqual(['0 19 * * 5#1'])
  })

  test('text where a button is meant gets the buttons again', async () => {
    const stage = await openingStage()
    await stage.until('defaults')
    await stage.chen.says('好')
    expect(await stage.said()).toContain('请点下面的按钮选。')
    expect(await stage.labels()).toEqual([['就这样']])
  })
})

describe('a break', () => {
  test('of days changes nothing: the next message goes on where it was', async () => {
    const stage = await openingStage()
    await stage.until('roster')
    await stage.story.downUntil('2026-12-10 10:00')
    await stage.chen.says(pasted)
    expect(await stage.said()).toContain('读到 4 人')
  })

  test.each([
    ['name', '1/3 支部全称'],
    ['self', '名册里哪位是您？'],
    ['rule', '3/3 每月安排'],
    ['organiser', '请选一位组织委员'],
  ] as const)('by 取消 at %s is taken up from /me', async (step, asked) => {
    const stage = await openingStage()
    await stage.until(step)
    await stage.chen.says('取消')
    await stage.chen.says('/me')
    expect(await stage.said()).toContain('支部还没有开通完')
    await stage.chen.presses('继续开通')
    expect(await stage.said()).toContain(asked)
  })

  test('and the card in the group leads back too', async () => {
    const stage = await openingStage()
    await stage.until('self')
    await stage.chen.says('/cancel')
    await stage.chen.presses('我来开通', stage.group)
    expect(await stage.said()).toBe('名册里哪位是您？')
  })
})
