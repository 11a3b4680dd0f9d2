// Among many names the founder finds themselves and the organiser by a search, and the opening goes on.

import { beforeEach, expect, test } from 'vitest'
import { type OpeningStage, openingStage } from './opening-stage.ts'

const names = [
  '陈敏',
  '周航',
  '李晓雯',
  '孙悦',
  '赵一鸣',
  '何雨桐',
  '林涛',
  '王建国',
  '冯丽',
  '杨博',
]

let stage: OpeningStage
beforeEach(async () => {
  stage = await openingStage()
  await stage.until('roster')
  await stage.chen.says(names.map((name, at) => `${name} ${3000 + at}`).join('\n'))
  await stage.chen.presses('导入 10 人')
})

async function goesOn(...labels: string[]) {
  for (const label of labels) await stage.chen.presses(label)
}

const finds = async (typed: string) => {
  await stage.chen.presses('找人')
  await stage.chen.says(typed)
}

test('both are found by pinyin or digits, also where there is no monthly rule', async () => {
  const { chen, said, labels } = stage
  await finds('cm')
  expect(await labels()).toEqual([['陈敏'], ['看全部']])
  await goesOn('陈敏')
  expect(await said()).toContain('✅ 您是陈敏同志')
  await goesOn('每次临时定', '就这样')
  await finds('3009')
  await goesOn('看全部')
  expect(await said()).toContain('请选一位组织委员')
  await finds('yb')
  await chen.presses('杨博')
  expect(await said()).toContain('已请杨博同志担任组织委员')
})

test('a search given up, or an old message, does not lead the opening astray', async () => {
  const { chen, said } = stage
  const old = await chen.last()
  await chen.presses('找人')
  await chen.presses('返回')
  await chen.says('陈敏')
  expect(await said()).toContain('请点下面的按钮选')
  await goesOn('陈敏', '每次临时定')
  expect(await chen.pressesOn(old, '下页')).toContain('这条消息旧了')
  expect(await chen.pressesOn(old, '找人')).toContain('这条消息旧了')
  await goesOn('就这样', '先跳过')
  expect(await said()).toContain('开通完成')
})

test('the page button of a message from before there was a search still turns the page', async () => {
  stage.chen.forges('su.pg:1:1')
  await stage.story.settle()
  expect(await stage.labels()).toContainEqual(['冯丽', '杨博'])
})

test('a stranger neither turns the pages nor searches', async () => {
  const zhou = stage.story.person('周航')
  await zhou.opens()
  for (const data of ['su.ps.p:1:0:0', 'su.ps.f:1:0', 'su.po.p:1:0:0', 'su.po.f:1:0']) {
    zhou.forges(data)
    await stage.story.settle()
  }
  await zhou.says('陈敏')
  expect((await zhou.heard()).join()).not.toMatch(/陈敏|请发姓名/)
})
