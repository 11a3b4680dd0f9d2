// The stage of stories about the roster: the secretary at /members, and what the roster says of a day.

import { rosterOn } from '../../src/members/store.ts'
import { openEvening } from '../attendance/evening.ts'
import type { Actor } from '../support/actor.ts'

/** The branch of the scripts, its secretary, and what the roster says of somebody on a day. */
export async function openRoster() {
  const evening = await openEvening()
  const { story, branch, person } = evening
  const member = (name: string, day: string) =>
    story.app.store.look((w) => rosterOn(w, branch, day).find((one) => one.name === name))
  return { ...evening, chen: person('陈敏'), member }
}

/** What the bot said last. */
export async function text(actor: Actor): Promise<string> {
  return (await actor.last()).text
}

/** The words on the buttons under it. */
export async function labels(actor: Actor): Promise<string[]> {
  return (await actor.last()).buttons.flat().map(({ label }) => label)
}

/** Opens somebody's card from /members, by name. */
export async function opensCard(actor: Actor, name: string): Promise<void> {
  await actor.says('/members')
  await actor.presses('逐个看')
  await actor.presses(name)
}
