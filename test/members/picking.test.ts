// Choosing a person: eight names a page in two columns, the rest behind 下页 and a search.

import { expect, test } from 'vitest'
import { html } from '../../src/kernel/html.ts'
import { namesPage } from '../../src/members/messages/picking.ts'
import { pageOf } from '../../src/members/rules/name-pages.ts'
import { saveMember } from '../support/roster.ts'
import { openRoster, text } from './person-stage.ts'

function rowsOf(count: number, wanted: number): string[][] {
  const all = Array.from({ length: count }, (_, at) => ({
    label: `党员${at + 1}`,
    data: `x:${at}`,
  }))
  const { items, page, pages } = pageOf(all, wanted)
  const end = [[{ label: '完成', data: 'end' }]]
  const turn = (to: number) => `p:${to}`
  const { buttons = [] } = namesPage({
    question: html`哪位？`,
    names: items,
    page,
    pages,
    turn,
    search: 'f',
    extra: end,
  })
  return buttons.map((row) => row.map(({ label }) => label))
}

test('eight names a page, two in a row, the rest behind 下页', () => {
  expect(rowsOf(18, 0)).toEqual([
    ['党员1', '党员2'],
    ['党员3', '党员4'],
    ['党员5', '党员6'],
    ['党员7', '党员8'],
    ['1/3', '下页 ▶'],
    ['🔍 找人'],
    ['完成'],
  ])
  expect(rowsOf(18, 1).at(-3)).toEqual(['◀ 上页', '2/3', '下页 ▶'])
  expect(rowsOf(18, 2).slice(0, 2)).toEqual([
    ['党员17', '党员18'],
    ['◀ 上页', '3/3'],
  ])
})

test('who fits on one page needs no search', () => {
  expect(rowsOf(3, 0)).toEqual([['党员1', '党员2'], ['党员3'], ['完成']])
})

test('turning a page ends a search, and nothing else that was begun', async () => {
  const { chen, story, branch } = await openRoster()
  const ninth = { name: '冯丽', standing: 'full' } as const
  story.app.store.work((w) => saveMember(w, branch, ninth, '2026-11-25'))
  await chen.says('/members')
  await chen.presses('逐个看')
  const names = await chen.last()
  await chen.presses('找人')
  await chen.presses('返回')
  await chen.says('周航')
  expect(await text(chen)).not.toContain('请点名字')
  await chen.says('/members')
  await chen.presses('添加一位')
  await chen.pressesOn(names, '下页')
  await chen.says('许静 1212')
  expect(await text(chen)).toContain('请核对：许静')
})
