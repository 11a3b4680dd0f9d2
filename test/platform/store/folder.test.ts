// Real data and the sandbox never share a folder, and only a sandbox is ever cleared.

import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { claimFolder, clearSandbox, stampOf } from '../../../src/platform/store/folder.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test.for(['telegram', 'sandbox'] as const)('a new folder is made and stamped %s', (mode) => {
  const dir = join(temporaryFolder(), 'deep', 'data')
  expect(stampOf(dir)).toBeUndefined()
  claimFolder(dir, mode)
  expect(stampOf(dir)).toBe(mode)
  expect(statSync(dir).mode & 0o777).toBe(0o700)
  expect(statSync(join(dir, 'stamp')).mode & 0o777).toBe(0o600)
  expect(() => claimFolder(dir, mode)).not.toThrow()
})

test('a folder others could read is closed to them', () => {
  const dir = join(temporaryFolder(), 'data')
  mkdirSync(dir, { mode: 0o755 })
  claimFolder(dir, 'telegram')
  expect(statSync(dir).mode & 0o777).toBe(0o700)
})

test.for([
  ['telegram', 'sandbox', /真实数据.*BOT_TOKEN.*DATA_DIR/],
  ['sandbox', 'telegram', /沙盒.*清空.*DATA_DIR.*BOT_TOKEN/],
] as const)('a folder of %s refuses %s and says what to do', ([owner, other, sentence]) => {
  const dir = temporaryFolder()
  claimFolder(dir, owner)
  expect(() => claimFolder(dir, other)).toThrow(
    expect.objectContaining({ exitCode: 1, message: expect.stringMatching(sentence) }),
  )
  expect(stampOf(dir)).toBe(owner)
})

test('the sandbox does not take over a folder that holds anything', () => {
  const dir = temporaryFolder()
  writeFileSync(join(dir, 'zhijian.db'), '')
  expect(() => claimFolder(dir, 'sandbox')).toThrow('空目录')
  expect(readdirSync(dir)).toEqual(['zhijian.db'])
  claimFolder(dir, 'telegram')
})

test('a stamp nobody understands stops either', () => {
  const dir = temporaryFolder()
  writeFileSync(join(dir, 'stamp'), '')
  expect(() => claimFolder(dir, 'telegram')).toThrow('看不懂')
  expect(() => claimFolder(dir, 'sandbox')).toThrow('看不懂')
})

test('a folder that cannot be made is told with what to do', () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(() => claimFolder(join(file, 'data'), 'telegram')).toThrow(/不能读写（ENOTDIR）.*DATA_DIR/)
})

test('clearing a sandbox removes what the program keeps there, and nothing else', () => {
  const dir = temporaryFolder()
  const files = claimFolder(dir, 'sandbox')
  for (const name of ['zhijian.db', 'zhijian.db-wal', 'zhijian.db-shm', 'lock.db', 'mine.txt']) {
    writeFileSync(join(dir, name), '')
  }
  for (const folder of [files.backups, files.originals]) {
    mkdirSync(folder)
    writeFileSync(join(folder, 'x'), '')
  }
  clearSandbox(dir)
  expect(readdirSync(dir).sort()).toEqual(['lock.db', 'mine.txt', 'stamp'])
})

test.for(['telegram', undefined] as const)('a folder stamped %s is never cleared', (mode) => {
  const dir = temporaryFolder()
  if (mode) claimFolder(dir, mode)
  const database = join(dir, 'zhijian.db')
  writeFileSync(database, '')
  expect(() => clearSandbox(dir)).toThrow('only a folder stamped sandbox')
  expect(existsSync(database)).toBe(true)
})
