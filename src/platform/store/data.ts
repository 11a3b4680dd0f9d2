// Opens a data folder for the one process that may write to it, in the only safe order.

import { type OpenDatabase, openDatabase } from './database.ts'
import { claimFolder, clearSandbox, type DataFiles, type Mode } from './folder.ts'
import { holdLock } from './lock.ts'
import { migrateDatabase, migrationsFolder } from './migrate.ts'

export interface OpenData extends OpenDatabase {
  files: DataFiles
}

/**
 * Claims, locks and opens `dir` and brings its database to this version. A sandbox starts blank.
 * Throws `StartRefusal` with the sentence and exit code to leave with. `close` gives all back.
 */
export function openData(options: { dir: string; mode: Mode; now: Date }): OpenData {
  const files = claimFolder(options.dir, options.mode)
  const lock = holdLock(files.lock)
  try {
    if (options.mode === 'sandbox') clearSandbox(options.dir)
    const open = openMigrated(files, options.now)
    const close = () => {
      open.close()
      lock.release()
    }
    return { ...open, files, close }
  } catch (error) {
    lock.release()
    throw error
  }
}

function openMigrated(files: DataFiles, now: Date): OpenDatabase {
  const open = openDatabase(files.database)
  try {
    migrateDatabase(open.raw, { migrations: migrationsFolder, backups: files.backups, now })
    return open
  } catch (error) {
    open.close()
    throw error
  }
}
