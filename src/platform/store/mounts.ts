// Which file system holds a folder: shared ones break SQLite's write-ahead log.

import { readFileSync, realpathSync } from 'node:fs'
import { StartRefusal } from '../start-refusal.ts'

/**
 * The type of the file system `path` is on, from the text of `/proc/self/mountinfo` (its format:
 * man 5 proc_pid_mountinfo). `path` is absolute and resolved.
 */
export function fileSystemOf(mountinfo: string, path: string): string | undefined {
  const mounts = mountinfo.split('\n').flatMap((line) => mountOf(line) ?? [])
  const holding = mounts.filter(({ point }) => `${path}/`.startsWith(point))
  const length = Math.max(...holding.map(({ point }) => point.length))
  // Of several mounts on one point, the last lies on top.
  return holding.findLast(({ point }) => point.length === length)?.type
}

/**
 * Whether a file system is shared with other machines or with a container's host. `fakeowner` is
 * what Docker Desktop calls a bind mount.
 */
export function isShared(type: string): boolean {
  return /^(virtiofs|9p|nfs\d?|cifs|smb\d?|fuse.*|fakeowner)$/.test(type)
}

/** Refuses a folder on a shared disk; a machine without mountinfo is not asked. */
export function refuseSharedDisk(folder: string): void {
  const mountinfo = mountinfoOfThisProcess()
  if (mountinfo === undefined) return
  const type = fileSystemOf(mountinfo, realpathSync(folder))
  if (type === undefined || !isShared(type)) return
  throw new StartRefusal(
    `数据目录 ${folder} 在 ${type} 共享盘上，数据库在那里会损坏。请把 DATA_DIR 改到本机磁盘；容器里请用命名卷（named volume）。`,
  )
}

function mountinfoOfThisProcess(): string | undefined {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8')
  } catch {
    return undefined
  }
}

function mountOf(line: string): { point: string; type: string } | undefined {
  const [before, after] = line.split(' - ')
  const point = before?.split(' ')[4]
  const type = after?.split(' ')[0]
  if (!point || !type) return undefined
  return { point: `${unescaped(point)}/`.replace('//', '/'), type }
}

/** Blanks and backslashes stand as octal numbers in mountinfo. */
function unescaped(point: string): string {
  return point.replace(/\\(\d{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)))
}
