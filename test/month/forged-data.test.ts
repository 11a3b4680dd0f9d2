// Button data and links that nobody was given: whatever a client sends, nothing breaks and nobody
// gets what the table of offices does not give them.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Permission, permissionsFrom } from '../../src/kernel/roles.ts'
import type { Reply } from '../../src/platform/telegram/door.ts'
import type { Act } from '../../src/platform/telegram/incoming.ts'
import { type Cast, openCast } from '../permissions/cast.ts'
import { type Need, needs } from '../permissions/needs.ts'
import { type Role, roles } from '../permissions/roles.ts'
import { act, attempted, doors, press, says, wordsIn } from './attempt.ts'
import { type Codec, chance, type Forger, forge } from './forging.ts'
import { businessOf } from './hands.ts'

const buttons: readonly Codec[] = doors.flatMap((door) =>
  door.kind === 'button' ? [{ ...door.codec, write: door.codec.data }] : [],
)
const links: readonly Codec[] = doors.flatMap((door) =>
  door.kind === 'link' ? [{ ...door.codec, write: door.codec.payload }] : [],
)
const tagsOf = (codecs: readonly Codec[]) => codecs.map(({ tag }) => tag).sort()

/** All in all 100 000 strings: so many times so many. */
const runs = 10
const stringsInRun = { buttons: 9_500, links: 500 }

interface Sent {
  tag: string
  act: Act
}

/** What any door takes of the strings that are forged, each once; all others no door can read. */
function* takenOf(forger: Forger, count: number, random: () => number, seen: Set<string>) {
  const byTag = new Map(forger.codecs.map((codec) => [codec.tag, codec]))
  for (let at = 0; at < count; at += 1) {
    const data = forge(forger, random)
    const tag = data.split(forger.separator)[0] ?? ''
    const isNew = seen.size < seen.add(data).size
    if (isNew && byTag.get(tag)?.parse(data) !== undefined) yield { tag, data }
  }
}

/** Forges once more; what was `seen` before is not sent again. */
function sentIn({ things }: Cast, random: () => number, seen = new Set<string>()): Sent[] {
  const pressed = takenOf(
    { codecs: buttons, separator: ':', things },
    stringsInRun.buttons,
    random,
    seen,
  )
  const opened = takenOf(
    { codecs: links, separator: '_', things },
    stringsInRun.links,
    random,
    seen,
  )
  return [
    ...[...pressed].map(({ tag, data }) => ({ tag, act: press(data) })),
    ...[...opened].map(({ tag, data }) => ({ tag, act: says(`/start ${data}`) })),
  ]
}

/** Members of the first branch who hold no office, their digits, and why one of them is away. */
const secrets = /孙悦|赵一鸣|林涛|王建国|苏州看展|1004|1005/
const strangers = ['stranger', 'otherMember', 'otherSecretary', 'left', 'overseer'] as const
const insiders = ['secretary', 'organiser', 'member', 'asker'] as const
type Insider = (typeof insiders)[number]

test('no forged string does or tells anything from outside, or from inside what is not one’s own', async () => {
  const cast = await openCast()
  const { story } = cast
  const accountOf = (role: Role) => story.person(roles[role]).person.id
  const before = ofBranch(cast)
  const reached = new Set<string>()
  const seen = new Set<string>()
  const property = fc.property(fc.integer(), (seed) => {
    const random = chance(seed)
    const one = <Value>(all: readonly Value[]) => all[Math.floor(random() * all.length)] as Value
    const sent = sentIn(cast, random, seen)
    story.app.store.work((w) => {
      for (const { tag, act: forged } of sent) {
        reached.add(tag)
        const role = one(strangers)
        const group = forged.kind === 'pressed' && one([undefined, undefined, cast.group.id])
        const attempt = { account: accountOf(role), act: forged, ...(group && { group }) }
        expectNoSecret(act(w, attempt), role, forged)
      }
    })
    for (const { tag, act: forged } of sent.filter(() => random() < 0.6)) {
      const role = one(insiders)
      const { wrote } = attempted(story, { account: accountOf(role), act: forged })
      if (wrote.length > 0 && !mayWrite(role, tag))
        throw new Error(`${role} wrote by ${told(forged)}`)
    }
  })
  // Seeds do not get simpler by shrinking.
  fc.assert(property, { numRuns: runs, endOnFailure: true })
  expect(ofBranch(cast)).toEqual(before)
  expect([...reached].sort()).toEqual([...tagsOf(buttons), ...tagsOf(links)].sort())
}, 60_000)

test('forged presses one after the other are no fault, whatever they bring about', async () => {
  const cast = await openCast()
  const accounts = insiders.map((role) => cast.story.person(roles[role]).person.id)
  const property = fc.property(fc.integer(), (seed) => {
    for (const [at, { act: forged }] of sentIn(cast, chance(seed)).entries()) {
      const account = accounts[at % accounts.length] as number
      cast.story.app.store.work((w) => void act(w, { account, act: forged }))
    }
  })
  fc.assert(property, { numRuns: 1 })
}, 60_000)

function expectNoSecret(reply: Reply, role: Role, forged: Act): void {
  const words = wordsIn(reply).replaceAll(`${roles[role]}同志`, '')
  if (secrets.test(words)) throw new Error(`${role} is told by ${told(forged)}: ${words}`)
}

function told(forged: Act): string {
  return forged.kind === 'pressed' ? forged.data : JSON.stringify(forged)
}

/** Only what the table gives; what was asked of them; what they have just begun themselves. */
function mayWrite(role: Insider, tag: string): boolean {
  const need: Need = needs[tag] ?? needs[`link:${tag}`] ?? 'nobody'
  if (need === 'everybody' || need === 'known' || need === 'member') return true
  if (need === 'asker') return role === 'asker'
  // Whoever holds an office may lay it down.
  if (tag === 'of.end' && role === 'organiser') return true
  return need !== 'nobody' && permissionsOf(role).has(need)
}

function permissionsOf(role: Insider): ReadonlySet<Permission> {
  return permissionsFrom(role === 'secretary' || role === 'organiser' ? [role] : [])
}

/**
 * What the database holds of the first branch; the secretary of the other one has rights there, and
 * whoever is known anywhere may see to their own reminders and their own data.
 */
function ofBranch({ story, branch }: Cast): string[] {
  const other = new RegExp(`"branch_id":(?!${branch}\\b)|"action":"person\\.(prefer|export)"`)
  const { accounts: _, preferences: __, ...tables } = businessOf(story.data)
  return Object.values(tables)
    .flat()
    .filter((row) => !other.test(row))
}
