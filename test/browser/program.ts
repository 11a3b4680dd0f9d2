// Starts the real program as `npm start` does: a free port, a folder of its own, no token.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const json = { 'content-type': 'application/json' }
const root = fileURLToPath(new URL('../../', import.meta.url))

interface Tour {
  claimCode: string
  roster: string
  steps: { id: string; copy?: string }[]
}

export interface Program {
  address: string
  /** Sets a scene from its beginning. */
  begins(scene: 'blank' | 'month'): Promise<void>
  tour(): Promise<Tour>
  stop(): Promise<void>
}

/** Resolves when the page can be asked for. */
export async function startProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'zhijian-browser-'))
  const { BOT_TOKEN: _, ...environment } = process.env
  const program = spawn(process.execPath, startLine(), {
    cwd: root,
    env: { ...environment, DATA_DIR: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await addressOf(program)
  return {
    address,
    async begins(scene) {
      const body = JSON.stringify({ scene })
      const answer = await fetch(`${address}api/reset`, { method: 'POST', body, headers: json })
      if (!answer.ok) throw new Error(await answer.text())
    },
    tour: async () => (await fetch(`${address}api/tour`)).json() as Promise<Tour>,
    async stop() {
      const ended = once(program, 'exit')
      program.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What stands after `node` in package.json's start script. */
function startLine(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return scripts.start.split(' ').slice(1)
}

async function addressOf(program: ChildProcess): Promise<string> {
  if (!program.stdout) throw new Error('The program has no stdout')
  for await (const line of createInterface(program.stdout)) {
    const address = /^sandbox: (\S+)$/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error('The program ended before it listened')
}
