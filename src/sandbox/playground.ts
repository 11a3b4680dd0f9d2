// The stage that is being played now; time is moved, or the scene changed, by one at a time.

import { spokenTime } from '../kernel/time.ts'
import { Unable } from './asked.ts'
import { gather } from './crowd.ts'
import { jump, targetOf } from './jump.ts'
import { playMonth } from './month.ts'
import { createNews } from './news.ts'
import type { Scene, Stage } from './stage.ts'

export class Playground {
  readonly news = createNews()
  /** The scene it began with. */
  scene: Scene = 'blank'
  readonly #open: () => Promise<Stage>
  #stage: Stage | undefined
  /** Ends when everybody may act again. */
  #running: Promise<void> | undefined

  /** Nothing is played before the first `reset`. `open` gives a new, blank stage. */
  constructor(open: () => Promise<Stage>) {
    this.#open = open
  }

  get stage(): Stage {
    if (!this.#stage) throw new Unable('正在布置场景，请稍等。', 409)
    return this.#stage
  }

  /** Throws `Unable` while time is being moved: then people wait. */
  checkQuiet(): void {
    if (this.#running !== undefined) throw new Unable('正在快进，请稍等。', 409)
  }

  /** Moves the clock and says what it shows then. Throws `Unable` for an unknown target. */
  moveClock(to: string): Promise<Date> {
    return this.#alone('正在快进', async () => {
      const target = targetOf(this.stage, to)
      if (!target) throw unknownTarget(to)
      await jump(this.stage, target, (at) => this.#tellTime(at))
      return this.stage.clock.now()
    })
  }

  /** The sample members answer what is open for them; says what they did. */
  letOthersAct(): Promise<string> {
    return this.#alone('其余同志正在回应', () => gather(this.stage))
  }

  /** Begins again, from nothing or with a month behind. */
  reset(scene: Scene): Promise<void> {
    return this.#alone('正在布置场景', async () => {
      // Until the new stage is set, pages go on reading the old one.
      await this.#stage?.program.stop()
      this.#stage = await this.#open()
      this.scene = scene
      this.news.follow(this.#stage)
      if (scene === 'month') await playMonth(this.#stage, (at) => this.#tellTime(at))
      this.news.announce('reset', { scene })
      this.news.redraw()
    })
  }

  async stop(): Promise<void> {
    await this.#running
    await this.#stage?.program.stop()
  }

  async #alone<T>(text: string, body: () => Promise<T>): Promise<T> {
    this.checkQuiet()
    this.news.announce('busy', { text })
    const done = Promise.withResolvers<void>()
    this.#running = done.promise
    try {
      return await body()
    } finally {
      this.#running = undefined
      done.resolve()
      if (this.#stage) this.news.announce('clock', { now: this.#stage.clock.now() })
      this.news.announce('idle', {})
    }
  }

  #tellTime(at: Date): void {
    this.news.announce('busy', { text: spokenTime(at, this.stage.zone) })
  }
}

/** Nothing to go to is an ordinary answer, so that the browser writes no error for it. */
function unknownTarget(to: string): Unable {
  return to === 'session'
    ? new Unable('还没有发布的活动，先发布一次培训吧。', 200)
    : new Unable('不认得要快进到哪里。')
}
