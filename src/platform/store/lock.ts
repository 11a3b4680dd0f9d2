// One process per data folder: an exclusive lock that ends with the process, even by kill -9.

import BetterSqlite3 from 'better-sqlite3'
import { StartRefusal } from '../start-refusal.ts'
import { makePrivateFile } from './folder.ts'

/** Held until released or until the process ends. */
interface Lock {
  release(): void
}

/**
 * Takes the lock `file`. Throws `StartRefusal` (exit code 75) at once when another process has it.
 */
export function holdLock(file: string): Lock {
  makePrivateFile(file)
  const raw = new BetterSqlite3(file, { timeout: 0 })
  try {
    raw.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    raw.close()
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error
    throw new StartRefusal(
      '另一个进程正在用同一个数据目录。请先停掉它；要再开一个机器人，请给它另一个 DATA_DIR。',
      75,
    )
  }
  return { release: () => raw.close() }
}
