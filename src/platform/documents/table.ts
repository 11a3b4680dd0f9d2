// Reads a table that somebody sent, in a thread of its own: a hostile file cannot hold up the bot.

import { Worker } from 'node:worker_threads'
import { systemClock } from '../../kernel/clock.ts'
import type { TableRead } from './grid.ts'
import type { SentFile } from './table-kinds.ts'

const limits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 }

/**
 * Reads a file as a table, or says why it cannot; takes about 128 MB and `longestMs` at most.
 * @throws what the thread throws, which is a fault of ours, or the reason `signal` aborts for
 */
export async function readTable(
  file: SentFile,
  signal: AbortSignal,
  longestMs = 10_000,
): Promise<TableRead> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
    workerData: file,
    resourceLimits: limits,
    // No token within reach of what reads strangers' files, no flags meant for the main thread.
    env: {},
    execArgv: [],
  })
  const over = new AbortController()
  const slow = tooSlow(longestMs, AbortSignal.any([signal, over.signal]))
  try {
    const read = await Promise.race([answerOf(worker), slow])
    signal.throwIfAborted()
    return read
  } finally {
    over.abort()
    await worker.terminate()
  }
}

function answerOf(worker: Worker): Promise<TableRead> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, reason: 'tooBig' })
      else reject(error)
    })
    worker.once('exit', (code) => reject(new Error(`the reading thread ended with ${code}`)))
  })
}

/** A thread works in real time, whatever clock the program has. */
async function tooSlow(afterMs: number, signal: AbortSignal): Promise<TableRead> {
  await systemClock.sleep(afterMs, signal)
  return { ok: false, reason: 'tooSlow' }
}
