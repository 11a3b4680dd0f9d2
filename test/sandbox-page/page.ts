// The page's end of the line, without a page: requests to the sandbox as its scripts send them.

import { onTestFinished } from 'vitest'
import { createLog } from '../../src/platform/log.ts'
import { openData } from '../../src/platform/store/data.ts'
import { chatRoutes } from '../../src/sandbox/chat.ts'
import { Playground } from '../../src/sandbox/playground.ts'
import type { Screen } from '../../src/sandbox/screen.ts'
import { setStage } from '../../src/sandbox/seed.ts'
import { settle } from '../../src/sandbox/stage.ts'
import type { Tour } from '../../src/sandbox/tour.ts'
import { temporaryFolder } from '../support/database.ts'

const origin = 'http://127.0.0.1:8787'

/** What an answer may hold; which of it depends on the route. */
export interface Answer {
  ok: boolean
  error?: string
  toast?: string
  alert?: string
  open?: { chat: number; payload?: string }
  url?: string
  copy?: string
  now?: string
  did?: string
}

/** Texts after a trip over the line: dates are text there. */
export type Wire<T> = T extends Date
  ? string
  : T extends object
    ? { [Key in keyof T]: Wire<T[Key]> }
    : T

export class Page {
  readonly playground: Playground
  readonly #routes: ReturnType<typeof chatRoutes>

  constructor(playground: Playground) {
    this.playground = playground
    this.#routes = chatRoutes(playground)
  }

  request(path: string, init?: RequestInit): Promise<Response> {
    return Promise.resolve(this.#routes.request(`${origin}/api/${path}`, init))
  }

  /** Tells something and lets the program answer it. */
  async tell(path: string, body: object): Promise<Answer> {
    const response = await this.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    await settle(this.playground.stage)
    return (await response.json()) as Answer
  }

  async tour(): Promise<Tour> {
    return (await (await this.request('tour')).json()) as Tour
  }

  /** The number of a sample person. */
  id(name: string): number {
    const { personas } = this.playground.stage.cast
    const found = personas.find((one) => one.name === name)
    if (!found) throw new Error(`nobody plays ${name}`)
    return found.person.id
  }

  get bot(): number {
    return this.playground.stage.world.bot.id
  }

  get group(): number {
    return this.playground.stage.group.id
  }

  as(name: string): Seat {
    return new Seat(this, this.id(name))
  }
}

/** Somebody at the page. */
export class Seat {
  readonly #page: Page
  readonly id: number

  constructor(page: Page, id: number) {
    this.#page = page
    this.id = id
  }

  async screen(): Promise<Wire<Screen>> {
    const response = await this.#page.request(`screen?as=${this.id}`)
    return (await response.json()) as Wire<Screen>
  }

  async messages(chat = this.#page.bot): Promise<Wire<Screen>['messages'][number]> {
    return (await this.screen()).messages[chat] ?? []
  }

  says(text: string, chat = this.#page.bot): Promise<Answer> {
    return this.#page.tell('say', { as: this.id, chat, text })
  }

  starts(payload?: string): Promise<Answer> {
    return this.#page.tell('start', { as: this.id, ...(payload && { payload }) })
  }

  /** Presses the newest button with these words, without following where it leads. */
  async presses(words: string, chat = this.#page.bot): Promise<Answer> {
    for (const message of (await this.messages(chat)).toReversed()) {
      for (const [row, buttons] of message.buttons.entries()) {
        const column = buttons.findIndex(({ label }) => label.includes(words))
        if (column < 0) continue
        const button = { row, column }
        return this.#page.tell('press', { as: this.id, chat, message: message.id, button })
      }
    }
    throw new Error(`no button ${words}`)
  }

  /** Presses it and, like the page, presses Start where it leads. */
  async follows(words: string, chat = this.#page.bot): Promise<Answer> {
    const answer = await this.presses(words, chat)
    if (answer.open) await this.starts(answer.open.payload)
    return answer
  }
}

/** A page with the blank scene, over a database of its own. */
export async function openPage(): Promise<Page> {
  const dir = temporaryFolder()
  const playground = new Playground(() =>
    setStage({
      data: openQuickly(dir),
      log: createLog({ level: 'warn' }),
      zone: 'Asia/Shanghai',
      web: { host: '127.0.0.1', publicUrl: undefined },
      giveUp: (code) => {
        throw new Error(`the process would leave with ${code}`)
      },
    }),
  )
  await playground.reset('blank')
  onTestFinished(() => playground.stop())
  return new Page(playground)
}

/** As it is opened for visitors, but nothing waits for the disk. */
function openQuickly(dir: string): ReturnType<typeof openData> {
  const data = openData({ dir, mode: 'sandbox', now: new Date(0) })
  data.raw.pragma('synchronous = OFF')
  return data
}
