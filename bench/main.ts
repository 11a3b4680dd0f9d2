// npm run bench: measures speed and memory, each beside what it is compared with, in one run.

import { measureCommits } from './commit.ts'
import { measureIdle } from './idle.ts'
import { measureRates } from './throughput.ts'

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** The value below which that share of the values lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

async function tellCommits(): Promise<void> {
  const { commits, syncs } = await measureCommits()
  say('\ncommit of one check-in          p50 ms   p99 ms')
  const row = (name: string, values: readonly number[]) =>
    say(`  ${name.padEnd(28)}${[0.5, 0.99].map((share) => cell(quantile(values, share))).join('')}`)
  row('the whole transaction', commits)
  row('disk: write 4 KiB + fsync', syncs)
  const times = [0.5, 0.99].map((share) => quantile(commits, share) / quantile(syncs, share))
  say(`  ${'times the disk'.padEnd(28)}${times.map((one) => cell(one)).join('')}`)
}

async function tellRates(): Promise<void> {
  for (const latencyMs of [0, 50]) {
    say(`\nupdates a second, API latency ${latencyMs} ms   handled  answered  of bare  RSS MB`)
    const runs = [
      ['zhijian', 'program', 40],
      ['bare, awaits each answer', 'bareAwaiting', latencyMs > 0 ? 4 : 40],
      ['bare, goes on', 'bareGoingOn', 40],
    ] as const
    for (const [name, bot, sessionCount] of runs) {
      const { handled, answered, memoryMb } = await measureRates(bot, { latencyMs, sessionCount })
      say(`  ${name.padEnd(32)}${cell(handled, 0)}${cell(answered, 0)}${cell(memoryMb, 0)}`)
    }
  }
}

async function tellIdle(): Promise<void> {
  const { readyMs, memoryMb } = await measureIdle()
  say('\nidle')
  say(
    `  ready after ${(readyMs / 1_000).toFixed(2)} s (goal 2 s), RSS ${memoryMb.toFixed(0)} MB (goal 200 MB)`,
  )
}

function cell(value: number, digits = 2): string {
  return value.toFixed(digits).padStart(9)
}

await tellIdle()
await tellCommits()
await tellRates()
