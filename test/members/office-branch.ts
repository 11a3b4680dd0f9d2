// A branch opened and claimed, and a second one, on the stage of the stories about offices.

import { claim, openBranch } from '../support/opening.ts'
import type { Named } from '../support/people.ts'
import { openStory, type StoryOptions } from '../support/story.ts'

const roster: readonly Named[] = [
  { name: '陈敏', tail: '6601' },
  { name: '周航', tail: '7702' },
  { name: '李晓雯', tail: '6281' },
  { name: '孙悦', tail: '3304' },
  { name: '王建国', tail: '0123' },
]
const neighbours: readonly Named[] = [
  { name: '高峰', tail: '2001' },
  { name: '马丽', tail: '2002' },
]

/** 陈敏 leads, 李晓雯 and 孙悦 have claimed, 周航 and 王建国 have not; 高峰 leads the other branch. */
export async function officeBranch(options: StoryOptions = {}) {
  const story = await openStory(options)
  const group = await openBranch(story, { title: '青砖里支部', secretary: '陈敏', roster })
  const second = await openBranch(story, {
    title: '三号仓支部',
    secretary: '高峰',
    roster: neighbours,
  })
  const claims = (name: string) =>
    claim(story, group, roster.find((one) => one.name === name) as Named)
  await claims('李晓雯')
  await claims('孙悦')
  const person = (name: string) => story.person(name)
  return {
    story,
    group,
    second,
    person,
    claims,
    said: async (name: string) => (await person(name).last()).text,
    labels: async (name: string) =>
      (await person(name).last()).buttons.flat().map(({ label }) => label),
    /** Presses these one after the other. */
    async presses(name: string, ...labels: readonly string[]) {
      let answer = ''
      for (const label of labels) answer = await person(name).presses(label)
      return answer
    },
    /** The list of offices, from /members. */
    async offices(name = '陈敏') {
      await person(name).says('/members')
      await person(name).presses('🪪 职务')
      return (await person(name).last()).text
    },
    deeds: () =>
      story.data.raw
        .prepare(
          "select action, detail from audit where action like 'office.%' or action like 'branch.%'",
        )
        .all() as { action: string; detail: string | null }[],
  }
}

export type OfficeBranch = Awaited<ReturnType<typeof officeBranch>>
