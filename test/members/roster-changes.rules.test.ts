// What a list would change in the roster: it adds and updates, and never removes.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../src/kernel/ids.ts'
import { changesBy, type ListedMember } from '../../src/members/rules/roster-changes.ts'
import { parseRosterLines } from '../../src/members/rules/roster-lines.ts'

/** Members from `姓名 后四位 类别 党小组` lines, numbered from 1. */
function rosterOf(...written: string[]): ListedMember[] {
  const { lines } = parseRosterLines(written.join('\n'))
  return lines.map(({ name, phoneTail, standing, partyGroup }, at) => ({
    person: (at + 1) as PersonId,
    name,
    standing,
    ...(phoneTail && { phoneTail }),
    ...(partyGroup && { partyGroup: { name: partyGroup } }),
  }))
}

/** Every change in a line. */
function changes(list: readonly string[], roster: ListedMember[]): string[] {
  const found = changesBy(parseRosterLines(list.join('\n')), roster)
  return [
    ...found.added.map(({ name, phoneTail = '-' }) => `+ ${name} ${phoneTail}`),
    ...found.changed.map(({ person, set }) => `${person} ${Object.values(set).join(' ')}`),
    ...found.notInList.map(({ person, name }) => `${person} ${name} is not in the list`),
    ...found.unclear.map(({ name, phoneTail = '-' }) => `? ${name} ${phoneTail}`),
    ...(found.same > 0 ? [`= ${found.same}`] : []),
  ]
}

describe('the list beside the roster', () => {
  test.each<[string, string[], string[], string[]]>([
    ['nothing new', ['李晓雯 6281'], ['李晓雯 6281'], ['= 1']],
    ['somebody new', ['李晓雯 6281', '孙悦 3307'], ['李晓雯 6281'], ['+ 孙悦 3307', '= 1']],
    [
      'somebody missing',
      ['李晓雯 6281'],
      ['李晓雯 6281', '孙悦'],
      ['2 孙悦 is not in the list', '= 1'],
    ],
    ['a tail filled in', ['李晓雯 6281'], ['李晓雯'], ['1 6281']],
    ['a tail that is not said', ['李晓雯'], ['李晓雯 6281'], ['= 1']],
    ['no tail at all', ['李晓雯'], ['李晓雯'], ['= 1']],
    [
      'another tail',
      ['李晓雯 1111'],
      ['李晓雯 6281'],
      ['+ 李晓雯 1111', '1 李晓雯 is not in the list'],
    ],
    [
      'a renamed person',
      ['李晓文 6281'],
      ['李晓雯 6281'],
      ['+ 李晓文 6281', '1 李晓雯 is not in the list'],
    ],
    ['another way to type', ['买买提•艾力 0012'], ['买买提·艾力 0012'], ['= 1']],
    ['a standing', ['李晓雯 6281 正式'], ['李晓雯 6281 预备'], ['1 full']],
    ['no standing', ['李晓雯 6281'], ['李晓雯 6281 预备'], ['= 1']],
    ['a group', ['李晓雯 6281 二组'], ['李晓雯 6281 一组'], ['1 二组']],
    ['no group', ['李晓雯 6281'], ['李晓雯 6281 一组'], ['= 1']],
    ['everything', ['李晓雯 6281 正式 二组'], ['李晓雯 预备 一组'], ['1 6281 full 二组']],
  ])('%s', (_, list, roster, expected) => {
    expect(changes(list, rosterOf(...roster))).toEqual(expected)
  })
})

describe('namesakes', () => {
  const two = ['王建国 0123', '王建国 4567']

  test.each<[string, string[], string[], string[]]>([
    [
      'told apart by their digits',
      ['王建国 4567 预备', '王建国 0123'],
      two,
      ['2 probationary', '= 1'],
    ],
    ['a third one', [...two, '王建国 8899'], two, ['+ 王建国 8899', '= 2']],
    [
      'one without digits, of whom the other is known',
      two,
      ['王建国 0123', '王建国'],
      ['2 4567', '= 1'],
    ],
    ['one without digits beside two', ['王建国'], two, ['? 王建国 -']],
    ['two for one without digits', two, ['王建国'], ['? 王建国 0123', '? 王建国 4567']],
    ['one of two missing', ['王建国 4567'], two, ['1 王建国 is not in the list', '= 1']],
  ])('%s', (_, list, roster, expected) => {
    expect(changes(list, rosterOf(...roster))).toEqual(expected)
  })
})

const someLine = fc
  .tuple(
    fc.constantFrom('王建国', '李 娜', '李娜', '孙悦'),
    fc.constantFrom('', '0123', '4567', '8899'),
    fc.constantFrom('', '正式', '预备', '积极分子'),
    fc.constantFrom('', '一组', '二组'),
  )
  .map((words) => words.join(' '))

test('whatever the list: everybody is accounted for once, and importing it twice changes nothing', () => {
  fc.assert(
    fc.property(fc.array(someLine), fc.array(someLine), (list, before) => {
      const roster = rosterOf(...before)
      const read = parseRosterLines(list.join('\n'))
      const { added, changed, same, notInList, unclear } = changesBy(read, roster)
      expect(added.length + changed.length + same + unclear.length).toBe(read.lines.length)
      expect(new Set([...changed, ...notInList].map(({ person }) => person)).size).toBe(
        changed.length + notInList.length,
      )
      const sets = new Map(changed.map(({ person, set }) => [person, set]))
      const updated = roster.map((member) => {
        const { partyGroup, ...set } = sets.get(member.person) ?? {}
        return { ...member, ...set, ...(partyGroup && { partyGroup: { name: partyGroup } }) }
      })
      const after = [
        ...updated,
        ...added.map(({ partyGroup, ...line }, at) => ({
          ...line,
          person: (1_000 + at) as PersonId,
          ...(partyGroup && { partyGroup: { name: partyGroup } }),
        })),
      ]
      const again = changesBy(read, after)
      expect(again.changed).toEqual([])
      expect(again.added).toEqual([])
    }),
  )
})
