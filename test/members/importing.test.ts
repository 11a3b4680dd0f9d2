// The roster is brought up to date: a list is read, looked at and imported; nothing is written before.

import { describe, expect, test } from 'vitest'
import { at } from '../support/clock.ts'
import {
  csvOf,
  importingStage,
  placesIn,
  rosterRows,
  sample,
  workbookOf,
} from './importing-stage.ts'

const header = ['姓名', '手机后四位', '党小组', '类别', '支部职务']
/** 孙悦 is to be probationary, 李晓雯 in a group; 赵一鸣 is not in it; 冯丽 is new. */
const changed = [
  header,
  ['陈敏', '6601', '', '正式', '书记'],
  ['周航', '7702', '', '', '组织委员'],
  ['李晓雯', '6281', '设计一组', '正式', ''],
  ['孙悦', '3304', '', '预备', ''],
  ['冯丽', '1109', '设计一组', '积极分子', ''],
]

test('what a file changes is shown first, written with one tap, and never removes anybody', async () => {
  const { story, group, chen, said, labels, asks } = await importingStage()
  await asks()
  expect(await said()).toBe(
    [
      '更新名册',
      '请把名册 Excel 或 csv 发给我，只需要两列：姓名、手机号后四位；有党小组、类别也会一起读。',
      '也可以直接粘贴名单，一行一个。',
      '导入前先给您看一遍；名册里有、新表里没有的人不会删除。',
    ].join('\n'),
  )
  expect(await labels()).toEqual(['📄 下载空白表', '取消'])
  const before = placesIn(story)
  await chen.sendsFile('名册.xlsx', await workbookOf(...changed))
  expect(await said()).toBe(
    [
      '读到 5 人（正式 3、预备 1、入党积极分子 1、党小组 1 个）。',
      '没写类别的 1 人按正式党员记。',
      '和现在的名册比：新增 1 人、变更 2 人、不变 2 人。',
      '· 新增：冯丽',
      '· 李晓雯：党小组 设计一组',
      '· 孙悦：正式党员 → 预备党员',
      '名册里有、这份没有的 1 人（赵一鸣）不会删除。',
      '名单里写了职务：周航 组织委员。职务要本人同意，导入以后发 /members，点“职务”来请。',
    ].join('\n'),
  )
  expect(await labels()).toEqual(['✅ 导入 3 人', '改好再发', '查看全部', '取消'])
  expect(placesIn(story)).toEqual(before)
  await chen.presses('导入 3 人')
  expect(await said()).toBe('✅ 名册已更新：新增 1 人、变更 2 人。24 小时内可以撤销。')
  expect(await labels()).toEqual(['↩️ 撤销这次导入'])
  expect(rosterRows(story)).toEqual([
    '陈敏 6601 full',
    '周航 7702 full',
    '李晓雯 6281 full 设计一组',
    '孙悦 3304 probationary',
    '赵一鸣 4405 full',
    '冯丽 1109 activist 设计一组',
  ])
  expect((await chen.last(group)).text).toContain('已认领 3/6')
  const trace = story.data.raw.prepare('select detail from audit where action = ?').pluck()
  expect(trace.all('roster.import').at(-1)).toBe('{"added":1,"changed":2}')
})

test('the same file again changes nothing', async () => {
  const { story, chen, said, labels, asks } = await importingStage()
  await asks()
  await chen.sendsFile('名册.csv', csvOf(...changed))
  await chen.presses('导入 3 人')
  const before = placesIn(story)
  await asks()
  await chen.sendsFile('名册.csv', csvOf(...changed))
  expect(await said()).toContain('和现在的名册一样，没有变化。')
  expect(await labels()).toEqual(['改好再发', '查看全部', '取消'])
  expect(placesIn(story)).toEqual(before)
})

test('a missing tail is filled in; whoever could be two people is left alone until it is clear', async () => {
  const { story, chen, said, asks } = await importingStage()
  await asks()
  await chen.says('林涛\n王建国 0123\n王建国 0456')
  await chen.presses('导入 3 人')
  await asks()
  await chen.says('林涛 6607\n王建国')
  expect(await said()).toContain('· 林涛：补上后四位 6607')
  expect(await said()).toContain('分不清是名册里的哪位，先不动：王建国。请写上后四位再发。')
  await chen.presses('导入 1 人')
  expect(rosterRows(story).slice(5)).toEqual([
    '林涛 6607 full',
    '王建国 0123 full',
    '王建国 0456 full',
  ])
})

