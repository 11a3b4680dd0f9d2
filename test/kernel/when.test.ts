// When something happens, as people type it. The reference is Wednesday 2026-11-25, 10:00.

import { describe, expect, test } from 'vitest'
import { addMinutes, instant, spokenSpan } from '../../src/kernel/time.ts'
import { parseWhen } from '../../src/kernel/when.ts'
import { told } from './told.ts'

const zone = 'Asia/Shanghai'
const now = instant('2026-11-25', '10:00', zone)
const read = (text: string) => told(parseWhen(text, { now, zone }))

describe('the golden table', () => {
  test.each([
    ['明天下午3点', '2026-11-26 15:00'],
    ['明天下午三点半', '2026-11-26 15:30'],
    ['今晚7点半', '2026-11-25 19:30'],
    ['下周五19:00', '2026-12-04 19:00'],
    ['下周日上午9点', '2026-12-06 09:00'],
    ['本周五下午3点', '2026-11-27 15:00'],
    ['下下周五19:00', '2026-12-11 19:00'],
    ['周一下午3点', '2026-11-30 15:00'],
    ['12月5日14:00', '2026-12-05 14:00'],
    ['12月5号下午2点半', '2026-12-05 14:30'],
    ['1月5日下午2点', '2027-01-05 14:00'],
    ['12/5 14:00', '2026-12-05 14:00'],
    ['12.5 14:00', '2026-12-05 14:00'],
    ['12-5 14:00', '2026-12-05 14:00'],
    ['5号下午3点', '2026-12-05 15:00'],
    ['下月5日下午2点', '2026-12-05 14:00'],
    ['12月5日下午2点到4点', '2026-12-05 14:00–16:00'],
    ['晚8点', '2026-11-25 20:00'],
    ['早上8点一刻', '2026-11-26 08:15'],
    ['月底', '2026-11-30 (no time)'],
    ['两周后', '2026-12-09 (no time)'],
    ['12月31日24:00', '2027-01-01 00:00'],
    ['元旦', '2027-01-01 (no time)'],
    ['12月4日（周五）19：00—20：30', '2026-12-04 19:00–20:30'],
    ['十二月四号晚上七点', '2026-12-04 19:00'],
    ['后天上午9:30', '2026-11-27 09:30'],
    ['大后天', '2026-11-28 (no time)'],
    ['下礼拜三', '2026-12-02 (no time)'],
    ['明天中午1点', '2026-11-26 13:00'],
    ['明天凌晨1点', '2026-11-26 01:00'],
    ['周六日', 'ambiguous 周六日: 2026-11-28 (no time) or 2026-11-29 (no time)'],
    ['12月5日周五19:00', '2026-12-05 is no 5: 2026-12-04 19:00 or 2026-12-05 19:00'],
    ['下下个月头', 'unreadable 下下个月头'],
    ['每月第一个周五下午3点', 'unreadable 每月第一个周五下午3点'],
  ])('“%s” means %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('24:00 belongs to the day that ends', () => {
    const when = parseWhen('24:00', { now, zone })
    expect(when).toMatchObject({ day: '2026-11-25', start: instant('2026-11-26', '00:00', zone) })
  })
})

