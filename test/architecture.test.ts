// The shape of the house: what biome, dependency-cruiser and knip cannot see.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { environmentSchema } from '../src/config.ts'
import { pathsUnder, read, root, sourcesUnder, within } from './architecture/tree.ts'

const { order } = await import(new URL('../.dependency-cruiser.mjs', import.meta.url).href)
const slicesInOrder: readonly string[] = order.flatMap((place: string) => place.split('|'))

const rooms = ['kernel', 'platform', 'sandbox']
const rootFiles = ['main.ts', 'cli.ts', 'app.ts', 'features.ts', 'config.ts', 'check-node.mjs']
const slices = within('src').folders.filter((folder) => !rooms.includes(folder))

describe('the tree', () => {
  test('src holds the root files, the three rooms and the slices of the import order', () => {
    const { files, folders } = within('src')
    expect(files.filter((file) => !rootFiles.includes(file))).toEqual([])
    expect(folders.filter((folder) => ![...rooms, ...slicesInOrder].includes(folder))).toEqual([])
  })

  test('a slice is made of the file names that every slice knows', () => {
    const grown = 'schema|rules|store|actions|messages|buttons|bot|jobs|web|report'
    const known = new RegExp(
      `^src/[^/]+/(?:(?:feature|${grown})\\.ts|(?:${grown})/[^/]+\\.ts|public/.+)$`,
    )
    const extra = ['src/members/identify.ts', 'src/attendance/code.ts']
    const paths = slices.flatMap((slice) => pathsUnder(`src/${slice}`))
    expect(paths.filter((path) => !known.test(path) && !extra.includes(path))).toEqual([])
  })

  test('no file and no folder has a name that says nothing', () => {
    const empty =
      /(?:^|[/.-])(?:index|utils?|helpers?|common|misc|managers?|services?|types)(?=[/.-])/
    const paths = ['src', 'test'].flatMap(pathsUnder)
    expect(paths.filter((path) => /\.(ts|mjs|js)$/.test(path) && empty.test(path))).toEqual([])
  })

  test('every file begins by saying what it is for', () => {
    const code = sourcesUnder('src', 'test').filter(({ path }) => /\.(ts|mjs|js)$/.test(path))
    const silent = code.filter(({ text }) => !/^(#!.*\n)?\/[/*] ?\S/.test(text))
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  test('no file is longer than 250 lines, and half of the program in at most 80', () => {
    const long = sourcesUnder('src', 'test').filter(({ lines }) => lines.length > 250)
    expect(long.map(({ path, lines }) => `${path}: ${lines.length}`)).toEqual([])
    const lengths = sourcesUnder('src').map(({ lines }) => lines.length)
    expect(lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80)
  })
})

describe('imports', () => {
  test('dependency-cruiser has really looked, and finds nothing', { timeout: 30_000 }, () => {
    const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
    const cruise = spawnSync(process.execPath, [cruiser, 'src', 'test', '--output-type', 'json'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    const { violations, totalCruised } = (JSON.parse(cruise.stdout) as Cruise).summary
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
    expect(totalCruised).toBeGreaterThan(50)
  })
})

describe('words', () => {
  const glossary = codeWords(read('docs/glossary.md'))

  test('the glossary explains every slice', () => {
    expect(
      slices.filter((slice) => !glossary.has(slice) && !glossary.has(singular(slice))),
    ).toEqual([])
  })

  test('the glossary explains every word the rules choose from', () => {
    const rules = sourcesUnder('src').filter(({ path }) =>
      /^src\/(?:[^/]+\/rules(?:\.ts|\/.+)|kernel\/roles\.ts)$/.test(path),
    )
    const words = new Set(rules.flatMap(({ text }) => chosenFrom(text)))
    expect([...words].filter((word) => !glossary.has(word))).toEqual([])
  })

  test('no message says what hurts or hurries', () => {
    const hard = /打卡|积分|排名|排行|通报|逾期未|务必|立即|收到请回复|未读/g
    const messages = sourcesUnder('src').filter(({ path }) => /\/messages(?:\.ts$|\/)/.test(path))
    const found = messages.flatMap(({ path, text }) =>
      (text.match(hard) ?? []).map((word) => `${path}: ${word}`),
    )
    expect(found).toEqual([])
  })

  test('.env.example names exactly the variables that the program reads', () => {
    const named = [...read('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(named.sort()).toEqual(Object.keys(environmentSchema.shape).sort())
  })
})

describe('what tools write', () => {
  test('migrations are listed in the order of time, each with its file', () => {
    const { entries } = JSON.parse(read('drizzle/meta/_journal.json')) as {
      entries: { when: number; tag: string }[]
    }
    const times = entries.map(({ when }) => when)
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
    const files = within('drizzle').files.filter((file) => file.endsWith('.sql'))
    expect(files.sort()).toEqual(entries.map(({ tag }) => `${tag}.sql`))
  })

  test('installing runs no script', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const hooks = Object.keys(scripts).filter((name) => /install|prepare|prepublish/.test(name))
    expect(hooks).toEqual([])
  })

  test('the lockfile names no registry', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"')
  })
})

interface Cruise {
  summary: {
    violations: { rule: { name: string }; from: string; to: string }[]
    totalCruised: number
  }
}

/** The words in code style of a Markdown page. */
function codeWords(page: string): Set<string> {
  return new Set([...page.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code?.match(/\w+/g) ?? []))
}

/** The values of the `as const` lists in a file. */
function chosenFrom(text: string): string[] {
  return [...text.matchAll(/\[([^[\]]*)\]\s*as const/g)]
    .flatMap(([, list]) => [...(list ?? '').matchAll(/'([a-z][A-Za-z]*)'/g)])
    .flatMap(([, word]) => word ?? [])
}

/** Folders are plural where the word is singular. */
function singular(slice: string): string {
  return slice.replace(/s$/, '')
}