test('everything can be looked at, page by page, and stays importable', async () => {
  const { chen, said, labels, asks } = await importingStage()
  await asks()
  const many = Array.from({ length: 60 }, (_, at) => `党${'甲乙丙丁戊己'[at % 6]} ${4000 + at}`)
  await chen.says([...many, '林涛', '6281'].join('\n'))
  expect((await said()).split('\n')).toHaveLength(14)
  await chen.presses('查看全部')
  expect(await labels()).toEqual(['1/4', '下页 ▶'])
  expect(await said()).toContain(
    '请您看一眼\n· 第 1、7、13、19、25、31、37、43、49、55 行都叫「党甲」',
  )
  await chen.presses('下页')
  await chen.presses('下页')
  await chen.presses('下页')
  expect(await labels()).toEqual(['◀ 上页', '4/4'])
  expect(await said()).toContain('· 林涛（没有后四位），正式党员')
  await chen.presses('导入 61 人')
  await chen.presses('上页')
  expect(await chen.presses('查看全部').catch(() => '')).toBe('')
})

describe('an old preview', () => {
  test('gives way to the list that came later, and says so', async () => {
    const { story, chen, asks } = await importingStage()
    await asks()
    await chen.says('冯丽 1109')
    const first = await chen.last()
    await chen.says('杨博 1110')
    const before = placesIn(story)
    for (const label of ['导入 1 人', '改好再发', '查看全部', '取消']) {
      expect(await chen.pressesOn(first, label)).toContain('这份名单已经不作数了')
    }
    expect(placesIn(story)).toEqual(before)
    await chen.presses('导入 1 人')
    expect(rosterRows(story).at(-1)).toBe('杨博 1110 full')
  })

  test('that was imported says it is done; after 取消 it is good for nothing', async () => {
    const { story, chen, asks } = await importingStage()
    await asks()
    await chen.says('冯丽 1109')
    const preview = await chen.last()
    await chen.presses('导入 1 人')
    expect(await chen.pressesOn(preview, '导入 1 人')).toBe('已经导入过了 ✅')
    await asks()
    await chen.says('杨博 1110')
    const dropped = await chen.last()
    await chen.presses('取消')
    expect((await chen.last()).text).toBe('好的，没有导入，名册没有变化。')
    expect(await chen.pressesOn(dropped, '导入 1 人')).toContain('不作数了')
    expect(rosterRows(story)).toHaveLength(6)
  })

  test('is good for a day, and then what was read is forgotten', async () => {
    const { story, chen, asks } = await importingStage()
    await asks()
    await chen.says('冯丽 1109')
    const preview = await chen.last()
    await story.until('2026-11-26 09:59')
    const kept = story.data.raw.prepare(
      'select count(*) from roster_imports where read is not null',
    )
    expect(kept.pluck().get()).toBe(1)
    story.clock.set(at('2026-11-26 10:00'))
    expect(await chen.pressesOn(preview, '导入 1 人')).toContain('不作数了')
    await story.until('2026-11-26 10:05')
    expect(kept.pluck().get()).toBe(0)
    expect(await chen.pressesOn(preview, '导入 1 人')).toContain('不作数了')
    expect(rosterRows(story)).toHaveLength(5)
  })
})

test('after 改好再发 the corrected list is taken without asking again', async () => {
  const { story, chen, said, asks } = await importingStage()
  await asks()
  await chen.says('冯立 1109')
  await story.until('2026-11-25 15:00')
  await chen.presses('改好再发')
  expect(await said()).toBe('好的，刚才的没有导入。请把改好的名单整个再发一次。')
  await chen.says('冯丽 1109')
  await chen.presses('导入 1 人')
  expect(rosterRows(story).at(-1)).toBe('冯丽 1109 full')
})

test('five lists an hour are enough; the last preview stays good, and the hour passes', async () => {
  const { story, chen, said, asks } = await importingStage()
  await story.until('2026-11-25 11:30')
  await asks()
  for (const at of [1, 2, 3, 4, 5]) await chen.says(`冯丽 110${at}`)
  await chen.says('冯丽 1109')
  expect(await said()).toBe(
    '这一小时里已经收了 5 份名单，先歇一歇，12:30 以后再发就行。最后那份预览还有效，可以直接导入。',
  )
  await chen.presses('导入 1 人')
  expect(rosterRows(story).at(-1)).toBe('冯丽 1105 full')
  await story.until('2026-11-25 12:31')
  await asks()
  await chen.says('杨博 1110')
  expect(await said()).toContain('读到 1 人')
})

test('rows with trouble are named by their number, and the rest is taken', async () => {
  const { chen, said, asks } = await importingStage()
  await asks()
  await chen.sendsFile('有问题的行.csv', sample('名单-后四位-有问题的行.csv'))
  expect(await said()).toContain('读到 6 人（正式 6、党小组 2 个）。')
  expect(await said()).toContain(
    [
      '有 4 处请您看一眼：',
      '· 第 2、3 行都叫「王建国」，会用后四位区分',
      '· 第 5 行没有后四位，认领时请您点头',
      "· 第 7 行没看懂：「=cmd|' /C calc'!A1」，没有算进去",
      '· 第 6 行没有姓名，没有算进去',
    ].join('\n'),
  )
})
