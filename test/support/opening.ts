// Opening a branch, as its secretary does it.

import type { Named } from './people.ts'
import type { Stage, StageGroup } from './stage.ts'

export interface Opening {
  title: string
  secretary: string
  roster: readonly Named[]
  organiser?: string
  /** People in the group beside the roster. */
  others?: readonly string[]
  /** A plain group, as new ones are in Telegram. */
  kind?: 'group'
}

/** The wizard from the group's card to its end; gives the group. */
export async function openBranch(stage: Stage, opening: Opening): Promise<StageGroup> {
  const { title, secretary, roster, organiser, others = [], kind } = opening
  const names = [secretary, ...roster.map(stageName), ...others]
  const group = await stage.group(title, [...new Set(names)], kind)
  await stage.addsBot(group, secretary)
  const actor = stage.person(secretary)
  await actor.presses('我来开通', group)
  await actor.says(await stage.claimCode())
  await actor.presses('用群名')
  await actor.says(roster.map(({ name, tail }) => `${name} ${tail}`).join('\n'))
  await actor.presses('导入')
  await actor.presses(secretary)
  await actor.presses('每月第一个周五 19:00')
  await actor.presses('就这样')
  await actor.presses(organiser ?? '先跳过')
  return group
}

/** Somebody says who they are, from the card in the group. */
export async function claim(stage: Stage, group: StageGroup, who: Named): Promise<void> {
  const actor = stage.person(stageName(who))
  await actor.presses('认领身份', group)
  await actor.says(`${who.name} ${who.tail}`)
  await actor.presses('是我')
}

function stageName({ name, account }: Named): string {
  return account ?? name
}
