// How long the commit of one check-in takes, beside a bare write and fsync of the same disk.

import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '../src/app.ts'
import { systemClock } from '../src/kernel/clock.ts'
import { createLog } from '../src/platform/log.ts'
import { type OpenData, openData } from '../src/platform/store/data.ts'
import { token } from './processes.ts'
import { buildScene, type Scene } from './scene.ts'

export interface Commits {
  /** Milliseconds each, in the order they happened. */
  commits: number[]
  /** A page written and synced right after each commit. */
  syncs: number[]
}

const pageBytes = 4_096
const probePages = 1_000

/** Handles 2,000 check-ins one after the other and times each transaction as a whole. */
export async function measureCommits(): Promise<Commits> {
  const scene = await buildScene(40)
  const data = openData({ dir: scene.dataDir, mode: 'telegram', now: systemClock.now() })
  const probe = diskProbe(join(scene.dataDir, 'probe'))
  const app = appOver(scene, data)
  const total = await scene.checkIns()
  await app.channel.introduce(new AbortController().signal)
  const measured = timeTransactions(data, probe.sync)
  while (measured.commits.length < total) await app.channel.poller.pollOnce()
  probe.close()
  data.close()
  await scene.strike()
  return measured
}

/** The program without a courier at work: nothing but updates is written. */
function appOver({ telegram }: Scene, data: OpenData) {
  return createApp({
    token,
    reach: { apiRoot: telegram.address },
    data,
    clock: systemClock,
    log: createLog({ level: 'warn' }),
    zone: 'Asia/Shanghai',
    web: { host: '127.0.0.1', publicUrl: undefined },
    giveUp: (code) => process.exit(code),
  })
}

function timeTransactions({ database }: OpenData, sync: () => void): Commits {
  const transaction = database.transaction.bind(database)
  const measured: Commits = { commits: [], syncs: [] }
  database.transaction = (body, config) => {
    const began = performance.now()
    const result = transaction(body, config)
    const ended = performance.now()
    sync()
    measured.commits.push(ended - began)
    measured.syncs.push(performance.now() - ended)
    return result
  }
  return measured
}

/** Overwrites pages of a file that is there already, as a log does that was used before. */
function diskProbe(path: string) {
  const file = openSync(path, 'w')
  const page = Buffer.alloc(pageBytes, 1)
  for (let at = 0; at < probePages; at += 1) writeSync(file, page)
  fdatasyncSync(file)
  let next = 0
  return {
    sync() {
      writeSync(file, page, 0, pageBytes, (next % probePages) * pageBytes)
      fdatasyncSync(file)
      next += 1
    },
    close: () => closeSync(file),
  }
}
