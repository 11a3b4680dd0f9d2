// The stage of every story: the real app, a real database file, the strict emulator, a hand-moved clock.

import { expect, onTestFinished } from 'vitest'
import { type App, createApp } from '../../src/app.ts'
import { addDays, dayOn, instant, wallClock } from '../../src/kernel/time.ts'
import { issueClaimCode } from '../../src/organisation/actions.ts'
import { createLog } from '../../src/platform/log.ts'
import { createApi } from '../../src/sandbox/api.ts'
import { asFetch } from '../../src/sandbox/fetch.ts'
import type { Group } from '../../src/sandbox/group.ts'
import { createWorld, type World } from '../../src/sandbox/world.ts'
import { sessionsInStates } from '../../src/sessions/store/all-branches.ts'
import { Actor } from './actor.ts'
import { at, ManualClock, zone } from './clock.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { phoneOf } from './people.ts'
import type { Stage, StageGroup } from './stage.ts'

export const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const username = 'qzl_zhibu_bot'
const apiRoot = 'http://emulator.invalid'
/**
 * What is due depends on what came before, so we look ahead to the end of the day or of the night, and
 * around a session an hour: its reminders are of use for no longer. At night nobody is reminded.
 */
const day = { from: '08:30', until: '21:00' }
const hourMs = 60 * 60_000
const aroundSessionMs = 72 * hourMs

export interface StoryOptions {
  /** Local time at the start, e.g. `2026-11-25 10:00`, the day of the scripts. */
  now?: string
  /** Errors the story provokes on purpose; any other logged error fails it. */
  expectsErrors?: boolean
}

export class Story implements Stage {
  readonly world: World
  readonly clock: ManualClock
  readonly bot: { readonly id: number }
  readonly data: TestDatabase
  readonly logged: Record<string, unknown>[] = []
  app: App
  #actors = new Map<string, Actor>()

  constructor(now: string) {
    this.clock = new ManualClock(now)
    this.world = createWorld({ clock: this.clock, bot: { token, username, name: '支部小助手' } })
    this.bot = this.world.bot
    this.data = openTestDatabase()
    this.app = this.#newApp()
  }

  /** The person of that name; made when first named. */
  person(name: string): Actor {
    const known = this.#actors.get(name)
    if (known) return known
    const actor = new Actor(this, this.world.person({ firstName: name, ...phoneOf(name) }))
    this.#actors.set(name, actor)
    return actor
  }

  /** A group of these people, the first of them its owner. */
  async group(title: string, names: readonly string[], kind?: 'group'): Promise<Group> {
    const members = names.map((name) => this.person(name).person)
    return this.world.group({ title, members, kind: kind ?? 'supergroup' })
  }

  async addsBot({ id }: StageGroup, by: string): Promise<void> {
    const group = this.world.groups().find((one) => one.id === id)
    group?.adds(this.bot, this.person(by).person)
    await this.settle()
  }

  async claimCode(): Promise<string> {
    return this.app.store.work(issueClaimCode)
  }

  /** Lets everything happen that is due now: updates, answers, letters. */
  async settle(): Promise<void> {
    const { channel, files, courier } = this.app
    let updates: number
    do {
      updates = await channel.poller.pollOnce()
      await channel.speaker.idle()
      await files.drain()
      await courier.drain()
    } while (updates > 0)
  }

  /** Moves the clock on as if the program had been running: a beat whenever something is due. */
  async until(text: string): Promise<void> {
    const target = at(text)
    while (this.clock.now() < target) {
      const after = this.clock.now()
      const until = new Date(Math.min(target.getTime(), this.#nextLook(after)))
      const due = this.app.nextDueAt({ after, until })
      this.clock.set(due ?? until)
      if (due) await this.beat()
    }
    await this.beat()
  }

  #nextLook(now: Date): number {
    const [today, clock] = [dayOn(now, zone), wallClock(now, zone)]
    if (clock >= day.until) return instant(addDays(today, 1), day.from, zone).getTime()
    if (clock < day.from) return instant(today, day.from, zone).getTime()
    if (!this.#isAroundSession(now)) return instant(today, day.until, zone).getTime()
    return (Math.floor(now.getTime() / hourMs) + 1) * hourMs
  }

  #isAroundSession(now: Date): boolean {
    const announced = this.app.store.look((w) => sessionsInStates(w, ['published', 'open']))
    return announced.some(
      ({ startsAt }) => Math.abs(startsAt.getTime() - now.getTime()) < aroundSessionMs,
    )
  }

  /** One heartbeat, and everything that follows from it. */
  async beat(): Promise<void> {
    this.app.ticker.beat()
    await this.settle()
  }

  /** Moves the clock on while the program is down; then it starts again. */
  async downUntil(text: string): Promise<void> {
    this.clock.set(at(text))
    await this.restart()
    await this.beat()
  }

  /** A new process over the same database. */
  async restart(): Promise<void> {
    this.app = this.#newApp()
    await this.begin()
  }

  async begin(): Promise<void> {
    this.app.courier.recover()
    await this.app.channel.introduce(new AbortController().signal)
    await this.settle()
  }

  #newApp(): App {
    return createApp({
      token,
      reach: { apiRoot, fetch: asFetch(createApi(this.world)) },
      data: this.data,
      clock: this.clock,
      log: createLog({
        level: 'info',
        destination: { write: (line) => this.logged.push(JSON.parse(line)) },
      }),
      zone,
      web: { host: '127.0.0.1', publicUrl: undefined },
      giveUp: (code) => expect.fail(`the process would leave with ${code}`),
    })
  }
}

/** Opens an empty stage; when the test is over, nothing may have gone wrong behind it. */
export async function openStory(options: StoryOptions = {}): Promise<Story> {
  const story = new Story(options.now ?? '2026-11-25 10:00')
  await story.begin()
  onTestFinished(() => {
    expect(story.world.violations).toEqual([])
    if (!options.expectsErrors) expect(errorsIn(story)).toEqual([])
  })
  return story
}

function errorsIn(story: Story) {
  const pinoWarning = 40
  return story.logged.filter(({ level }) => Number(level) >= pinoWarning)
}
