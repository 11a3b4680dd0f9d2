// What the buttons of a month answer their owners when it is over and its record locked.

import { expect } from 'vitest'
import type { Story } from '../support/story.ts'
import { businessOf, type Screens, screenIn, toastOf } from './hands.ts'

/** Everybody presses again what ever stood before them; what is locked stays, nobody gets silence. */
export async function expectTruths(story: Story, all: Screens['data']): Promise<void> {
  const { audit: _, reflections: __, sessions, ...settled } = businessOf(story.data)
  const answers = await pressedAgain(story, all.filter(isOfFirstBranch(story)))
  const { sessions: after, ...now } = businessOf(story.data)
  expect(now).toMatchObject(settled)
  expect(after).toEqual(sessions)
  for (const [data, answer] of truths) expect.soft(answers.get(data), data).toContain(answer)
  const silent = [...answers].filter(([, answer]) => answer === '')
  expect(silent).toEqual([])
}

const over = '12月4日培训的报名和请假已经结束。有事请找周航同志。'
const locked = '考勤已经锁定，不能再改。'

/** Whose button, and what it answers when the month is over. */
const truths: readonly (readonly [button: string, answer: string])[] = [
  ['陈敏 su.no', '这一步已经过去了，不用再点。'],
  ['陈敏 su.nm:1', '这一步已经过去了。'],
  ['陈敏 su.or:1:3', '这一步已经过去了。'],
  ['周航 mb.me:1:3', '已经登记过了 ✅'],
  ['周航 mb.no:1', '周航同志，您已经认领过了 ✅'],
  ['周航 tr.now:1', '这条消息旧了'],
  ['周航 tr.back:1', '这条消息旧了'],
  ['周航 tr.off:1', '这次培训已经结束了。'],
  ['林涛 at.yes:1', over],
  ['孙悦 at.lv:1', over],
  ['李晓雯 at.why:1:sick', over],
  ['李晓雯 at.no:1', over],
  ['李晓雯 at.note:1', over],
  ['李晓雯 at.lvw:1', over],
  ['周航 at.ok:1', '周航同志已经同意过了 ✅'],
  ['周航 at.dec:1', '周航同志已经同意过了 ✅'],
  ['孙悦 at.undo:1', `${locked}有疑问请找周航同志。`],
  ['周航 at.mark:1:9:in:0', locked],
  ['周航 at.mark:1:2:out:0', locked],
  ['周航 at.roll:1:0', locked],
  ['周航 at.rest:1', locked],
  ['周航 at.close:1', locked],
  ['周航 at.lock:1', '已经锁定了 ✅'],
  ['何雨桐 rf.ok:1:2026-12', '已经收到了 ✅'],
  ['何雨桐 rf.no:1:2026-12', '交上来的那篇照样算数 ✅'],
]

interface Again {
  name: string
  chat: number
  data: string
}

/** People press at the same time, each their next one: what that changed is on their own screen. */
async function pressedAgain(story: Story, all: Screens['data']): Promise<Map<string, string>> {
  const named = all.map(({ chat, data }): Again => {
    const { name } = story.world.people().find(({ id }) => id === chat) ?? { name: '' }
    return { name, chat, data }
  })
  const lists = [...Map.groupBy(named, ({ chat }) => chat).values()]
  const answers = new Map<string, string>()
  for (let round = 0; lists.some(({ length }) => round < length); round += 1) {
    const now = lists.flatMap((list) => list[round] ?? [])
    const presses = now.map((one) => {
      const before = screenIn(story, one.chat)
      return { ...one, before, query: story.person(one.name).forges(one.data) }
    })
    await story.settle()
    for (const { name, chat, data, before, query } of presses) {
      const changed = screenIn(story, chat).filter((text, at) => text !== before[at])
      answers.set(`${name} ${data}`, [toastOf(query), ...changed].filter(Boolean).join('\n'))
    }
  }
  return answers
}

function isOfFirstBranch(story: Story) {
  const others = new Set(
    ['高峰', '马丽', '何雨桐（三号仓）'].map((name) => story.person(name).person.id),
  )
  return ({ chat }: { chat: number }) => chat > 0 && !others.has(chat)
}
