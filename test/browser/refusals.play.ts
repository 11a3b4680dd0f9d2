// What the page and the bot do not let people do, and how they say so.

import { expect } from 'vitest'
import { plays, type Step } from './playing.ts'
import type { Program } from './program.ts'
import type { Visitor } from './visitor.ts'

const steps: readonly Step[] = [
  ['there is no next training to jump to in an empty branch', nothingToJumpTo],
  ['a wrong code opens nothing', wrongCode],
  ['wrong digits claim nobody', wrongDigits],
  ['somebody who never claimed is asked who they are before they can join', unclaimed],
  ['a member cannot announce a training', memberAnnounces],
  ['nobody checks in before it is time', early],
  ['somebody outside the branch sees no group and is told the way', outsider],
  ['a blocked bot stays silent until it is let in again', blocked],
]

plays({ scene: 'blank', steps })

async function nothingToJumpTo(visitor: Visitor): Promise<void> {
  await visitor.uses('到下次活动')
  await visitor.readsNotice('还没有发布的活动')
}

async function wrongCode(visitor: Visitor, program: Program): Promise<void> {
  await visitor.opens('group')
  await visitor.presses('我来开通')
  await visitor.starts()
  await visitor.says('AAAA2222')
  await visitor.reads('启用码不对')
  expect(await visitor.looksRight('r-wrong-code')).toEqual([])
  await open(visitor, program)
}

async function open(visitor: Visitor, program: Program): Promise<void> {
  const { claimCode, roster } = await program.tour()
  await visitor.says(claimCode)
  await visitor.presses('用群名')
  await visitor.reads('2/3')
  await visitor.says(roster)
  await visitor.presses('导入', '陈敏', '每月第一个周五', '就这样', '周航')
  await visitor.reads('开通完成')
}

async function wrongDigits(visitor: Visitor): Promise<void> {
  await visitor.becomes('李晓雯')
  await visitor.opens('group')
  await visitor.presses('认领身份')
  await visitor.starts()
  await visitor.says('李晓雯 0000')
  await visitor.reads('没找到')
  await visitor.says('李晓雯 6281')
  await visitor.presses('是我')
  await visitor.reads('认领成功')
}

async function unclaimed(visitor: Visitor, program: Program): Promise<void> {
  await visitor.uses('让其余同志回应')
  await visitor.becomes('周航')
  await visitor.opens('bot')
  const sentence = (await program.tour()).steps.find(({ id }) => id === 'announce')?.copy ?? ''
  await visitor.says(sentence)
  await visitor.presses('发布到群', '现在发送')
  await visitor.becomes('小陆')
  await visitor.opens('group')
  await visitor.presses('参加')
  expect(await visitor.looksRight('r-unclaimed')).toEqual([])
  await visitor.starts()
  await visitor.reads('手机后四位')
}

async function memberAnnounces(visitor: Visitor): Promise<void> {
  await visitor.becomes('李晓雯')
  await visitor.opens('bot')
  await visitor.says('/newtraining 12月11日周五19:00 党群服务中心二楼 消防安全')
  await visitor.reads('书记和组织委员')
  expect(await visitor.looksRight('r-member')).toEqual([])
}

async function early(visitor: Visitor): Promise<void> {
  await visitor.says('签到')
  await visitor.reads('18:30 开放签到')
}

async function outsider(visitor: Visitor): Promise<void> {
  await visitor.becomes('高峰')
  await visitor.opens('bot')
  expect(await visitor.page.locator('.chat-row').count()).toBe(1)
  expect(await visitor.looksRight('r-outsider')).toEqual([])
  await visitor.starts()
  await visitor.reads('群')
}

async function blocked(visitor: Visitor): Promise<void> {
  await visitor.becomes('李晓雯')
  await visitor.opens('bot')
  const { page } = visitor
  await page.getByRole('button', { name: '这个聊天的更多操作' }).click()
  await page.getByRole('menuitem', { name: '屏蔽机器人' }).click()
  expect(await visitor.looksRight('r-block-asked')).toEqual([])
  await page.locator('.dialog').getByRole('button', { name: '屏蔽' }).click()
  const back = page.getByRole('button', { name: '取消屏蔽' })
  await back.waitFor()
  expect(await page.getByLabel('写消息').isVisible()).toBe(false)
  expect(await visitor.looksRight('r-blocked')).toEqual([])
  await back.click()
  await page.getByLabel('写消息').waitFor()
}
