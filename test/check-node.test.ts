// The check before the start: too old a Node is told in one sentence how to be helped.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const check = new URL('../src/check-node.mjs', import.meta.url)
const { problemWith } = await import(check.href)

test.for([
  ['18.20.8', false],
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['22.18.0-nightly', true],
  ['23.0.0', true],
  ['24.21.0', true],
  ['100.1.0', true],
] as const)('Node %s is new enough: %s', ([version, isEnough]) => {
  expect(problemWith(version) === undefined).toBe(isEnough)
})

test('the sentence names what is needed, what is here, and what to do', () => {
  expect(problemWith('20.20.2')).toMatch(/22\.18.*20\.20\.2.*npm ci.*npm start.*Node 24/)
})

test('an old Node stops with the sentence before any TypeScript is read', ({ skip }) => {
  const old = oldNode()
  if (!old) return skip('no Node 20 or 21 in PATH')
  const started = start(old)
  expect(started.stderr).toBe(`${problemWith(versionOf(old))}\n`)
  expect(started.stdout).toBe('')
  expect(started.status).toBe(1)
})

test('a new Node starts without a word', () => {
  expect(start(process.execPath)).toMatchObject({ status: 0, stdout: 'read', stderr: '' })
})

/** Starts a TypeScript file the way `npm start` does. */
function start(node: string) {
  const folder = mkdtempSync(join(tmpdir(), 'check-node-'))
  const main = join(folder, 'main.ts')
  writeFileSync(main, "const word: string = 'read'\nprocess.stdout.write(word)\n")
  const started = spawnSync(node, ['--import', fileURLToPath(check), main], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return started
}

/** A Node too old for us, but one that knows --import. */
function oldNode(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders
    .map((folder) => join(folder, 'node'))
    .find((node) => /^2[01]\./.test(versionOf(node)))
}

/** Empty when there is no such program. */
function versionOf(node: string): string {
  return spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.trim() ?? ''
}
