// The question after the training, two reminders at most, and the secretary's list.

import { describe, expect, test } from 'vitest'
import { cancel } from '../../src/sessions/actions.ts'
import { regularSession } from '../../src/sessions/store.ts'
import { inPrivate } from '../attendance/branches.ts'
import type { Staged } from '../sessions/staged.ts'
import type { Actor } from '../support/actor.ts'
import { held } from './held.ts'

const everybody = ['陈敏', '周航', '李晓雯', '孙悦', '赵一鸣', '何雨桐', '林涛', '高峰', '马丽']

/** Who heard a text with these words, and how often. */
async function heard(stage: Staged, words: string): Promise<string[]> {
  const each = await Promise.all(
    everybody.map(async (name) => {
      const texts = await stage.person(name).heard()
      return texts.filter((text) => text.includes(words)).map(() => name)
    }),
  )
  return each.flat()
}

async function beatAt(stage: Staged, moment: string): Promise<void> {
  stage.skipTo(moment)
  stage.story.app.ticker.beat()
  await stage.story.settle()
}

async function handsIn(actor: Actor): Promise<void> {
  await actor.says('体会 写好了')
  await actor.presses('提交')
}

const question = '12月学习体会，12月31日前交即可'
const owingNow = ['陈敏', '周航', '赵一鸣', '何雨桐']

describe('the question', () => {
  test('comes once, in private, the workday after the training at half past nine', async () => {
    const stage = await held()
    await beatAt(stage, '2026-12-07 09:29')
    expect(await heard(stage, question)).toEqual([])
    await handsIn(stage.person('孙悦'))
    await beatAt(stage, '2026-12-07 09:30')
    await beatAt(stage, '2026-12-07 09:31')
    expect(await heard(stage, question)).toEqual(['陈敏', '周航', '李晓雯', '赵一鸣', '何雨桐'])
    const asked = await stage.person('李晓雯').last()
    expect(asked.text.split('\n')).toEqual([
      '📝 12月学习体会，12月31日前交即可。',
      '一段话就行：学到什么、和手头工作怎么结合、有什么建议。',
      '可以直接打字、发文档、手写拍照，或发语音。',
    ])
    expect(asked.buttons.flat().map(({ label }) => label)).toEqual(['✍️ 现在写'])
    expect((await stage.person('李晓雯').heard(stage.group)).join()).not.toContain('学习体会，')
    await stage.person('李晓雯').presses('现在写')
    expect((await stage.person('李晓雯').last()).text).toContain('好的，请发内容')
  })

  test('waits for the morning when the program was down, and does not come twice', async () => {
    const stage = await held()
    await stage.story.downUntil('2026-12-07 22:00')
    expect(await heard(stage, question)).toEqual([])
    await beatAt(stage, '2026-12-08 08:30')
    expect(await heard(stage, question)).toHaveLength(6)
    await stage.story.downUntil('2026-12-08 12:00')
    expect(await heard(stage, question)).toHaveLength(6)
  })

  test('is not asked for a training that was called off', async () => {
    const stage = await held()
    stage.story.app.store.work((w) => {
      const training = regularSession(w, stage.branch, '2026-12')
      const zhou = inPrivate(w, stage.person('周航').person.id)
      expect(training && cancel(w, zhou, training)).toBe(true)
    })
    await beatAt(stage, '2026-12-07 09:30')
    expect(await heard(stage, question)).toEqual([])
  })
})

describe('reminders', () => {
  test('reach only those who have not handed it in, twice and never again', async () => {
    const stage = await held()
    await beatAt(stage, '2026-12-07 09:30')
    await handsIn(stage.person('孙悦'))
    await beatAt(stage, '2026-12-28 18:30')
    expect(await heard(stage, '这几天还有一件小事')).toEqual([...owingNow, '李晓雯'].sort(inRoster))
    expect((await stage.person('何雨桐').last()).text).toBe(
      '何雨桐同志，您好。这几天还有一件小事：\n12月学习体会（12月31日前）',
    )
    await handsIn(stage.person('李晓雯'))
    await beatAt(stage, '2026-12-31 10:00')
    expect(await heard(stage, '今天还有一件小事')).toEqual(owingNow)
    for (const moment of ['2026-12-31 18:30', '2027-01-04 10:00', '2027-01-05 10:00']) {
      await beatAt(stage, moment)
    }
    expect(await heard(stage, '一件小事')).toHaveLength(5 + 4)
    expect(await heard(stage, '三号仓')).toEqual([])
  })

  test('one that is queued is taken back when it is handed in before it leaves', async () => {
    const stage = await held()
    await beatAt(stage, '2026-12-07 09:30')
    await stage.story.downUntil('2026-12-28 22:00')
    await handsIn(stage.person('赵一鸣'))
    await beatAt(stage, '2026-12-29 08:30')
    expect(await heard(stage, '一件小事')).not.toContain('赵一鸣')
    expect(await heard(stage, '一件小事')).toContain('何雨桐')
  })

  test('one that is a day old is left out', async () => {
    const stage = await held()
    await beatAt(stage, '2026-12-07 09:30')
    await stage.story.downUntil('2026-12-29 18:30')
    expect(await heard(stage, '一件小事')).toEqual([])
  })
})

describe('on the last workday at four', () => {
  test('the secretary alone learns who still owes, in private', async () => {
    const stage = await held()
    await beatAt(stage, '2026-12-07 09:30')
    for (const name of ['陈敏', '周航', '李晓雯', '孙悦']) await handsIn(stage.person(name))
    await beatAt(stage, '2026-12-31 15:59')
    expect(await heard(stage, '名单只发给您')).toEqual([])
    await beatAt(stage, '2026-12-31 16:00')
    expect((await stage.person('陈敏').last()).text.split('\n')).toEqual([
      '📝 12月学习体会：已交 4/7，今天还差 3 人。',
      '赵一鸣、何雨桐、王建国（还没打开私聊）',
      '名单只发给您。',
    ])
    expect(await heard(stage, '名单只发给您')).toEqual(['陈敏'])
    expect((await stage.person('陈敏').heard(stage.group)).join()).not.toContain('赵一鸣')
  })
})

describe('what is open', () => {
  test('one’s own duty is in /me until it is handed in, the count in /todo', async () => {
    const stage = await held()
    const hu = stage.person('何雨桐')
    await hu.says('我的')
    expect((await hu.last()).text).not.toContain('12月学习体会')
    await beatAt(stage, '2026-12-07 09:30')
    await hu.says('我的')
    expect((await hu.last()).text).toContain('12月学习体会（12月31日前）')
    await hu.presses('写体会')
    await hu.says('写好了')
    await hu.presses('提交')
    await hu.says('我的')
    expect((await hu.last()).text).not.toContain('12月31日前）')
    await stage.person('陈敏').says('/todo')
    expect((await stage.person('陈敏').last()).text).toContain('12月学习体会已收 1/7')
  })

  test('an activist sits in and owes nothing', async () => {
    const stage = await held()
    await beatAt(stage, '2026-12-07 09:30')
    await stage.person('林涛').says('我的')
    expect((await stage.person('林涛').last()).text).not.toContain('学习体会（')
  })
})

function inRoster(one: string, other: string): number {
  return everybody.indexOf(one) - everybody.indexOf(other)
}
