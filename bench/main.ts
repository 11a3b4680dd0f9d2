// npm run bench: measures speed and memory, each beside what it is compared with, in one run.

import { measureCommits } from './commit.ts'
import { measureIdle } from './idle.ts'
import { measureImport } from './import.ts'
import { type BotName, measureRates, type Rates } from './throughput.ts'

const shares = [0.5, 0.99]

function say(name: string, cells: readonly string[]): void {
  const columns = cells.map((cell) => cell.padStart(11)).join('')
  process.stdout.write(`${name.padEnd(34)}${columns}\n`)
}

/** The value below which that share of the values lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(share * sorted.length)] ?? Number.NaN
}

function times(value: number, of: number): string {
  return `× ${(value / of).toFixed(value < of ? 2 : 1)}`
}

async function tellIdle(): Promise<void> {
  const { readyMs, memoryMb } = await measureIdle()
  say('Start and rest', ['measured', 'goal'])
  say('  ready after', [`${(readyMs / 1_000).toFixed(2)} s`, '2 s'])
  say('  resident memory at rest', [`${memoryMb.toFixed(0)} MB`, '200 MB'])
}

async function tellCommits(): Promise<void> {
  const { commits, syncs } = await measureCommits()
  const row = (values: readonly number[]) =>
    shares.map((share) => `${quantile(values, share).toFixed(2)} ms`)
  say('\nOne check-in', ['p50', 'p99'])
  say('  its whole transaction', row(commits))
  say('  write 4 KiB + fsync, same disk', row(syncs))
  say(
    '  transaction to disk',
    shares.map((share) => times(quantile(commits, share), quantile(syncs, share))),
  )
}

async function tellImport(): Promise<void> {
  const costs = await measureImport()
  const ms = (value: number) => [`${value.toFixed(0)} ms`]
  say('\nImport of 5,000 people', ['measured'])
  say(`  read in its thread (${costs.fileKb.toFixed(0)} KB)`, ms(costs.readMs))
  say('  others waited meanwhile, longest', ms(costs.lagMs))
  say('  more memory meanwhile, at most', [`${costs.memoryMb.toFixed(0)} MB`])
  say('  cells understood', ms(costs.understandMs))
  say('  one transaction', ms(costs.writeMs))
}

const contestants: readonly [name: string, bot: BotName][] = [
  ['  zhijian', 'program'],
  ['  bare bot, awaits each answer', 'awaiting'],
  ['  bare bot, goes on', 'goingOn'],
]

async function tellRates(latencyMs: number): Promise<void> {
  say(`\nUpdates a second, API at ${latencyMs} ms`, ['handled', 'answered', 'zhijian is', 'memory'])
  let ours: Rates | undefined
  for (const [name, bot] of contestants) {
    // Waiting for each answer takes the API's time for each.
    const each = bot === 'awaiting' && latencyMs > 0 ? 4 : 40
    const rates = await measureRates(bot, { latencyMs, each })
    ours ??= rates
    const { handled, answered, memoryMb } = rates
    const ratio = rates === ours ? '' : times(ours.answered, answered)
    say(name, [handled.toFixed(0), answered.toFixed(0), ratio, `${memoryMb.toFixed(0)} MB`])
  }
}

await tellIdle()
await tellCommits()
await tellImport()
await tellRates(0)
await tellRates(50)
