// Whoever presses what is not theirs changes nothing and learns nothing; and old buttons tell the truth.

import { expect, test } from 'vitest'
import { type Need, needs } from '../permissions/needs.ts'
import type { Actor } from '../support/actor.ts'
import { type Month, monthSteps } from '../support/month.ts'
import { openStory, type Story } from '../support/story.ts'
import { act, attempted, cardTags, press, says, wordsIn } from './attempt.ts'
import { businessOf, type Screens, screenIn, toastOf, watchScreens } from './hands.ts'
import { expectTruths } from './old-buttons.ts'
import { newSecrets, peopleSteps } from './people-steps.ts'

/** Of the first branch: its members who hold no office, why one is away, what one wrote, what it is about. */
const secrets = new RegExp(
  `孙悦|赵一鸣|林涛|王建国|杨博|出差|版权|党群服务中心|6601|7702|3304|4405|5506|6607|0123|${newSecrets.source}`,
)

interface Hand {
  actor: Actor
  /** What they may do for themselves, and do not try. */
  may: readonly Need[]
  opensLinks: boolean
  /** What they may not hear. */
  forbidden: RegExp
}

interface Attack extends Screens {
  story: Story
  month: Month
  step: string
}

test('nobody gets anything by pressing what is not theirs, at any time; old buttons tell the truth', async () => {
  const story = await openStory({ now: '2026-11-25 10:00' })
  const screens = watchScreens(story)
  const month = { stage: story } as unknown as Month
  const tried = { data: 0, links: 0 }
  const attack = (step: string) => {
    const news = { data: screens.data.slice(tried.data), links: screens.links.slice(tried.links) }
    Object.assign(tried, { data: screens.data.length, links: screens.links.length })
    for (const hand of handsOf(story))
      tryAll(hand, { story, month, step, ...ofBranch(story, month, news) })
  }
  for (const { name, run } of monthSteps) {
    await run(month).catch((error: unknown) => expect.fail(`${name}: ${error}`))
    attack(name)
  }
  await expectTruths(story, screens.data)
  for (const { name, run } of peopleSteps) {
    await run(story, month.group).catch((error: unknown) => expect.fail(`${name}: ${error}`))
    attack(name)
  }
  const all = { story, month, step: 'the whole month', ...ofBranch(story, month, screens) }
  expect(new Set(all.data.map(({ data }) => tagOf(data))).size).toBeGreaterThan(90)
  for (const hand of handsOf(story)) await pressAll(hand, all)
}, 60_000)

function handsOf(story: Story): Hand[] {
  const all = { may: [], opensLinks: true, forbidden: secrets }
  const ofThird = { ...all, may: ['known'] as const }
  return [
    { ...all, actor: story.person('路人') },
    { ...all, actor: story.person('冯丽') },
    { ...ofThird, actor: story.person('何雨桐（三号仓）') },
    { ...ofThird, actor: story.person('高峰') },
    {
      actor: story.person('林涛'),
      may: ['known', 'member'],
      opensLinks: false,
      forbidden: new RegExp(`孙悦|赵一鸣|王建国|杨博|出差|${newSecrets.source}`),
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

function tagOf(data: string): string {
  return data.split(':')[0] ?? ''
}

function dataFor({ may }: Hand, { data }: Screens): string[] {
  const all = [...new Set(data.map((one) => one.data))]
  return all.filter((one) => !may.includes(needs[tagOf(one)] ?? 'nobody'))
}

function payloadsFor({ opensLinks }: Hand, { links }: Screens): string[] {
  return opensLinks ? [...new Set(links.map(({ payload }) => payload))] : []
}

/** What can do anything in a group: all that stands on cards, and one of every other kind. */
function inGroups(datas: readonly string[]): string[] {
  const kinds = new Map(datas.map((data) => [tagOf(data), data]))
  const others = [...kinds].filter(([tag]) => !cardTags.has(tag)).map(([, data]) => data)
  return [...datas.filter((data) => cardTags.has(tagOf(data))), ...others]
}

/** Each by itself, in private and in both groups. */
function tryAll(hand: Hand, attack: Attack): void {
  const { story, month } = attack
  const account = hand.actor.person.id
  const datas = dataFor(hand, attack)
  for (const data of datas) expectNothing(hand, attack, { data })
  for (const { id: group } of [month.group, month.second]) {
    // They have been seen there; which branch they meant last is remembered.
    story.app.store.work((w) => void act(w, { account, act: press(''), group }))
    for (const data of inGroups(datas)) expectNothing(hand, attack, { data, group })
  }
  for (const payload of payloadsFor(hand, attack)) {
    expectNothing(hand, attack, { data: `/start ${payload}` })
  }
}

function expectNothing(
  { actor, forbidden }: Hand,
  { story, step }: Attack,
  { data, group }: { data: string; group?: number },
): void {
  const account = actor.person.id
  const told = `${actor.person.name} after “${step}”: ${data}${group ? ` in ${group}` : ''}`
  const { reply, wrote, letters } = attempted(story, {
    account,
    act: data.startsWith('/') ? says(data) : press(data),
    ...(group && { group }),
  })
  const posted = reply.post?.length ?? 0
  const edited = group ? reply.edit : undefined
  const elsewhere = letters.filter(({ chat }) => chat !== account)
  expect({ wrote, posted, edited, elsewhere }, told).toEqual({
    wrote: [],
    posted: 0,
    elsewhere: [],
  })
  expect(wordsIn(reply) + letters.map(({ payload }) => payload).join(), told).not.toMatch(forbidden)
}

/** One after the other, as a changed client sends them: all in private, in groups what cards carry. */
async function pressAll(hand: Hand, attack: Attack): Promise<void> {
  const { actor, forbidden } = hand
  const { story, month, step } = attack
  const who = `${actor.person.name} after “${step}”`
  await actor.opens()
  const before = businessOf(story.data)
  const heardBefore = screenIn(story, actor.person.id).length
  const groups = [month.group, month.second]
  const postedBefore = groups.map((group) => screenIn(story, group.id))
  const datas = dataFor(hand, attack)
  const onCards = datas.filter((data) => cardTags.has(tagOf(data)))
  const queries = [
    ...datas.map((data) => actor.forges(data)),
    ...groups.flatMap((group) => onCards.map((data) => actor.forges(data, group))),
  ]
  for (const payload of payloadsFor(hand, attack)) actor.person.opens(payload)
  await story.settle()
  expect(businessOf(story.data), who).toEqual(before)
  const posted = groups.map((group) => screenIn(story, group.id))
  expect(posted, who).toEqual(postedBefore)
  const unanswered = queries.filter(({ answer }) => !answer)
  expect(unanswered, who).toEqual([])
  const heard = screenIn(story, actor.person.id).slice(heardBefore)
  expect([...heard, ...queries.map(toastOf)].join('\n'), who).not.toMatch(forbidden)
}
