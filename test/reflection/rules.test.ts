// When a reflection is asked for, due and reminded of, and how long one is.

import { describe, expect, test } from 'vitest'
import { stamp } from '../../src/kernel/time.ts'
import {
  formOf,
  lengthOf,
  type Part,
  reflectionDueAt,
  reflectionDueOn,
  textOf,
  timetableAfter,
} from '../../src/reflection/rules.ts'
import { at, zone } from '../support/clock.ts'

describe('the last workday of the month is the day it is due', () => {
  test.each([
    ['2026-12', '2026-12-31'],
    ['2027-01', '2027-01-29'],
    ['2027-02', '2027-02-26'],
  ])('%s: %s', (month, day) => {
    expect(reflectionDueOn(month)).toBe(day)
  })

  test('until its midnight', () => {
    expect(reflectionDueAt('2026-12', zone)).toEqual(at('2027-01-01 00:00'))
  })
})

describe('the dates after a training', () => {
  function dates(training: string) {
    const timetable = timetableAfter(at(training), zone)
    if (!timetable) return undefined
    const { askAt, reminders, owingAt } = timetable
    return [askAt, ...reminders.map((each) => each.at), owingAt].map((each) => stamp(each, zone))
  }

  test.each([
    [
      'on Friday: asked on Monday',
      '2026-12-04 19:00',
      ['2026-12-07 09:30', '2026-12-28 18:30', '2026-12-31 10:00', '2026-12-31 16:00'],
    ],
    [
      'three days before the end on a Tuesday',
      '2027-01-05 15:00',
      ['2027-01-06 09:30', '2027-01-26 18:30', '2027-01-29 10:00', '2027-01-29 16:00'],
    ],
    [
      'three days before the end is a Sunday, and Friday is Mid-Autumn: reminded on Thursday',
      '2026-09-04 19:00',
      ['2026-09-07 09:30', '2026-09-24 18:30', '2026-09-30 10:00', '2026-09-30 16:00'],
    ],
    [
      'late in the month: no reminder within a day of the question',
      '2026-12-28 19:00',
      ['2026-12-29 09:30', '2026-12-31 10:00', '2026-12-31 16:00'],
    ],
    [
      'on the last day but one: asked, and not reminded on top',
      '2026-12-30 19:00',
      ['2026-12-31 09:30', '2026-12-31 16:00'],
    ],
    ['on the last workday: nobody is asked any more', '2026-12-31 15:00', undefined],
  ])('%s', (_case, training, expected) => {
    expect(dates(training)).toEqual(expected)
  })
})

describe('the length', () => {
  test.each([
    ['', 0],
    ['  \n ', 0],
    ['版权台账，很实用。', 7],
    ['用 AI 画图 3 遍', 6],
    ["don't panic", 2],
    ['𠮷野家', 3],
  ])('of %j is %i', (text, length) => {
    expect(lengthOf(text)).toBe(length)
  })
})

describe('several messages', () => {
  const text = (words: string): Part => ({ form: 'text', text: words })
  const photo: Part = { form: 'photo', text: '第一页', fileId: 'p1' }
  const document: Part = { form: 'document', text: '', fileId: 'd1', fileName: '学习体会.docx' }

  test('make one text, a line each, captions included', () => {
    expect(textOf([text('一'), photo, document, text(' 二 ')])).toBe('一\n第一页\n二')
  })

  test.each<[string, Part[]]>([
    ['text', [text('一'), text('二')]],
    ['photo', [text('一'), photo]],
    ['document', [photo, document, text('一')]],
    ['voice', [{ form: 'voice', text: '', fileId: 'v1' }, text('一')]],
  ])('are a %s', (form, parts) => {
    expect(formOf(parts)).toBe(form)
  })
})
