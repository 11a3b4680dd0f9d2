// Opening a data folder as the server does, and giving it back.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openData } from '../../../src/platform/store/data.ts'
import { type Mode, stampOf } from '../../../src/platform/store/folder.ts'
import { holdLock } from '../../../src/platform/store/lock.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const now = new Date('2026-12-04T11:00:00Z')

function opened(dir: string, mode: Mode = 'telegram') {
  return openData({ dir, mode, now })
}

test('real data is there again after a restart; a sandbox starts blank', () => {
  for (const [mode, expected] of [
    ['telegram', 7],
    ['sandbox', 0],
  ] as const) {
    const dir = join(temporaryFolder(), 'data')
    const first = opened(dir, mode)
    first.raw.pragma('user_version = 7')
    first.close()
    const second = opened(dir, mode)
    expect(second.raw.pragma('user_version', { simple: true })).toBe(expected)
    second.close()
  }
})

test('while it is open nobody else gets in, and the sandbox of another process is not cleared', () => {
  const dir = join(temporaryFolder(), 'data')
  const first = opened(dir, 'sandbox')
  mkdirSync(first.files.originals)
  expect(() => opened(dir, 'sandbox')).toThrow(expect.objectContaining({ exitCode: 75 }))
  expect(existsSync(first.files.originals)).toBe(true)
  first.close()
  opened(dir, 'sandbox').close()
  expect(existsSync(first.files.originals)).toBe(false)
})

test('the other mode is refused before anything is opened', () => {
  const dir = join(temporaryFolder(), 'data')
  opened(dir, 'telegram').close()
  expect(() => opened(dir, 'sandbox')).toThrow(expect.objectContaining({ exitCode: 1 }))
  expect(stampOf(dir)).toBe('telegram')
})

test('when the database cannot be opened the lock is given back', () => {
  const dir = join(temporaryFolder(), 'data')
  opened(dir).close()
  writeFileSync(join(dir, 'zhijian.db'), 'this is no database'.repeat(1_000))
  expect(() => opened(dir)).toThrow('not a database')
  holdLock(join(dir, 'lock.db')).release()
})
