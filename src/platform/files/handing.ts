// The end of a file's way: its slice gets it and the list forgets it, in one transaction.

import { html } from '../../kernel/html.ts'
import { privateChat } from '../../kernel/ids.ts'
import type { TableRead } from '../documents/grid.ts'
import { faultFields, faultId, type Log } from '../log.ts'
import { enqueue } from '../outbox/outbox.ts'
import { isStorageError } from '../store/storage-error.ts'
import type { Store, Work } from '../store/work.ts'
import { strike, type WaitingFile } from './queue.ts'
import type { FileRead } from './read.ts'

export type Reads = Record<string, (w: Work, read: FileRead) => void>

export interface HandingParts {
  store: Store
  log: Log
  reads: Reads
}

/** Hands over what was read; a fault of the slice ends the file's way, one of the disk is thrown. */
export function handOver(parts: HandingParts, file: WaitingFile, table: TableRead): void {
  const { accountId: account, purpose, about, fileName } = file
  try {
    parts.store.work((w) => {
      const receive = parts.reads[purpose]
      if (!receive) throw new Error(`no slice reads files for "${purpose}"`)
      if (strike(w, file)) receive(w, { account, about, fileName, table })
    })
  } catch (error) {
    if (isStorageError(error)) throw error
    bury(parts, file, error)
  }
}

/** A fault of ours: logged, told to the sender by its number, and not tried again. */
export function bury({ store, log }: HandingParts, file: WaitingFile, error: unknown): void {
  const fault = faultId()
  log.error({ fault, file: file.id, ...faultFields(error) }, 'a file could not be handed over')
  const text = `读您发来的文件时出错了，编号 ${fault}。请再发一次；若仍不行，把编号告诉管理员。`
  store.work((w) => {
    if (!strike(w, file)) return
    const chat = privateChat(file.accountId)
    enqueue(w, { chat, message: { text: html`${text}` }, lane: 'answer' })
  })
}
