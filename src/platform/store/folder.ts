// The data folder: what is where, and the stamp that keeps real data and the sandbox apart.

import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import { refuseSharedDisk } from './mounts.ts'

export type Mode = 'telegram' | 'sandbox'

/** The paths inside a data folder. */
export interface DataFiles {
  dir: string
  stamp: string
  lock: string
  database: string
  backups: string
  originals: string
}

/** The paths inside `dir`; nothing is touched. */
export function dataFiles(dir: string): DataFiles {
  return {
    dir,
    stamp: join(dir, 'stamp'),
    lock: join(dir, 'lock.db'),
    database: join(dir, 'zhijian.db'),
    backups: join(dir, 'backups'),
    originals: join(dir, 'files'),
  }
}

/**
 * Makes `dir` if needed, for its owner only, and stamps it for `mode`. Throws `StartRefusal` when
 * it belongs to the other mode, lies on a shared disk, or holds things a sandbox might clear.
 */
export function claimFolder(dir: string, mode: Mode): DataFiles {
  const files = dataFiles(dir)
  const stamp = stampOf(dir)
  if (stamp !== undefined && stamp !== mode) refuseOtherMode(dir, stamp)
  if (stamp === undefined && mode === 'sandbox') refuseUsedFolder(dir)
  makeFolder(dir)
  refuseSharedDisk(dir)
  if (stamp === undefined) writeFileSync(files.stamp, `${mode}\n`, { mode: 0o600, flag: 'wx' })
  return files
}

/**
 * Makes an empty file for its owner only, unless it is there. An existing file is not opened:
 * closing it again would drop the locks this process has on it.
 */
export function makePrivateFile(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
}

/** For whom `dir` is stamped, or undefined; throws `StartRefusal` when the stamp is unreadable. */
export function stampOf(dir: string): Mode | undefined {
  const { stamp } = dataFiles(dir)
  if (!existsSync(stamp)) return undefined
  const text = readFileSync(stamp, 'utf8').trim()
  if (text === 'telegram' || text === 'sandbox') return text
  throw new StartRefusal(
    `看不懂 ${stamp}：里面应当只有 telegram 或 sandbox 一个词。请照这个目录原来的用途改好它。`,
  )
}

/** Removes everything the program keeps in a sandbox's folder. Throws for any other folder. */
export function clearSandbox(dir: string): void {
  if (stampOf(dir) !== 'sandbox') throw new Error('only a folder stamped sandbox is ever cleared')
  const { database, backups, originals } = dataFiles(dir)
  for (const path of [database, `${database}-wal`, `${database}-shm`, backups, originals]) {
    rmSync(path, { recursive: true, force: true })
  }
}

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    // Somebody else's folder, as volumes often are, stays as they made it; the files are private.
    if (statSync(dir).uid === process.getuid?.()) chmodSync(dir, 0o700)
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = (error as { code?: unknown }).code
    throw new StartRefusal(
      `数据目录 ${dir} 不能读写（${code}）。请让运行本程序的用户拥有这个目录，或把 DATA_DIR 改到别处。`,
    )
  }
}

function refuseOtherMode(dir: string, stamp: Mode): never {
  throw new StartRefusal(
    stamp === 'telegram'
      ? `数据目录 ${dir} 存的是真实数据，沙盒不会用它。要连接 Telegram，请设置 BOT_TOKEN；要试用沙盒，请把 DATA_DIR 改成另一个目录。`
      : `数据目录 ${dir} 是沙盒用的，里面的内容随时会清空，不能存真实数据。请把 DATA_DIR 改成另一个目录；要继续试用沙盒，请去掉 BOT_TOKEN。`,
  )
}

function refuseUsedFolder(dir: string): void {
  if (!existsSync(dir) || readdirSync(dir).length === 0) return
  throw new StartRefusal(
    `目录 ${dir} 里已有别的文件，沙盒只用新目录或空目录，免得清空时误删。请把 DATA_DIR 改成一个新目录。`,
  )
}
