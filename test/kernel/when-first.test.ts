// A sentence that begins with a time: 12月4日周五19:00-20:30 党群服务中心二楼 文创企业版权保护党课.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, clockOf, instant, spokenDay } from '../../src/kernel/time.ts'
import { parseWhenFirst } from '../../src/kernel/when.ts'
import { told } from './told.ts'

const zone = 'Asia/Shanghai'
const now = instant('2026-11-25', '10:00', zone)

test.each([
  [
    '12月4日周五19:00-20:30 党群服务中心二楼 文创企业版权保护党课',
    '2026-12-04 19:00–20:30',
    '党群服务中心二楼 文创企业版权保护党课',
  ],
  ['12月4日19:00，Ａ座２楼，党课', '2026-12-04 19:00', 'Ａ座２楼，党课'],
  ['12月4日19:00在二楼 党课', '2026-12-04 19:00', '二楼 党课'],
  ['12月4日 三楼会议室 党课', '2026-12-04 (no time)', '三楼会议室 党课'],
  ['12月4日19点 20周年纪念', '2026-12-04 19:00', '20周年纪念'],
  ['周五 5号楼 学习', '2026-11-27 (no time)', '5号楼 学习'],
  ['周五 八一广场 学习', '2026-11-27 (no time)', '八一广场 学习'],
  ['周五3点 半导体党课', '2026-11-27 15:00', '半导体党课'],
  ['12月4日19:00', '2026-12-04 19:00', ''],
])('“%s” means %s, and then “%s”', (text, expected, rest) => {
  const when = parseWhenFirst(text, { now, zone })
  expect(told(when)).toBe(expected)
  expect(when).toMatchObject({ ok: true, rest })
})

test.each([
  ['下下个月头 二楼 党课', 'unreadable 下下个月头'],
  ['二楼 12月4日19:00 党课', 'unreadable 二楼'],
  ['12月4日19:00党群服务中心 党课', 'unreadable 党群服务中心'],
  ['12月4日 25:00 二楼 党课', 'unreadable 25:00'],
  ['12月4日 下午 二楼 党课', 'unreadable 下午'],
  ['12月4日 19:00 20:30 党课', 'unreadable 20:30'],
  ['12月4日19:00-25:00 二楼', 'unreadable -25:00'],
  ['12月5日周五19:00 二楼 党课', '2026-12-05 is no 5: 2026-12-04 19:00 or 2026-12-05 19:00'],
])('“%s”: %s', (text, expected) => {
  expect(told(parseWhenFirst(text, { now, zone }))).toBe(expected)
})

test('the days to choose from keep place and topic', () => {
  const when = parseWhenFirst('12月5日周五19:00 二楼 党课', { now, zone })
  expect(when).toMatchObject({ options: [{ rest: '二楼 党课' }, { rest: '二楼 党课' }] })
})

test('any day, hours and place that are written out are read as written', () => {
  const days = fc.integer({ min: 1, max: 300 }).map((later) => addDays('2026-11-25', later))
  const hours = fc.tuple(fc.integer({ min: 7 * 60, max: 1380 }), fc.integer({ min: 1, max: 60 }))
  const places = fc.stringMatching(/^[党群服务中心楼座]{1,8}$/)
  fc.assert(
    fc.property(days, hours, places, (day, [start, length], place) => {
      const [from, to] = [clockOf(start), clockOf(start + length)]
      const when = parseWhenFirst(`${spokenDay(day, '2026-01-01')}${from}-${to} ${place}`, {
        now,
        zone,
      })
      const expected = {
        ok: true,
        day,
        start: instant(day, from, zone),
        end: instant(day, to, zone),
      }
      expect(when).toMatchObject({ ...expected, rest: place })
    }),
  )
})

test('whatever is typed gets an answer, and what is left over was typed', () => {
  const words = [
    '12月4日',
    '周五',
    '下',
    '个',
    '月',
    '底',
    '19:00',
    '点',
    '半',
    '到',
    '（',
    '五',
    ' ',
    '在',
  ]
  const sentences = fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 12 })
  fc.assert(
    fc.property(sentences, (pieces) => {
      const text = pieces.join('')
      const when = parseWhenFirst(text, { now, zone })
      if (when.ok) expect(text.endsWith(when.rest)).toBe(true)
      if (!when.ok && 'piece' in when) expect(text).toContain(when.piece)
    }),
    { numRuns: 500 },
  )
})
