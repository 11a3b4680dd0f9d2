// What is being played: a world, the people in it, and what may be asked of the program behind it.

import { systemClock } from '../kernel/clock.ts'
import type { Zone } from '../kernel/time.ts'
import type { Cast } from './cast.ts'
import type { MovableClock } from './clock.ts'
import type { Group } from './group.ts'
import type { World } from './world.ts'

/** The program, as far as the stage has to do with it. */
export interface Program {
  /** Does what is due now. */
  beat(): void
  /** Resolves when nothing is on its way to Telegram any more. */
  idle(): Promise<void>
  /** The first instant in (after, until] at which something is due or a letter leaves. */
  nextDueAt(stretch: { after: Date; until: Date }): Date | undefined
  /** When the next announced session lets people check in. */
  nextOpeningAt(): Date | undefined
  issueClaimCode(): string
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
}

const longestPauseMs = 5_000

/**
 * Lets everything happen that is due now: updates, answers, letters. Where the program rests only
 * to spare Telegram, the clock skips the rest.
 */
export async function settle({ world, clock, program }: Stage): Promise<void> {
  do {
    while (world.bot.updates.pending() > 0) await tick()
    const idle = program.idle().then(() => 'idle')
    while ((await Promise.race([idle, tick()])) !== 'idle') clock.skipPause(longestPauseMs)
  } while (world.bot.updates.pending() > 0)
}

/** Lets others have a turn. */
function tick(): Promise<void> {
  return systemClock.sleep(0)
}
