// What a story's script needs of its stage, whether the app runs in this process or in another.

import type { Seen } from '../../src/sandbox/seen.ts'

/** A group as scripts name it. */
export interface StageGroup {
  readonly id: number
}

export interface StageActor {
  says(text: string, group?: StageGroup): Promise<void>
  opens(link?: string): Promise<void>
  /** Presses the newest button with this label; gives the toast or alert. */
  presses(label: string, group?: StageGroup): Promise<string>
  /** What the bot said last, in private or in the group. */
  last(group?: StageGroup): Promise<Pick<Seen, 'text' | 'buttons' | 'file'>>
  /** Everything the bot said, as text. */
  heard(group?: StageGroup): Promise<string[]>
}

export interface Stage {
  person(name: string): StageActor
  /** A supergroup (or what `kind` says) of these people, the first its owner; the bot is not in it yet. */
  group(title: string, names: readonly string[], kind?: 'group'): Promise<StageGroup>
  addsBot(group: StageGroup, by: string): Promise<void>
  /** Moves the clock on while the program runs. */
  until(text: string): Promise<void>
  /** A claim code, as the operator gets it. */
  claimCode(): Promise<string>
}
