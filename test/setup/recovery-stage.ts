// A branch that can lose its secretary, with an organiser and a member linked.

import { expect, onTestFinished } from 'vitest'
import { businessOf } from '../month/hands.ts'
import { claim, openBranch } from '../support/opening.ts'
import { openStory, type Story } from '../support/story.ts'

const roster = [
  { name: '陈敏', tail: '6601' },
  { name: '周航', tail: '7702' },
  { name: '李晓雯', tail: '6281' },
  { name: '孙悦', tail: '3304' },
]

/** Nothing but the missing secretary may be in the log at the end. */
export async function recoveryStage() {
  const story = await openStory({ expectsErrors: true })
  const opening = { title: '青砖里支部', secretary: '陈敏', roster, others: ['路人'] }
  const group = await openBranch(story, { ...opening, organiser: '周航' })
  await claim(story, group, { name: '周航', tail: '7702' })
  await claim(story, group, { name: '李晓雯', tail: '6281' })
  story.clock.set(new Date(story.clock.now().getTime() + 11 * 60_000))
  const warnings = () => story.logged.filter(({ msg }) => msg === 'a branch has no secretary')
  onTestFinished(() => {
    const pinoWarning = 40
    const logged = story.logged.filter(({ level }) => Number(level) >= pinoWarning)
    expect(logged).toEqual(warnings())
  })
  return {
    story,
    group,
    warnings,
    ...facts(story),
    /** As when the account of the last secretary is deleted. */
    async orphan() {
      story.data.raw.exec(
        "update accounts set person_id = null where person_id = (select id from people where name = '陈敏')",
      )
      await story.beat()
    },
    /** From the card in the group to the code. */
    async comesTo(name: string) {
      await story.person('李晓雯').says('/start@qzl_zhibu_bot', group)
      expect((await story.person('李晓雯').last(group)).text).toContain('支部现在没有书记')
      await story.person(name).presses('我来接任', group)
    },
  }
}

export type RecoveryStage = Awaited<ReturnType<typeof recoveryStage>>

function facts(story: Story) {
  return {
    said: async (name: string) => (await story.person(name).last()).text,
    /** Who leads now, by name. */
    secretary: () =>
      story.data.raw
        .prepare(
          "select name from office_periods join people on people.id = person_id where office = 'secretary' and until_at is null",
        )
        .pluck()
        .all(),
    /** What no change of the secretary may touch. */
    kept() {
      const { memberships, standing_periods, sessions, plans } = businessOf(story.data)
      return { memberships, standing_periods, sessions, plans }
    },
  }
}
