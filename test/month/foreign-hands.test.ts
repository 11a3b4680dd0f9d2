// Whoever presses what is not theirs changes nothing and learns nothing; and old buttons tell the truth.

import { expect, test } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { type Month, monthSteps } from '../support/month.ts'
import type { StageGroup } from '../support/stage.ts'
import { openStory, type Story } from '../support/story.ts'
import { businessOf, type Screens, screenIn, toastOf, watchScreens } from './hands.ts'

/** Of the first branch: its members who hold no office, why one is away, what one wrote, what it is about. */
const secrets =
  /孙悦|赵一鸣|林涛|王建国|杨博|出差|版权|党群服务中心|6601|7702|3304|4405|5506|6607|0123/
/** What any member may press for themselves. */
const ownRights = /^(?:at\.(?:go|yes|off|lv|ans|why|no|undo)|rf\.\w+|desk)(?::|$)/

interface Hand {
  actor: Actor
  /** What of the branch's buttons they try. */
  tries(data: string): boolean
  opensLinks: boolean
  /** What they may not hear. */
  forbidden: RegExp
}

test('nobody gets anything by pressing what is not theirs, at any time of the month', async () => {
  const { story, month, screens, play } = await openMonth()
  const tried = { data: 0, links: 0 }
  const attack = async (step: string, news: Screens) => {
    for (const hand of handsOf(story)) {
      await expectNothing({ story, month, hand, step }, ofBranch(story, month, news))
    }
  }
  await play(async (step) => {
    const { data, links } = { data: [...screens.data], links: [...screens.links] }
    await attack(step, { data: data.slice(tried.data), links: links.slice(tried.links) })
    Object.assign(tried, { data: data.length, links: links.length })
  })
  await attack('the whole month', { data: [...screens.data], links: [...screens.links] })
}, 60_000)

test('an old button answers its owner truthfully and leaves what is locked alone', async () => {
  const { story, screens, play } = await openMonth()
  await play(async () => undefined)
  const { audit: _, reflections: __, sessions, ...settled } = businessOf(story.data)
  const answers = await pressedAgain(story, screens.data.filter(isOfFirstBranch(story)))
  const { sessions: after, ...all } = businessOf(story.data)
  expect(all).toMatchObject(settled)
  expect(after).toEqual(sessions)
  for (const [data, answer] of truths) expect.soft(answers.get(data), data).toContain(answer)
  const silent = [...answers].filter(([, answer]) => answer === '')
  expect(silent).toEqual([])
}, 60_000)

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

/** Everybody presses everything that ever stood in their private chat; a silent press is empty. */
async function pressedAgain(story: Story, all: Screens['data']): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const { chat, data } of all) {
    const { name } = story.world.people().find(({ id }) => id === chat) ?? { name: '' }
    const before = screenIn(story, chat)
    const query = story.person(name).forges(data)
    await story.settle()
    const changed = screenIn(story, chat).filter((text, at) => text !== before[at])
    answers.set(`${name} ${data}`, [toastOf(query), ...changed].filter(Boolean).join('\n'))
  }
  return answers
}

function isOfFirstBranch(story: Story) {
  const others = new Set(
    ['高峰', '马丽', '何雨桐（三号仓）'].map((name) => story.person(name).person.id),
  )
  return ({ chat }: { chat: number }) => chat > 0 && !others.has(chat)
}

async function openMonth() {
  const story = await openStory({ now: '2026-11-25 10:00' })
  const screens = watchScreens(story)
  const month = { stage: story } as unknown as Month
  const play = async (between: (step: string) => Promise<void>) => {
    for (const { name, run } of monthSteps) {
      await run(month).catch((error: unknown) => expect.fail(`${name}: ${error}`))
      await between(name)
    }
  }
  return { story, month, screens, play }
}

function handsOf(story: Story): Hand[] {
  const all = { tries: () => true, opensLinks: true, forbidden: secrets }
  return [
    { ...all, actor: story.person('路人') },
    { ...all, actor: story.person('冯丽') },
    { ...all, actor: story.person('何雨桐（三号仓）') },
    { ...all, actor: story.person('高峰') },
    {
      actor: story.person('林涛'),
      tries: (data) => !ownRights.test(data),
      opensLinks: false,
      forbidden: /孙悦|赵一鸣|王建国|杨博|出差/,
    },
  ]
}

/** What stood on the screens of the first branch and its people. */
function ofBranch(story: Story, { second }: Month, screens: Screens): Screens {
  const others = ['高峰', '马丽', '何雨桐（三号仓）', '路人', '冯丽']
  const foreign = new Set([second.id, ...others.map((name) => story.person(name).person.id)])
  return {
    data: screens.data.filter(({ chat }) => !foreign.has(chat)),
    links: screens.links.filter(({ chat }) => !foreign.has(chat)),
  }
}

interface Attempt {
  story: Story
  month: Month
  hand: Hand
  step: string
}

async function expectNothing({ story, month, hand, step }: Attempt, screens: Screens) {
  const { actor, tries, opensLinks, forbidden } = hand
  const who = `${actor.person.name} after “${step}”`
  await actor.opens()
  const before = businessOf(story.data)
  const heardBefore = screenIn(story, actor.person.id).length
  const groups: readonly StageGroup[] = [month.group, month.second]
  const postedBefore = groups.map((group) => screenIn(story, group.id))
  const datas = [...new Set(screens.data.map(({ data }) => data))].filter(tries)
  const queries = [undefined, ...groups].flatMap((group) =>
    datas.map((data) => actor.forges(data, group)),
  )
  await story.settle()
  const payloads = new Set(screens.links.map(({ payload }) => payload))
  for (const payload of opensLinks ? payloads : []) await actor.opens(payload)
  expect(businessOf(story.data), who).toEqual(before)
  expect(
    groups.map((group) => screenIn(story, group.id)),
    who,
  ).toEqual(postedBefore)
  expect(
    queries.filter(({ answer }) => !answer),
    who,
  ).toEqual([])
  const heard = [
    ...screenIn(story, actor.person.id).slice(heardBefore),
    ...queries.map(toastOf),
  ].join('\n')
  expect(heard, who).not.toMatch(forbidden)
}
