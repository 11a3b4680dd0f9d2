// What a sentence says of a training: when, where, what about.

import { describe, expect, test } from 'vitest'
import type { OrganisationId } from '../../src/kernel/ids.ts'
import { stamp } from '../../src/kernel/time.ts'
import { parseWhen, parseWhenFirst } from '../../src/kernel/when.ts'
import {
  oneLine,
  type Unfinished,
  withAnswer,
  withTime,
} from '../../src/training/rules/sentence.ts'
import { at, zone } from '../support/clock.ts'

const now = at('2026-11-25 10:00')
const blank: Unfinished = {
  branch: 1 as OrganisationId,
  stamp: 1,
  asks: 'sentence',
  lengthMinutes: 90,
  doubts: [],
}
const december: Unfinished = {
  ...blank,
  asks: 'when',
  startsAt: at('2026-12-04 19:00'),
  endsAt: at('2026-12-04 21:00'),
  place: '二楼',
}

function sentence(text: string, state = blank) {
  return withAnswer(state, parseWhenFirst(text, { now, zone }), zone)
}

function time(text: string, state: Unfinished = december) {
  const day = state.startsAt && stamp(state.startsAt, zone).slice(0, 10)
  return withAnswer(state, parseWhen(text, { now, zone, ...(day && { day }) }), zone)
}

function said(state: Unfinished | undefined) {
  if (!state?.startsAt || !state.endsAt) return undefined
  return `${stamp(state.startsAt, zone)}–${stamp(state.endsAt, zone).slice(11)}`
}

describe('a whole sentence', () => {
  const full = '12月4日周五19:00-20:30 党群服务中心二楼 文创企业版权保护党课'

  test('says when, where and what about', () => {
    const state = sentence(full)
    expect(said(state)).toBe('2026-12-04 19:00–20:30')
    expect(state).toMatchObject({ place: '党群服务中心二楼', topic: '文创企业版权保护党课' })
  })

  test('without an end lasts as long as the branch usually sits', () => {
    expect(said(sentence('12月4日周五19:00 二楼'))).toBe('2026-12-04 19:00–20:30')
    expect(said(sentence('12月4日周五19:00 二楼', { ...blank, lengthMinutes: 120 }))).toBe(
      '2026-12-04 19:00–21:00',
    )
  })

  test.each<[string, string | undefined, string | undefined, string | undefined]>([
    ['12月4日19:00 二楼 版权 保护', undefined, '二楼', '版权 保护'],
    ['12月4日19:00，二楼，版权保护', undefined, '二楼', '版权保护'],
    ['12月4日19:00 二楼', undefined, '二楼', undefined],
    ['12月4日19:00 版权保护', '二楼', '二楼', '版权保护'],
    ['12月4日19:00 三楼 版权保护', '二楼', '三楼', '版权保护'],
    ['12月4日19:00', '二楼', '二楼', undefined],
  ])('%s, usual place %s: place %s, topic %s', (text, usual, place, topic) => {
    const state = sentence(text, { ...blank, place: usual })
    expect([state?.place, state?.topic]).toEqual([place, topic])
  })

  test('a day without a time asks for the time and keeps the rest', () => {
    const state = sentence('12月4日 二楼 版权保护党课')
    expect(state).toMatchObject({
      asks: 'when',
      day: '2026-12-04',
      place: '二楼',
      topic: '版权保护党课',
    })
    expect(state?.startsAt).toBeUndefined()
  })

  test('a weekday that does not fit leaves both days, and the rest is not lost', () => {
    const state = sentence('12月5日周五19:00-20:30 二楼 版权保护党课')
    expect(state?.days?.map(({ day }) => day)).toEqual(['2026-12-04', '2026-12-05'])
    const chosen = state?.days?.[0]
    if (!state || !chosen) throw new Error('no days to choose from')
    const taken = withTime(state, chosen, zone)
    expect(said(taken)).toBe('2026-12-04 19:00–20:30')
    expect(taken).toMatchObject({ place: '二楼', topic: '版权保护党课' })
    expect(taken.days).toBeUndefined()
  })

  test.each(['下下个月头 二楼 党课', '二楼 党课', '版权保护', ''])(
    '「%s」 is not guessed at',
    (text) => {
      expect(sentence(text)).toBeUndefined()
    },
  )

  test('what had to be assumed is remembered for the card', () => {
    expect(sentence('5号下午3点 二楼')?.doubts).toEqual(['monthAssumed'])
  })
})

describe('another time', () => {
  test.each([
    ['12月11日周五18:00-19:00', '2026-12-11 18:00–19:00'],
    ['12月11日18:00', '2026-12-11 18:00–20:00'],
    ['20:00', '2026-12-04 20:00–22:00'],
    ['12月11日', '2026-12-11 19:00–21:00'],
  ])('%s: what was not said stays as it was', (text, expected) => {
    expect(said(time(text))).toBe(expected)
  })

  test('leaves place and topic alone', () => {
    expect(time('20:00')).toMatchObject({ place: '二楼' })
  })
})

describe('one line', () => {
  test.each([
    ['  党群服务中心\n二楼 ', '党群服务中心 二楼'],
    ['二楼\u202e反过来\u2066', '二楼 反过来'],
    ['=1+1 <b>', '=1+1 <b>'],
  ])('%j becomes %j', (text, line) => {
    expect(oneLine(text)).toBe(line)
  })

  test('is cut at a hundred characters, and says so', () => {
    expect(oneLine('党'.repeat(100))).toHaveLength(100)
    expect(oneLine('党'.repeat(101))).toBe(`${'党'.repeat(99)}…`)
  })
})
