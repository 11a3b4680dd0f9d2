// One process per data folder, tried with real processes.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { holdLock } from '../../../src/platform/store/lock.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const refusal = expect.objectContaining({
  name: 'StartRefusal',
  exitCode: 75,
  message: expect.stringMatching(/另一个进程.*停掉.*DATA_DIR/),
})

/** Another process that has the lock and keeps it. */
async function holder(file: string) {
  const lock = new URL('../../../src/platform/store/lock.ts', import.meta.url).href
  const code = `
    import { holdLock } from '${lock}'
    holdLock(process.argv[1])
    process.stdout.write('held')
    process.stdin.resume()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, file])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

test('a second process is refused at once, and let in when the first is killed', async () => {
  const file = join(temporaryFolder(), 'lock.db')
  const first = await holder(file)
  expect(() => holdLock(file)).toThrow(refusal)
  expect(() => holdLock(file)).toThrow(refusal)

  const gone = once(first, 'exit')
  first.kill('SIGKILL')
  await gone
  holdLock(file).release()
})

test('this process keeps other processes out until it lets go', async () => {
  const file = join(temporaryFolder(), 'lock.db')
  const lock = holdLock(file)
  // An attempt from within must not loosen the lock for those outside.
  expect(() => holdLock(file)).toThrow(refusal)
  const code = spawn(process.execPath, ['--input-type=module', '-e', outsider, file])
  const [status] = await once(code, 'exit')
  expect(status).toBe(75)

  lock.release()
  await holder(file)
})

test('only its owner may read the lock', () => {
  const file = join(temporaryFolder(), 'lock.db')
  holdLock(file).release()
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

const outsider = `
  import { holdLock } from '${new URL('../../../src/platform/store/lock.ts', import.meta.url).href}'
  try { holdLock(process.argv[1]) } catch (error) { process.exitCode = error.exitCode }`
