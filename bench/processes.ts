// The processes a measurement needs: Telegram's emulator, the program, a bare bot.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as passes } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import packageJson from '../package.json' with { type: 'json' }

export const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const longestMs = 120_000
const root = fileURLToPath(new URL('..', import.meta.url))

export interface Running {
  /** What it has written so far, to both streams. */
  written(): string
  /** Its resident memory in MB. */
  memoryMb(): number
  /** Kills it and waits until it is gone. */
  stop(): Promise<void>
}

const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Runs a line of `node …` in the project's folder. */
export function run(line: string, env: Record<string, string> = {}): Running {
  const [, ...args] = line.split(' ')
  const child = spawn(process.execPath, args, { cwd: root, env })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      written += chunk
    })
  }
  children.add(child)
  return { written: () => written, memoryMb: () => memoryMb(child), stop: () => stop(child) }
}

/** The program, by the start line of package.json. */
export function runProgram(env: Record<string, string>): Running {
  return run(packageJson.scripts.start, { BOT_TOKEN: token, PORT: '0', ...env })
}

/** Asks again and again until the answer is worth something. */
export async function until<T>(ask: () => T | Promise<T>, everyMs = 10): Promise<NonNullable<T>> {
  const end = performance.now() + longestMs
  while (performance.now() < end) {
    const answer = await ask()
    if (answer) return answer
    await passes(everyMs)
  }
  throw new Error('it took too long')
}

function memoryMb({ pid }: ChildProcess): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}

async function stop(child: ChildProcess): Promise<void> {
  children.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
