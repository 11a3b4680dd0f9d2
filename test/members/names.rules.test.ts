// Names as they are kept, and as they are compared.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanName, evenedName } from '../../src/members/rules.ts'

describe('a name is kept', () => {
  test.each([
    ['  李晓雯 ', '李晓雯', 'without blanks around it'],
    ['李\u202e雯晓\u202c', '李雯晓', 'without marks that turn the text around'],
    ['李\u200b晓\ufeff雯', '李晓雯', 'without characters of no width'],
    ['李\n晓\t雯', '李 晓 雯', 'on one line'],
    ['John   Smith', 'John Smith', 'with single blanks'],
    ['<b>李晓雯</b>', '<b>李晓雯</b>', 'with whatever signs it has'],
    ['=1+1', '=1+1', 'even as a formula: it is text'],
    ['a\u0301\u0301\u0301\u0301\u0301', '\u00e1\u0301\u0301\u0301', 'without towers of accents'],
    ['名'.repeat(80), '名'.repeat(64), 'up to 64 characters'],
    ['👩🏽‍🚒'.normalize(), '👩🏽🚒', 'without what joins emoji'],
  ])('%j → %j, %s', (typed, kept) => {
    expect(cleanName(typed)).toBe(kept)
  })

  test('cleaning twice is cleaning once, and nothing unseen is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanName(text)
        expect(cleanName(clean)).toBe(clean)
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}]|^\s|\s$|\s\s/u)
      }),
    )
  })
})

test('blanks, dots and width do not make another name', () => {
  const same = ['买买提·艾力', '买买提•艾力', '买买提.艾力', ' 买买提 艾力 ']
  expect(new Set(same.map(evenedName)).size).toBe(1)
  expect(evenedName('ＬｉＭｉｎｇ')).toBe('liming')
  expect(evenedName('李晓雯')).not.toBe(evenedName('李小雯'))
})
