// The stage of these stories: two branches with their groups, the December training on the card.

import { postCard } from '../../src/attendance/actions/card.ts'
import type { AttendanceLine } from '../../src/attendance/rules/tally.ts'
import { attendanceOf } from '../../src/attendance/store/lines.ts'
import type { OrganisationId, SessionId } from '../../src/kernel/ids.ts'
import { sessionById } from '../../src/sessions/store.ts'
import type { Actor } from '../support/actor.ts'
import type { StageGroup } from '../support/stage.ts'
import { openStory, type Story } from '../support/story.ts'
import { type BranchPlan, inPrivate, openBranchOf, publishTraining } from './branches.ts'
import { accounts, brickLane, warehouseThree } from './brick-lane.ts'

export interface Evening {
  story: Story
  group: StageGroup
  otherGroup: StageGroup
  branch: OrganisationId
  training: SessionId
  person(name: string): Actor
  /** The attendance as it is recorded now, by name. */
  recorded(): Record<string, string>
  line(name: string): AttendanceLine | undefined
  card(): Promise<{ text: string; buttons: string[][] }>
}

interface Options {
  now?: string
  start?: string
  end?: string
}

/** 王建国 has no account; 路人 is nobody we know; both are in the group. */
export async function openEvening({
  now = '2026-11-25 10:42',
  ...times
}: Options = {}): Promise<Evening> {
  const story = await openStory({ now })
  const names = Object.keys(accounts)
  const here = [...names.slice(0, 7), '王建国', '路人', '马丽']
  const group = await story.group(brickLane.name, here)
  const otherGroup = await story.group(warehouseThree.name, ['高峰', '马丽', '李晓雯'])
  const { branch, training } = story.app.store.work((w) => {
    const opened = openBranchOf(w, planOf(story, brickLane, group))
    openBranchOf(w, planOf(story, warehouseThree, otherGroup))
    const by = inPrivate(w, story.person('周航').person.id)
    return { branch: opened, training: publishTraining(w, { by, branch: opened, ...times }) }
  })
  await story.addsBot(group, '陈敏')
  await story.addsBot(otherGroup, '高峰')
  for (const name of names) story.person(name).person.opens()
  story.app.store.work((w) => postCard(w, training))
  await story.settle()
  return { story, group, otherGroup, branch, training, ...reading(story, group, training) }
}

function reading(story: Story, group: StageGroup, training: SessionId) {
  const lines = () =>
    story.app.store.look((w) => {
      const session = sessionById(w, training)
      return session ? attendanceOf(w, session) : []
    })
  return {
    person: (name: string) => story.person(name),
    recorded: () => Object.fromEntries(lines().map(({ name, state }) => [name, state])),
    line: (name: string) => lines().find((one) => one.name === name),
    async card() {
      const card = story
        .person('陈敏')
        .sees(group)
        .find(({ text }) => text.includes('集中培训'))
      if (!card) throw new Error('there is no card')
      return { text: card.text, buttons: card.buttons.map((row) => row.map(({ label }) => label)) }
    },
  }
}

/** The plan with the accounts that the emulator gave these people. */
function planOf(story: Story, plan: BranchPlan, group: StageGroup): BranchPlan {
  const people = plan.people.map((one) => {
    if (!one.account) return one
    return { ...one, account: story.person(one.name).person.id }
  })
  return { ...plan, chat: group.id, people }
}
