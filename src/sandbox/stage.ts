// What is being played: a world, the people in it, and what may be asked of the program behind it.

import { systemClock } from '../kernel/clock.ts'
import type { Zone } from '../kernel/time.ts'
import type { Cast } from './cast.ts'
import type { MovableClock } from './clock.ts'
import type { Group } from './group.ts'
import type { Milestone } from './milestones.ts'
import type { World } from './world.ts'

/** The program, as far as the stage has to do with it. */
export interface Program {
  /** Does what is due now. */
  beat(): void
  /** Resolves when what people sent has been read. */
  filesRead(): Promise<void>
  /** Resolves when nothing is on its way to Telegram any more. */
  idle(): Promise<void>
  /** The first instant in (after, until] at which something is due or a letter leaves. */
  nextDueAt(stretch: { after: Date; until: Date }): Date | undefined
  /** When the next announced session lets people check in. */
  nextOpeningAt(): Date | undefined
  stop(): Promise<void>
}

export type Scene = 'blank' | 'month'

export interface Stage {
  readonly world: World
  readonly clock: MovableClock
  readonly zone: Zone
  readonly cast: Cast
  readonly group: Group
  readonly program: Program
  /** What has been shown by the bot so far. */
  readonly reached: ReadonlySet<Milestone>
  /** Ids of the files somebody downloaded. */
  readonly downloads: Set<string>
  /** A code that opens a branch; another one before it gets too old. */
  claimCode(): string
}

/** The longest rest in a group is a minute: eighteen messages, and then the next. */
const longestPauseMs = 60_000
/** Turns without a call: whoever is still at it only rests. */
const quietTurns = 5

/**
 * Lets everything happen that is due now: updates, answers, letters. Where the program rests only
 * to spare Telegram, the clock skips the rest.
 */
export async function settle(stage: Stage): Promise<void> {
  const { world, clock, program } = stage
  let quiet = 0
  const unsubscribe = world.subscribe(() => {
    quiet = 0
  })
  do {
    while (world.bot.updates.pending() > 0) await tick()
    // Not a rest: the clock must not skip it.
    await program.filesRead()
    const idle = program.idle().then(() => 'idle')
    for (quiet = 0; (await Promise.race([idle, tick()])) !== 'idle'; quiet += 1) {
      if (quiet >= quietTurns) clock.skipPause(longestPauseMs)
    }
  } while (world.bot.updates.pending() > 0)
  unsubscribe()
}

/** Lets others have a turn. */
function tick(): Promise<void> {
  return systemClock.sleep(0)
}
