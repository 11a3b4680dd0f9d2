// Monthly rules: read from Chinese, kept as cron, said again in Chinese.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCron, nextOccurrences } from '../../src/kernel/cron.ts'
import { parseMonthlyRule, spokenRule } from '../../src/kernel/when/rule.ts'
import { at, zone } from '../support/clock.ts'

const context = { now: at('2026-11-25 10:00'), zone }
const read = (text: string) => parseMonthlyRule(text, context)

test.each([
  ['每月第一个周五 19:00', '0 19 * * 5#1', '每月第一个周五 19:00'],
  ['每月第1个周五晚上7点', '0 19 * * 5#1', '每月第一个周五 19:00'],
  ['每月第二个星期三 14:30', '30 14 * * 3#2', '每月第二个周三 14:30'],
  ['每月第３个礼拜天上午９：００', '0 9 * * 0#3', '每月第三个周日 09:00'],
  ['每个月的第四个周一，下午3点', '0 15 * * 1#4', '每月第四个周一 15:00'],
  ['每月最后一个周五19:00', '0 19 * * 5L', '每月最后一个周五 19:00'],
  ['每月5日15:00', '0 15 5 * *', '每月5日 15:00'],
  ['每月5号下午3点', '0 15 5 * *', '每月5日 15:00'],
  ['每月十五日晚上七点半', '30 19 15 * *', '每月15日 19:30'],
  ['每月最后一个工作日 14:30', '30 14 LW * *', '每月最后一个工作日 14:30'],
  ['每个月的最后一天19:00', '0 19 L * *', '每月最后一天 19:00'],
  ['每月底19:00', '0 19 L * *', '每月最后一天 19:00'],
  ['每两个月第二个周三 19:00', '0 19 * 2-12/2 3#2', '每双月第二个周三 19:00'],
  ['每2个月20日下午3点', '0 15 20 2-12/2 *', '每双月20日 15:00'],
  ['每隔一个月最后一个周五19:00', '0 19 * 1-11/2 5L', '每单月最后一个周五 19:00'],
  ['每单月第一个周一9:00', '0 9 * 1-11/2 1#1', '每单月第一个周一 09:00'],
  ['每季度末月20日 15:00', '0 15 20 3,6,9,12 *', '每季度末月20日 15:00'],
  ['每个季度第一个月的5号下午3点', '0 15 5 1,4,7,10 *', '每季度首月5日 15:00'],
  ['每季度最后一个月最后一个工作日16点', '0 16 LW 3,6,9,12 *', '每季度末月最后一个工作日 16:00'],
])('“%s” is %s, said %s', (text, cron, spoken) => {
  expect(read(text)).toEqual({ ok: true, cron, spoken, rest: '', doubts: [] })
})

test.each([
  ['每季度5日 19:00', '每季度5日'],
  ['每三个月第一个周五 19:00', '每三个月第一个周五'],
  ['每周五 19:00', '每周五'],
  ['每月第一个周五和第三个周五 19:00', '和第三个周五'],
  ['每月第一个周五 25:00', '25:00'],
  ['每月第一个周五 24:00', '24:00'],
  ['每月第一个周五19:00二楼', '二楼'],
  ['随便', '随便'],
  ['', ''],
])('“%s” is not understood: “%s”', (text, piece) => {
  expect(read(text)).toEqual({ ok: false, reason: 'unreadable', piece })
})

test.each([
  ['每月31日 19:00', '每月31日'],
  ['每月29号 19:00', '每月29号'],
  ['每月第五个周五 19:00', '每月第五个周五'],
])('“%s” would leave out some months', (text, piece) => {
  expect(read(text)).toEqual({ ok: false, reason: 'notEveryMonth', piece })
})

test('without a time, the time is asked for', () => {
  const rules = ['每月第一个周五', '每月5日 二楼'].map(read)
  expect(rules).toEqual([
    { ok: false, reason: 'timeMissing' },
    { ok: false, reason: 'timeMissing' },
  ])
})

test('a place may follow, an end gives the length, and what was assumed is told', () => {
  expect(read('每月第一个周五 3点到4点半 党群服务中心 二楼')).toMatchObject({
    cron: '0 15 * * 5#1',
    durationMinutes: 90,
    rest: '党群服务中心 二楼',
    doubts: ['afternoonAssumed'],
  })
})

test('a rule that is not one of ours is shown as it is', () => {
  expect(['*/5 * * * *', '0 19 * * 5#5', '0 19 15W * *', '0 19 * 5 *'].map(spokenRule)).toEqual([
    '*/5 * * * *',
    '0 19 * * 5#5',
    '0 19 15W * *',
    '0 19 * 5 *',
  ])
})

test('every rule of ours says itself, reads itself back, and leaves out no month it names', () => {
  const weekday = fc.nat(6)
  const date = fc.oneof(
    fc.integer({ min: 1, max: 28 }).map((number) => [`${number}`, '*']),
    fc.constantFrom(['L', '*'], ['LW', '*']),
    fc.tuple(weekday, fc.integer({ min: 1, max: 4 })).map(([on, nth]) => ['*', `${on}#${nth}`]),
    weekday.map((on) => ['*', `${on}L`]),
  )
  const often = fc.constantFrom(
    ['*', 12],
    ['2-12/2', 6],
    ['1-11/2', 6],
    ['1,4,7,10', 4],
    ['2,5,8,11', 4],
    ['3,6,9,12', 4],
  )
  const january = new Date('2026-12-31T16:00:00Z')
  fc.assert(
    fc.property(fc.nat(59), fc.nat(23), date, often, (minute, hour, [day, on], [months, count]) => {
      const cron = `${minute} ${hour} ${day} ${months} ${on}`
      expect(isCron(cron)).toBe(true)
      expect(read(spokenRule(cron))).toMatchObject({ ok: true, cron })
      const next = nextOccurrences(cron, 'UTC', january, 13).map((each) => each.getUTCMonth())
      expect(new Set(next).size).toBe(count)
    }),
  )
})
