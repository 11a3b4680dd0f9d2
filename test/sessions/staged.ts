// Two opened branches on the stage of a story, everybody claimed: for stories that begin later.

import type { OrganisationId } from '../../src/kernel/ids.ts'
import { openBranchOf, type PersonPlan } from '../attendance/branches.ts'
import { brickLane, warehouseThree } from '../attendance/brick-lane.ts'
import type { Actor } from '../support/actor.ts'
import { at } from '../support/clock.ts'
import type { StageGroup } from '../support/stage.ts'
import { openStory, type Story } from '../support/story.ts'

export interface Staged {
  story: Story
  branch: OrganisationId
  second: OrganisationId
  group: StageGroup
  secondGroup: StageGroup
  person(name: string): Actor
  /** Days in which nothing is due pass at once; then `story.until`. */
  skipTo(text: string): void
}

/** Both branches; whoever has an account in the sample has pressed Start, the others never will. */
export async function staged(now = '2026-11-25 10:00'): Promise<Staged> {
  const story = await openStory({ now })
  // What the disk does is tested elsewhere; here it would only take time.
  story.data.raw.pragma('synchronous = OFF')
  const { id: group } = await gathered(story, brickLane.name, brickLane.people)
  const { id: secondGroup } = await gathered(story, warehouseThree.name, warehouseThree.people)
  const [branch, second] = story.app.store.work((w) => {
    const seated = (people: readonly PersonPlan[]) =>
      people.map(({ account, ...rest }) =>
        account ? { ...rest, account: story.person(rest.name).person.id } : rest,
      )
    return [
      openBranchOf(w, { ...brickLane, chat: group, people: seated(brickLane.people) }),
      openBranchOf(w, {
        ...warehouseThree,
        chat: secondGroup,
        people: seated(warehouseThree.people),
      }),
    ]
  })
  await story.addsBot({ id: group }, '陈敏')
  await story.addsBot({ id: secondGroup }, '高峰')
  return {
    story,
    branch,
    second,
    group: { id: group },
    secondGroup: { id: secondGroup },
    person: (name) => story.person(name),
    skipTo: (text) => story.clock.set(at(text)),
  }
}

async function gathered(story: Story, title: string, people: readonly PersonPlan[]) {
  const names = people.filter(({ account }) => account).map(({ name }) => name)
  const group = await story.group(title, names)
  for (const name of names) story.person(name).person.opens()
  await story.settle()
  return group
}
