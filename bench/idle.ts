// From the start to ready, and how much memory it takes to wait.

import { setTimeout as passes } from 'node:timers/promises'
import { runProgram, until } from './processes.ts'
import { buildScene } from './scene.ts'

export interface Idle {
  readyMs: number
  memoryMb: number
}

const settlesWithinMs = 10_000

/** Starts the program with a branch of fifty and lets it wait. */
export async function measureIdle(): Promise<Idle> {
  const scene = await buildScene(1)
  const began = performance.now()
  const program = runProgram({
    DATA_DIR: scene.dataDir,
    TELEGRAM_API_ROOT: scene.telegram.address,
  })
  const web = await until(() => /http:[^"]+/.exec(program.written())?.[0], 2)
  await until(async () => (await fetch(`${web}readyz`)).ok, 2)
  const readyMs = performance.now() - began
  await passes(settlesWithinMs)
  const memoryMb = program.memoryMb()
  await program.stop()
  await scene.strike()
  return { readyMs, memoryMb }
}
