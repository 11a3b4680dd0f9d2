// The program in its own process, seen from outside: asked, killed, and its log.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Trap } from './crash-points.ts'

export type Question =
  /** How many letters are to leave now. */
  | { ask: 'due' }
  /** When the clock's work is due next, in milliseconds since 1970. */
  | { ask: 'nextDue'; after: number; until: number }
  | { ask: 'moveClock'; to: number }
  | { ask: 'beat' }
  | { ask: 'claimCode' }
  | { ask: 'trap'; trap: Trap }

export type Answer = number | string | undefined

interface Told {
  id: number
  value?: Answer
  error?: string
}

export interface ProgramParts {
  env: Record<string, string>
  now: Date
  /** Each line of its log. */
  logged(line: string): void
}

const entry = fileURLToPath(new URL('process.ts', import.meta.url))
const readyId = 0

export class Program {
  /** Resolves when the process is gone, to how it went. */
  readonly gone: Promise<string>
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, (told: Told) => void>()
  #lastId = readyId

  constructor({ env, now, logged }: ProgramParts) {
    const stdio = ['ignore', 'ignore', 'pipe', 'ipc'] as const
    this.#child = fork(entry, [String(now.getTime())], {
      env,
      stdio: [...stdio],
      execArgv: ['--max-semi-space-size=8'],
    })
    this.#child.on('message', (told: Told) => this.#waiting.get(told.id)?.(told))
    if (this.#child.stderr) createInterface(this.#child.stderr).on('line', logged)
    this.gone = once(this.#child, 'exit').then(([code, signal]) => signal ?? `exit ${code}`)
  }

  /** Resolves when what had waited at Telegram is handled. */
  async ready(): Promise<void> {
    await this.#told(readyId)
  }

  async ask(question: Question): Promise<Answer> {
    this.#lastId += 1
    const told = this.#told(this.#lastId)
    this.#child.send({ id: this.#lastId, question })
    return told
  }

  /** kill -9: no signal handler, no farewell. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.gone
  }

  async #told(id: number): Promise<Answer> {
    const answer = new Promise<Told>((resolve) => this.#waiting.set(id, resolve))
    const { value, error } = await Promise.race([answer, this.#death()])
    this.#waiting.delete(id)
    if (error !== undefined) throw new Error(error)
    return value
  }

  async #death(): Promise<Told> {
    return { id: readyId, error: `the program is gone: ${await this.gone}` }
  }
}
