// Asking for a table that somebody sent: it is fetched and read after the commit, then handed back.

import type { AccountId } from '../../kernel/ids.ts'
import type { TableRead } from '../documents/grid.ts'
import type { Work } from '../store/work.ts'
import { fileReads } from './schema.ts'

/** A file that was read, or why it could not be. */
export interface FileRead {
  account: AccountId
  /** The id of what it was sent for. */
  about: number
  fileName: string
  table: TableRead
}

export interface FileAsked {
  account: AccountId
  purpose: string
  about: number
  fileId: string
  fileName: string
}

/** Puts a file on the list of those to be read; the slice's `reads[purpose]` gets it, exactly once. */
export function askToRead(w: Work, { account, purpose, about, fileId, fileName }: FileAsked): void {
  w.tx
    .insert(fileReads)
    .values({
      accountId: account,
      purpose,
      about,
      fileId,
      fileName,
      askedAt: w.now,
      nextTryAt: w.now,
    })
    .run()
}
