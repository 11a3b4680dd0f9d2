// Sets a stage: a new world with the sample people in it, and the real program behind it.

import { type App, type AppParts, createApp } from '../app.ts'
import { instant } from '../kernel/time.ts'
import { createApi } from './api.ts'
import { botProfile, branchName, createCast } from './cast.ts'
import { createMovableClock } from './clock.ts'
import { asFetch } from './fetch.ts'
import { watchMilestones } from './milestones.ts'
import { type Program, type Stage, settle } from './stage.ts'
import { createWorld } from './world.ts'

/** What the program needs from outside; the world gives the rest. */
export type SeedParts = Pick<AppParts, 'log' | 'zone' | 'web' | 'giveUp'> & {
  data: AppParts['data'] & { close(): void }
}

export interface SetStage extends Stage {
  web: App['web']
}

/** The day of the scripts. */
const startsOn = '2026-11-25'
const startsClock = '10:00'
/** A claim code is good for seven days. */
const codeGoodMs = 6 * 24 * 60 * 60 * 1_000
const graceMs = 2_000

/** The blank scene: the group is there, and its owner has just added the bot. */
export async function setStage(parts: SeedParts): Promise<SetStage> {
  const clock = createMovableClock(instant(startsOn, startsClock, parts.zone))
  const world = createWorld({ clock, bot: botProfile })
  const app = createApp({
    ...parts,
    clock,
    token: world.bot.token,
    reach: { apiRoot: 'http://sandbox.invalid', fetch: asFetch(createApi(world)) },
  })
  const cast = createCast(world)
  const people = cast.members.map(({ person }) => person)
  const stage: SetStage = {
    world,
    clock,
    cast,
    zone: parts.zone,
    group: world.group({ title: branchName, members: people, kind: 'supergroup' }),
    program: programOf(app, parts),
    reached: watchMilestones(world),
    downloads: new Set(),
    claimCode: rememberedCode(() => app.issueClaimCode(), clock),
    web: app.web,
  }
  app.start()
  stage.group.adds(world.bot, cast.secretary.person)
  await settle(stage)
  return stage
}

function programOf(app: App, { data }: SeedParts): Program {
  return {
    beat: () => app.ticker.beat(),
    filesRead: () => app.files.drain(),
    async idle() {
      await app.channel.speaker.idle()
      await app.courier.drain()
    },
    nextDueAt: app.nextDueAt,
    nextOpeningAt: app.nextOpeningAt,
    async stop() {
      await app.stop(graceMs)
      data.close()
    },
  }
}

/** The same code until it gets old: issuing voids nothing, but people copy it. */
function rememberedCode(issue: () => string, clock: { now(): Date }): () => string {
  let code = ''
  let goodUntil = 0
  return () => {
    const now = clock.now().getTime()
    if (now >= goodUntil) {
      code = issue()
      goodUntil = now + codeGoodMs
    }
    return code
  }
}
