// A group with the bot in it and one secretary, for stories about opening a branch.

import type { Group } from '../../src/sandbox/group.ts'
import type { Actor } from '../support/actor.ts'
import { openStory, type Story } from '../support/story.ts'

export const title = '青砖里文创园联合党支部'
export const pasted = ['陈敏 6601', '周航 7702', '李晓雯 6281', '孙悦 3304 预备'].join('\n')

export interface OpeningStage {
  story: Story
  group: Group
  chen: Actor
  /** What the bot said to the secretary last. */
  said(): Promise<string>
  /** The labels under it, row by row. */
  labels(): Promise<string[][]>
  /** From the card in the group to the step with that button, the usual way. */
  until(
    step: 'code' | 'name' | 'roster' | 'self' | 'rule' | 'defaults' | 'organiser',
  ): Promise<void>
}

export async function openingStage(): Promise<OpeningStage> {
  const story = await openStory()
  const group = await story.group(title, ['陈敏', '周航', '李晓雯'])
  await story.addsBot(group, '陈敏')
  const chen = story.person('陈敏')
  const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['code', () => chen.presses('我来开通', group)],
    ['name', async () => chen.says(await story.claimCode())],
    ['roster', () => chen.presses('用群名')],
    ['self', () => chen.says(pasted).then(() => chen.presses('导入'))],
    ['rule', () => chen.presses('陈敏')],
    ['defaults', () => chen.presses('每月第一个周五 19:00')],
    ['organiser', () => chen.presses('就这样')],
  ]
  return {
    story,
    group,
    chen,
    said: async () => (await chen.last()).text,
    labels: async () => (await chen.last()).buttons.map((row) => row.map(({ label }) => label)),
    async until(step) {
      for (const [name, act] of steps) {
        await act()
        if (name === step) return
      }
    },
  }
}

/** What a branch has on its roster, by name, as the database holds it. */
export function rosterIn({ data }: Story): string[] {
  return data.raw
    .prepare('select name from people join memberships on person_id = people.id order by position')
    .pluck()
    .all() as string[]
}
