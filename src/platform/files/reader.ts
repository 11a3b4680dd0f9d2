// Fetches the tables that people sent, reads each and hands it to its slice: once, whatever happens.

import type { Clock } from '../../kernel/clock.ts'
import { type Bell, createBell } from '../bell.ts'
import type { TableRead } from '../documents/grid.ts'
import { faultFields, faultId } from '../log.ts'
import type { Download } from '../telegram/download.ts'
import { fetchAndRead } from './fetching.ts'
import { bury, type HandingParts, handOver } from './handing.ts'
import { beginTry, nextTryAt, tryAgainAt, type WaitingFile } from './queue.ts'

export interface FileReaderParts extends HandingParts {
  clock: Clock
  download: Download
}

export interface FileReader {
  /** A file may wait. */
  wake(): void
  /** Reads all that is due at this instant; throws what the database throws. */
  drain(): Promise<void>
  /** Reads whenever something is due, until `stop`. */
  start(): void
  /** Drops what it reads, which comes again at the next start; waits for that at most `graceMs`. */
  stop(graceMs: number): Promise<void>
}

/** Pauses after the first try, the second …: five tries in ten minutes. */
const pausesSeconds = [5, 25, 120, 450] as const
const mostTries = pausesSeconds.length + 1
const unavailable: TableRead = { ok: false, reason: 'unavailable' }
const longestRestMs = 60 * 60 * 1_000
const restAfterFaultMs = 5_000

/** The reader: one file at a time, so that a hundred files take no more memory than one. */
export function createFileReader(parts: FileReaderParts): FileReader {
  const bell = createBell()
  const engine: Engine = { ...parts, bell, stopping: new AbortController(), busy: undefined }
  let loop = Promise.resolve()

  return {
    wake: bell.ring,
    async drain() {
      await drain(engine)
    },
    start() {
      loop = run(engine)
    },
    async stop(graceMs) {
      engine.stopping.abort()
      bell.ring()
      const over = new AbortController()
      await Promise.race([loop, parts.clock.sleep(graceMs, over.signal)])
      over.abort()
    },
  }
}

interface Engine extends FileReaderParts {
  bell: Bell
  stopping: AbortController
  /** The file being read now. */
  busy: Promise<void> | undefined
}

async function run(engine: Engine): Promise<void> {
  const { bell, clock, stopping } = engine
  while (!stopping.signal.aborted) {
    const rung = bell.next()
    await clock.sleep(await drainAndLook(engine), rung)
    // Commits come in bursts; one look is enough for all of them.
    await clock.sleep(0)
  }
}

/** Reads what is due and says how long nothing will be, in milliseconds. */
async function drainAndLook(engine: Engine): Promise<number> {
  const { clock, log } = engine
  try {
    const next = await drain(engine)
    const untilNext = next ? next.getTime() - clock.now().getTime() : longestRestMs
    return Math.max(0, Math.min(untilNext, longestRestMs))
  } catch (error) {
    log.error({ fault: faultId(), ...faultFields(error) }, 'the file reader stumbled')
    return restAfterFaultMs
  }
}

/** Says when the next file will be due. */
async function drain(engine: Engine): Promise<Date | undefined> {
  const { store, clock, stopping } = engine
  while (!stopping.signal.aborted) {
    if (!engine.busy) {
      const next = store.look(nextTryAt)
      if (!next || next > clock.now()) return next
      const file = store.work(beginTry)
      engine.busy = file && readOne(engine, file).finally(() => (engine.busy = undefined))
    }
    await engine.busy
  }
  return undefined
}

async function readOne(engine: Engine, file: WaitingFile): Promise<void> {
  if (file.tries > mostTries) {
    handOver(engine, file, unavailable)
    return
  }
  const outcome = await fetchAndRead(file, engine.download, engine.stopping.signal)
  if (engine.stopping.signal.aborted) return
  if (outcome.kind === 'read') handOver(engine, file, outcome.table)
  else if (outcome.kind === 'fault') bury(engine, file, outcome.error)
  else tryLater(engine, file, outcome.error)
}

function tryLater(engine: Engine, file: WaitingFile, error: unknown): void {
  const { id, tries } = file
  engine.log.warn({ file: id, tries, ...faultFields(error) }, 'a file could not be fetched')
  const pauseSeconds = pausesSeconds[tries - 1]
  if (pauseSeconds === undefined) {
    handOver(engine, file, unavailable)
    return
  }
  engine.store.work((w) => tryAgainAt(w, file, new Date(w.now.getTime() + pauseSeconds * 1_000)))
}
