// Somebody had themselves forgotten and is still on the roster: what a list may do, and how they come back.

import { expect, test } from 'vitest'
import { auditOf } from './claims.ts'
import { type ImportingStage, importingStage, rosterRows } from './importing-stage.ts'

async function erases({ story }: ImportingStage, name: string) {
  const actor = story.person(name)
  await actor.says('/me')
  await actor.presses('我的资料')
  await actor.presses('申请删除')
  await actor.presses('确认删除')
}

const lineOf = ({ story }: ImportingStage, name: string) =>
  rosterRows(story).find((row) => row.startsWith(name))

test('a list brings back neither their digits nor anything else', async () => {
  const stage = await importingStage()
  await erases(stage, '李晓雯')
  await stage.asks()
  await stage.chen.says('李晓雯 6281 预备 第一党小组\n冯丽 1109')
  expect(await stage.said()).toContain('新增 1 人、变更 0 人、不变 1 人')
  await stage.chen.presses('导入 1 人')
  expect(lineOf(stage, '李晓雯')).toBe('李晓雯  full')
})

test('taking an import back gives them nothing back, and nothing of it is kept meanwhile', async () => {
  const stage = await importingStage()
  const { story, chen } = stage
  await stage.asks()
  await chen.says('李晓雯 6281 预备\n冯丽 1109')
  await chen.presses('导入 2 人')
  await erases(stage, '李晓雯')
  const remembered = story.data.raw.prepare('select effects from roster_imports order by id desc')
  expect(remembered.pluck().get()).not.toContain('6281')
  await chen.presses('撤销这次导入')
  expect((await chen.heard()).join('\n')).toContain('· 李晓雯（之后又改过）')
  expect(lineOf(stage, '李晓雯')).toBe('李晓雯  probationary')
  expect(lineOf(stage, '冯丽')).toBeUndefined()
})

test('the secretary is not asked to greet them, and their card says why', async () => {
  const stage = await importingStage()
  await erases(stage, '李晓雯')
  await stage.chen.says('/members')
  expect(await stage.said()).toContain('已认领 2/5\n还没认领（2 人）：孙悦、赵一鸣')
  expect(await stage.said()).toContain('已申请删除个人资料 1 人')
  await stage.chen.presses('逐个看')
  await stage.chen.presses('李晓雯')
  expect(await stage.said()).toContain('账号：已申请删除个人资料')
  expect(await stage.said()).toContain('没有尾号')
})

test('with only erased people unclaimed there is nobody to greet', async () => {
  const stage = await importingStage()
  const { raw } = stage.story.data
  raw.exec("update people set erased_at = 1 where name in ('孙悦', '赵一鸣')")
  await stage.chen.says('/members')
  expect(await stage.said()).not.toContain('还没认领')
  expect(await stage.labels()).not.toContain('复制一段问候')
})

test('who claims the name again is known again, and it is written down', async () => {
  const stage = await importingStage()
  const { story, group, chen } = stage
  await erases(stage, '李晓雯')
  const li = story.person('李晓雯')
  await li.presses('认领身份', group)
  await li.says('李晓雯 6281')
  await chen.presses('同意')
  expect((await li.last()).text).toContain('认领成功，李晓雯同志')
  const erased = story.data.raw.prepare('select count(*) from people where erased_at is not null')
  expect(erased.pluck().get()).toBe(0)
  expect(auditOf(story, 'member.claim').at(-1)?.detail).toEqual({ consent: 1, isBack: true })
  await stage.asks()
  await chen.says('李晓雯 6281')
  await chen.presses('导入 1 人')
  expect(lineOf(stage, '李晓雯')).toBe('李晓雯 6281 full')
})