describe('days', () => {
  test.each([
    ['2026年12月4日', '2026-12-04 (no time)'],
    ['2026-12-04 19:00', '2026-12-04 19:00'],
    ['2027/1/5', '2027-01-05 (no time)'],
    ['明年1月5日', '2027-01-05 (no time)'],
    ['今年12月4日', '2026-12-04 (no time)'],
    ['12月底', '2026-12-31 (no time)'],
    ['下个月底', '2026-12-31 (no time)'],
    ['31号', '2026-12-31 (no time)'],
    ['10天之后', '2026-12-05 (no time)'],
    ['三天后下午两点', '2026-11-28 14:00'],
    ['这周日', '2026-11-29 (no time)'],
    ['下个星期五', '2026-12-04 (no time)'],
    ['礼拜天', '2026-11-29 (no time)'],
    ['国庆节', '2027-10-01 (no time)'],
    ['七一', '2027-07-01 (no time)'],
    ['2月29日', '2028-02-29 (no time)'],
    ['2月30日', 'unreadable 2月30日'],
    ['下月31日', '2026-12-31 (no time)'],
    ['12月5日到6日', 'unreadable 到6日'],
    ['周一三五', 'unreadable 三五'],
    ['周末', 'ambiguous 周末: 2026-11-28 (no time) or 2026-11-29 (no time)'],
    ['下周六、周日9点', 'ambiguous 下周六、周日: 2026-12-05 09:00 or 2026-12-06 09:00'],
    ['上周五', 'unreadable 上周五'],
    ['昨天', 'unreadable 昨天'],
    ['5号楼', 'unreadable 5号楼'],
  ])('“%s” means %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('a day and its weekday', () => {
  test.each([
    ['12月4日周五19:00', '2026-12-04 19:00'],
    ['12月4日 星期五 晚上7点', '2026-12-04 19:00'],
    ['周五（12月4日）19:00', '2026-12-04 19:00'],
    ['下周五，12月4日，19:00', '2026-12-04 19:00'],
    ['5号周六', '2026-12-05 (no time)'],
    ['明天周五', '2026-11-26 is no 5: 2026-11-26 (no time) or 2026-11-27 (no time)'],
    ['下周五12月5日', '2026-12-05 is no 5: 2026-12-04 (no time) or 2026-12-05 (no time)'],
    // 24 November is over, so the Tuesday meant can only be the next.
    ['11月26日周二', '2026-11-26 is no 2: 2026-11-26 (no time) or 2026-12-01 (no time)'],
    ['11月26日周三9点', '2026-11-26 is no 3: 2026-11-26 09:00'],
    ['12月4日下下周五', 'ambiguous 12月4日下下周五: 2026-12-04 (no time) or 2026-12-11 (no time)'],
    ['12月4日（周五19:00', 'unreadable （周五19:00'],
  ])('“%s” means %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('hours', () => {
  test.each([
    ['明天3点', '2026-11-26 15:00'],
    ['明天03:00', '2026-11-26 03:00'],
    ['明天6点半', '2026-11-26 18:30'],
    ['明天7点', '2026-11-26 07:00'],
    ['明天12点', '2026-11-26 12:00'],
    ['明天0点', '2026-11-26 00:00'],
    ['明天〇点', '2026-11-26 00:00'],
    ['明天下午14:00', '2026-11-26 14:00'],
    ['今晚12点', '2026-11-26 00:00'],
    ['明天中午12点', '2026-11-26 12:00'],
    ['明天凌晨12点', '2026-11-26 00:00'],
    ['明天19∶00', '2026-11-26 19:00'],
    ['明天十二点〇五分', '2026-11-26 12:05'],
    ['明天 下午 3 点 30 分', '2026-11-26 15:30'],
    ['明天八点二十', '2026-11-26 08:20'],
    ['明天8点05分', '2026-11-26 08:05'],
    ['明天十二点零五分', '2026-11-26 12:05'],
    ['明早9点整', '2026-11-26 09:00'],
    ['周二十点', '2026-12-01 10:00'],
    ['周五三点半', '2026-11-27 15:30'],
    ['明天2-4点', '2026-11-26 14:00–16:00'],
    ['明天19点至20点30', '2026-11-26 19:00–20:30'],
    ['明天上午9点~下午4:30', '2026-11-26 09:00–16:30'],
    ['明天晚上7点到9点', '2026-11-26 19:00–21:00'],
    ['明天 11点——1点', '2026-11-26 11:00–13:00'],
    ['明天22:00-24:00', '2026-11-26 22:00–00:00'],
    ['明天19:00-0:00', '2026-11-26 19:00–00:00'],
    ['10-12点', '2026-11-26 10:00–12:00'],
    ['10-11:30', '2026-11-26 10:00–11:30'],
    ['明天8点15号楼', 'unreadable 15号楼'],
    ['明天19:00-19:00', 'unreadable -19:00'],
    ['明天19:00-18:00', 'unreadable -18:00'],
    ['明天25:00', 'unreadable 25:00'],
    ['明天24:30', 'unreadable 24:30'],
    ['明天9:60', 'unreadable 9:60'],
    ['明天凌晨9点', 'unreadable 凌晨9点'],
    ['明天下午', 'unreadable 下午'],
    ['明天差一刻8点', 'unreadable 差一刻8点'],
    ['明天19:00左右', 'unreadable 左右'],
  ])('“%s” means %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('what is still ahead', () => {
  test.each([
    ['周三11点', '2026-11-25 11:00'],
    ['周三9点', '2026-12-02 09:00'],
    ['25号9点', '2026-12-25 09:00'],
    ['9点', '2026-11-26 09:00'],
    ['今天', '2026-11-25 (no time)'],
    ['今早8点', 'past 2026-11-25 08:00'],
    ['11月25日9点', 'past 2026-11-25 09:00'],
    ['10点', '2026-11-26 10:00'],
    ['本周一', 'past 2026-11-23 (no time)'],
    ['2025年1月5日', 'past 2025-01-05 (no time)'],
  ])('“%s” means %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('on Sunday the weekend has one day left', () => {
    const sunday = instant('2026-11-29', '10:00', zone)
    expect(told(parseWhen('本周末', { now: sunday, zone }))).toBe(
      'ambiguous 本周末: 2026-11-29 (no time)',
    )
  })
})

test.each(['', '   ', '在', '你好', '收到', '🙏', '十'.repeat(4000), `周六${' '.repeat(4000)}x`])(
  '“%s” is not understood, at once',
  (text) => {
    expect(parseWhen(text, { now, zone })).toMatchObject({ reason: 'unreadable' })
  },
)

test('what was filled in is told, so that the echo can show it', () => {
  const doubts = (text: string) => {
    const when = parseWhen(text, { now, zone })
    return when.ok && when.doubts
  }
  expect(doubts('12月4日19:00')).toEqual([])
  expect(doubts('5号3点')).toEqual(['monthAssumed', 'afternoonAssumed'])
  expect(doubts('1月5日14:00')).toEqual(['yearAssumed'])
  expect(doubts('19:00')).toEqual(['dayAssumed'])
})

test('when the day is known, the time alone answers', () => {
  const asked = { now, zone, day: '2026-12-04' }
  expect(told(parseWhen('下午3点到5点', asked))).toBe('2026-12-04 15:00–17:00')
  expect(parseWhen('下午3点', asked)).toMatchObject({ doubts: [] })
  expect(told(parseWhen('改到12月5日', asked))).toBe('unreadable 改到12月5日')
  expect(told(parseWhen('12月5日9点', asked))).toBe('2026-12-05 09:00')
})

test('the day is that of the branch, wherever the server stands', () => {
  const evening = new Date('2026-11-25T17:00:00Z')
  const inNewYork = parseWhen('明天19:00', { now: evening, zone: 'America/New_York' })
  expect(inNewYork).toMatchObject({ day: '2026-11-26', start: new Date('2026-11-27T00:00:00Z') })
  expect(told(parseWhen('明天19:00', { now: evening, zone }))).toBe('2026-11-27 19:00')
})

test('what the bot says is understood when it is sent back', () => {
  const start = instant('2027-01-05', '14:00', zone)
  const said = spokenSpan(start, addMinutes(start, 90), zone, now)
  expect(said).toBe('2027年1月5日（周二）14:00–15:30')
  expect(read(said)).toBe('2027-01-05 14:00–15:30')
})
