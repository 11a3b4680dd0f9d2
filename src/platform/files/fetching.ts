// One file from Telegram to a grid; nothing is stored here.

import type { TableRead } from '../documents/grid.ts'
import { readTable } from '../documents/table.ts'
import { longestFileBytes } from '../documents/table-limits.ts'
import type { Download } from '../telegram/download.ts'
import type { WaitingFile } from './queue.ts'

export type Outcome =
  | { kind: 'read'; table: TableRead }
  /** Telegram did not give the file this time. */
  | { kind: 'unreachable'; error: unknown }
  /** Reading failed for a fault of ours. */
  | { kind: 'fault'; error: unknown }

/** Fetches and reads; what goes wrong is part of the outcome. */
export async function fetchAndRead(
  { fileId, fileName: name }: WaitingFile,
  download: Download,
  signal: AbortSignal,
): Promise<Outcome> {
  let bytes: Uint8Array | 'tooBig'
  try {
    bytes = await download(fileId, { mostBytes: longestFileBytes, signal })
  } catch (error) {
    return { kind: 'unreachable', error }
  }
  if (bytes === 'tooBig') return { kind: 'read', table: { ok: false, reason: bytes } }
  try {
    return { kind: 'read', table: await readTable({ name, bytes }, signal) }
  } catch (error) {
    return { kind: 'fault', error }
  }
}
