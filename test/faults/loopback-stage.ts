// A stage whose program is a process of its own, reaching the emulator over a real socket.

import { join } from 'node:path'
import { expect, onTestFinished, vi } from 'vitest'
import { openDatabase, type Raw } from '../../src/platform/store/database.ts'
import { dataFiles } from '../../src/platform/store/folder.ts'
import { createStore, type Sync, type Work } from '../../src/platform/store/work.ts'
import type { Group } from '../../src/sandbox/group.ts'
import { createWorld, type World } from '../../src/sandbox/world.ts'
import { Actor } from '../support/actor.ts'
import { at } from '../support/clock.ts'
import type { Stage, StageGroup } from '../support/stage.ts'
import { token } from '../support/story.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import type { Trap } from './crash-points.ts'
import { type Loopback, loopback } from './loopback.ts'
import { Program } from './program.ts'
import { type StageClock, stageClock } from './stage-clock.ts'

/** What is due depends on what came before, so nobody looks further ahead than this. */
const lookAheadMs = 60 * 60_000
const patience = { timeout: 30_000, interval: 1 }

export class LoopbackStage implements Stage {
  readonly world: World
  readonly bot: { readonly id: number }
  readonly #dataDir = join(temporaryFolder(), 'data')
  /** What the program logged at `warn` and above, over all its lives. */
  readonly troubles: Record<string, unknown>[] = []
  readonly #clock: StageClock
  readonly #actors = new Map<string, Actor>()
  #telegram: Loopback | undefined
  #program: Program | undefined

  constructor(now: string) {
    // Real speed here: long polls must not come back early.
    this.#clock = stageClock(at(now), 1)
    this.world = createWorld({
      clock: this.#clock,
      bot: { token, username: 'qzl_zhibu_bot', name: '支部小助手' },
    })
    this.bot = this.world.bot
  }

  person(name: string): Actor {
    const known = this.#actors.get(name)
    if (known) return known
    const actor = new Actor(this, this.world.person({ firstName: name }))
    this.#actors.set(name, actor)
    return actor
  }

  async group(title: string, names: readonly string[]): Promise<Group> {
    const members = names.map((name) => this.person(name).person)
    return this.world.group({ title, members, kind: 'supergroup' })
  }

  async addsBot({ id }: StageGroup, by: string): Promise<void> {
    const group = this.world.groups().find((one) => one.id === id)
    group?.adds(this.bot, this.person(by).person)
    await this.settle()
  }

  async claimCode(): Promise<string> {
    return String(await this.#running().ask({ ask: 'claimCode' }))
  }

  /** Waits until all updates are handled and all that is due has left. */
  async settle(): Promise<void> {
    const { updates } = this.world.bot
    await vi.waitUntil(async () => {
      if (updates.pending() > 0) return false
      return (await this.#running().ask({ ask: 'due' })) === 0 && updates.pending() === 0
    }, patience)
  }

  async until(text: string): Promise<void> {
    const target = at(text).getTime()
    while (this.#clock.now().getTime() < target) {
      const after = this.#clock.now().getTime()
      const until = Math.min(target, nextLook(after))
      const due = await this.#running().ask({ ask: 'nextDue', after, until })
      await this.#moveClock(Number(due ?? until))
      if (due !== undefined) await this.#beat()
    }
    await this.#beat()
  }

  /** Starts the program; it has then handled what had waited. */
  async start(): Promise<void> {
    this.#telegram ??= await loopback(this.world)
    this.#program = new Program({
      now: this.#clock.now(),
      env: {
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: this.#telegram.address,
        DATA_DIR: this.#dataDir,
      },
      logged: (line) => this.#note(line),
    })
    await this.#program.ready()
    await this.settle()
  }

  /** kill -9; safe to call on a program that is gone already. */
  async kill(): Promise<void> {
    await this.#program?.kill()
  }

  /** Changes the database beside the program, as an operator's command does. */
  async write<T>(body: (w: Work) => Sync<T>): Promise<T> {
    const { database, raw } = openDatabase(this.#database)
    const store = createStore({ database, clock: this.#clock, committed: () => undefined })
    const result = store.work(body)
    raw.close()
    await this.#running().ask({ ask: 'beat' })
    return result
  }

  /** Reads the database beside the program, or after its death. */
  look<T>(body: (raw: Raw) => T): T {
    const { raw } = openDatabase(this.#database)
    const result = body(raw)
    raw.close()
    return result
  }

  /** Resolves when that many more calls of the program have arrived. */
  calls(count: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    let left = count
    const stop = this.world.subscribe(({ kind }) => {
      if (kind === 'called') left -= 1
      if (left <= 0) resolve()
    })
    return (count > 0 ? promise : Promise.resolve()).finally(stop)
  }

  /** Lets the program end itself at a point of its work. */
  async trap(trap: Trap): Promise<void> {
    await this.#running().ask({ ask: 'trap', trap })
  }

  /** Resolves when the program is gone, to the signal that ended it. */
  async gone(): Promise<string> {
    return this.#running().gone
  }

  async close(): Promise<void> {
    await this.kill()
    this.#telegram?.close()
  }

  async #moveClock(to: number): Promise<void> {
    this.#clock.set(new Date(to))
    await this.#running().ask({ ask: 'moveClock', to })
  }

  async #beat(): Promise<void> {
    await this.#running().ask({ ask: 'beat' })
    await this.settle()
  }

  get #database(): string {
    return dataFiles(this.#dataDir).database
  }

  #running(): Program {
    if (!this.#program) throw new Error('the program was not started')
    return this.#program
  }

  #note(line: string): void {
    const pinoWarning = 40
    // What is no log line is Node's own last word.
    const entry = line.startsWith('{') ? JSON.parse(line) : { level: pinoWarning, line }
    if (entry.level >= pinoWarning) this.troubles.push(entry)
  }
}

/** An empty stage with the program running; at the end nothing may have gone wrong behind it. */
export async function openLoopbackStage(now = '2026-11-25 10:00'): Promise<LoopbackStage> {
  const stage = new LoopbackStage(now)
  onTestFinished(async () => {
    await stage.close()
    expect(stage.world.violations).toEqual([])
    expect(stage.troubles).toEqual([])
  })
  await stage.start()
  return stage
}

function nextLook(after: number): number {
  return (Math.floor(after / lookAheadMs) + 1) * lookAheadMs
}
