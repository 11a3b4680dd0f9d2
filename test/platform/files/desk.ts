// The desk where sent files are read, by itself: a list in a real database, a slice of the test's own.

import type { AccountId } from '../../../src/kernel/ids.ts'
import { askToRead, type FileRead } from '../../../src/platform/files/read.ts'
import { createFileReader, type FileReaderParts } from '../../../src/platform/files/reader.ts'
import { createLog } from '../../../src/platform/log.ts'
import type { Work } from '../../../src/platform/store/work.ts'
import { type TestStore, testStore } from '../../support/database.ts'

export const zhang = 7 as AccountId
export const csv = Buffer.from('姓名,电话\n张伟,0138\n')

export type Desk = ReturnType<typeof openDesk>

/** An open desk; the slice keeps what it is given. */
export function openDesk() {
  const test = testStore()
  test.raw.exec('CREATE TABLE given (about INTEGER)')
  const logged: Record<string, unknown>[] = []
  const received: FileRead[] = []
  const parts: FileReaderParts = {
    ...test,
    log: createLog({
      level: 'info',
      destination: { write: (line) => logged.push(JSON.parse(line)) },
    }),
    download: async () => csv,
    reads: {
      roster(_w: Work, read: FileRead) {
        test.raw.prepare('INSERT INTO given VALUES (?)').run(read.about)
        received.push(read)
      },
    },
  }
  return {
    ...test,
    ...kept(test),
    logged,
    received,
    /** A process over this database. */
    reader: (own: Partial<FileReaderParts> = {}) => createFileReader({ ...parts, ...own }),
    sends: (about: number, { store = test.store, purpose = 'roster' } = {}) =>
      store.work((w) =>
        askToRead(w, { account: zhang, purpose, about, fileId: `f${about}`, fileName: '名单.csv' }),
      ),
  }
}

function kept({ raw }: TestStore) {
  const payloads = raw.prepare('SELECT payload FROM outbox').pluck()
  return {
    /** What the slice kept, by what it was about. */
    given: () => raw.prepare('SELECT about FROM given ORDER BY rowid').pluck().all(),
    waiting: () => raw.prepare('SELECT count(*) FROM file_reads').pluck().get(),
    said: () => payloads.all().map((payload) => JSON.parse(String(payload)).message.text.html),
  }
}
