// One month of a branch, step by step: played in this process, and once more with kills between.

import { expect } from 'vitest'
import { claim, openBranch } from './opening.ts'
import { branchName, claimers, roster, secondBranchName, secondRoster } from './people.ts'
import type { Stage, StageGroup } from './stage.ts'

/** What the steps hand on to each other. */
export interface Month {
  stage: Stage
  group: StageGroup
  second: StageGroup
}

export interface MonthStep {
  name: string
  run(month: Month): Promise<void>
}

const sentence = '12月4日周五19:00-20:30 党群服务中心二楼 文创企业版权保护党课'

export const monthSteps: readonly MonthStep[] = [
  { name: 'two branches are opened in their groups', run: open },
  { name: 'members claim who they are', run: claimAll },
  { name: 'the organiser publishes the training by one sentence', run: publish },
  { name: 'members answer on the card, which counts', run: answer },
  { name: 'a leave is asked for in private and approved in one tap', run: leave },
  { name: 'the day before only those who have not answered are reminded', run: remind },
  { name: 'in the evening people check in', run: checkIn },
  { name: 'it is closed, summed up in private and locked', run: close },
  { name: 'a reflection is handed in with a receipt', run: reflect },
  { name: 'on the last workday the secretary learns who still owes', run: owed },
  { name: 'the secretary exports the month', run: exported },
]

async function open(month: Month): Promise<void> {
  const { stage } = month
  month.group = await openBranch(stage, {
    title: branchName,
    secretary: '陈敏',
    roster,
    organiser: '周航',
  })
  month.second = await openBranch(stage, {
    title: secondBranchName,
    secretary: '高峰',
    roster: secondRoster,
  })
  expect(await said(month, '陈敏')).toContain('开通完成')
}

async function claimAll(month: Month): Promise<void> {
  for (const member of claimers) await claim(month.stage, month.group, member)
  for (const member of secondRoster.slice(1)) await claim(month.stage, month.second, member)
  expect(await said(month, '李晓雯')).toContain('认领成功，李晓雯同志')
  expect(await posted(month)).toContain('已认领 8/10')
}

async function publish(month: Month): Promise<void> {
  const organiser = month.stage.person('周航')
  await organiser.says(`/newtraining ${sentence}`)
  expect(await said(month, '周航')).toContain('请核对')
  await organiser.presses('发布到群')
  await organiser.presses('现在发送')
  const card = await posted(month)
  expect(card).toContain('12月集中培训')
  expect(card).toContain('文创企业版权保护党课')
  expect(card).toContain('12月4日（周五）19:00–20:30')
}

async function answer(month: Month): Promise<void> {
  for (const name of ['孙悦', '何雨桐', '赵一鸣']) {
    const toast = await month.stage.person(name).presses('参加', month.group)
    expect(toast).toContain('已登记参加')
  }
  expect(await posted(month)).toContain('已报名 3 人：孙悦、赵一鸣、何雨桐')
}

async function leave(month: Month): Promise<void> {
  const { stage, group } = month
  await stage.person('李晓雯').presses('请假', group)
  await stage.person('李晓雯').presses('出差公务')
  expect(await said(month, '李晓雯')).toContain('已提交')
  await stage.until('2026-11-25 10:40')
  await stage.person('周航').presses('同意')
  expect(await said(month, '李晓雯')).toContain('同意您的请假')
  expect((await stage.person('孙悦').heard(group)).join('\n')).not.toContain('李晓雯')
}

async function remind(month: Month): Promise<void> {
  await month.stage.until('2026-12-03 18:30')
  const reminded = []
  for (const { name } of roster.slice(0, 8)) {
    const heard = await month.stage.person(name).heard()
    if (heard.some((text) => text.includes('还没收到您的回执'))) reminded.push(name)
  }
  expect(reminded).toEqual(['陈敏', '周航', '林涛', '王建国'])
}

async function checkIn(month: Month): Promise<void> {
  const { stage, group } = month
  await stage.person('孙悦').says('签到')
  await stage.until('2026-12-04 18:30')
  await stage.person('孙悦').presses('我到了', group)
  expect(await said(month, '孙悦')).toContain('签到成功')
  await stage.person('何雨桐').says('签到')
  await stage.person('陈敏').says('签到')
  await stage.person('周航').says('签到')
  await stage.until('2026-12-04 19:16')
  await stage.person('林涛').says('签到')
  expect(await said(month, '林涛')).toContain('迟到')
  await stage.person('周航').says('/rollcall')
  await stage.person('周航').presses('王建国')
  await stage.person('周航').presses('完成')
}

async function close(month: Month): Promise<void> {
  const { stage, group } = month
  await stage.until('2026-12-04 19:30')
  const summary = await said(month, '周航')
  expect(summary).toContain('应到 10')
  expect(summary).toContain('未到')
  expect(summary).toContain('赵一鸣')
  await stage.person('周航').presses('结束签到')
  await stage.person('周航').presses('确认并锁定')
  await stage.until('2026-12-04 21:00')
  expect(await posted(month)).toContain('到会 6 人')
  expect((await stage.person('孙悦').heard(group)).join('\n')).not.toMatch(/未到|缺席/)
}

async function reflect(month: Month): Promise<void> {
  const { stage } = month
  await stage.until('2026-12-07 09:30')
  expect(await said(month, '何雨桐')).toContain('12月学习体会')
  await stage.person('何雨桐').presses('现在写')
  await stage.person('何雨桐').says('听了版权保护这一课，我打算先给展厅的图片建一本台账。')
  await stage.person('何雨桐').presses('提交')
  expect(await said(month, '何雨桐')).toContain('已收到 12月学习体会')
}

async function owed(month: Month): Promise<void> {
  await month.stage.until('2026-12-31 16:00')
  const told = (await month.stage.person('陈敏').heard()).join('\n')
  expect(told).toMatch(/还差|还没交|未交/)
  expect(told).toContain('林涛')
}

async function exported(month: Month): Promise<void> {
  await month.stage.person('陈敏').says('/export 2026-12')
  const { file } = await month.stage.person('陈敏').last()
  expect(file?.name).toBe('青砖里文创园联合党支部_台账_202612.xlsx')
  // 李晓雯 stands in the example of how to write a name; the other 何雨桐 is a member here.
  const second = (await month.stage.person('马丽').heard()).join('\n')
  for (const { name } of roster.filter(({ name }) => name !== '何雨桐' && name !== '李晓雯')) {
    expect(second).not.toContain(name)
  }
}

async function said({ stage }: Month, name: string): Promise<string> {
  return (await stage.person(name).last()).text
}

async function posted({ stage, group }: Month): Promise<string> {
  return (await stage.person('陈敏').last(group)).text
}
