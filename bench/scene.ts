// What every measurement starts from: a branch of fifty, open sessions, and check-ins that wait.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkInLink } from '../src/attendance/buttons.ts'
import { systemClock } from '../src/kernel/clock.ts'
import type { SessionId } from '../src/kernel/ids.ts'
import { openData } from '../src/platform/store/data.ts'
import { createStore } from '../src/platform/store/work.ts'
import { type Comrade, foundBranch, openTraining } from '../test/faults/branch.ts'
import { startTelegram, type Telegram } from './telegram.ts'

const branchSize = 50
const group = { id: -1_002_000_000_001, title: '青砖里文创园联合党支部' }

export interface Scene {
  telegram: Telegram
  dataDir: string
  people: readonly Comrade[]
  sessions: readonly SessionId[]
  /** Lets everybody check in to every session: so many updates wait then. */
  checkIns(): Promise<number>
  strike(): Promise<void>
}

/** A branch with that many open sessions; each person can check in once to each. */
export async function buildScene(sessionCount: number): Promise<Scene> {
  const telegram = await startTelegram()
  const folder = mkdtempSync(join(tmpdir(), 'zhijian-bench-'))
  const dataDir = join(folder, 'data')
  const people: Comrade[] = []
  for (let at = 1; at <= branchSize; at += 1) people.push(await telegram.person(`同志${at}`))
  await telegram.clear()
  const sessions = foundIn(dataDir, people, sessionCount)
  return {
    telegram,
    dataDir,
    people,
    sessions,
    async checkIns() {
      for (const session of sessions) {
        const link = checkInLink.payload({ session })
        await Promise.all(people.map(({ id }) => telegram.opens(id, link)))
      }
      return sessions.length * people.length
    },
    async strike() {
      await telegram.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

function foundIn(dataDir: string, comrades: Scene['people'], count: number): SessionId[] {
  const data = openData({ dir: dataDir, mode: 'telegram', now: systemClock.now() })
  const { database } = data
  const store = createStore({ database, clock: systemClock, committed: () => undefined })
  const branch = store.work((w) => foundBranch(w, { group, comrades }))
  const sessions = Array.from({ length: count }, () => store.work((w) => openTraining(w, branch)))
  // Nothing of the founding is to be sent while something is measured.
  data.raw.exec("UPDATE outbox SET state = 'cancelled'")
  data.close()
  return sessions
}
