// Commands, words and links typed with anything behind them, as nobody does in good faith: no fault, no
// answer longer than Telegram takes, nothing written by whom the table of offices does not give it.

import { expect, test } from 'vitest'
import type { Reply } from '../../src/platform/telegram/door.ts'
import { type Cast, openCast } from '../permissions/cast.ts'
import { needs } from '../permissions/needs.ts'
import { type Role, roles } from '../permissions/roles.ts'
import { type Attempt, attempted, doors, says } from './attempt.ts'

const commands = doors.flatMap((door) => (door.kind === 'command' ? [door] : []))
const links = doors.flatMap((door) => (door.kind === 'link' ? [door.codec.tag] : []))
const everyWord = commands.flatMap(({ name, words }) => [`/${name}`, ...words.slice(0, 1)])

/** Characters nobody sees or that turn the line around, and more than anybody writes. */
const hidden = ['\u200b', '\u200d', '\ufeff', '\u2060', '\u202e', '\u2066', '\u0000', '\u00ad']
const long = ['长'.repeat(4_000), '<&>"'.repeat(1_000), '👨‍👩‍👧‍👦'.repeat(360), ' \n'.repeat(2_000)]
const more = [
  ...hidden,
  ...long,
  '\u202e文倒 6281\u202c',
  '１２月４日周五１９:００ 二楼 课',
  '12月4日周五19:00-20:30 '.padEnd(4_000, '长'),
  '\ud83d',
  "'; DROP TABLE people; --",
  '{"__proto__":1}',
  '-1',
  '2026-13',
  '9999-99-99',
]

async function castOf(): Promise<Cast & { send: Send }> {
  const cast = await openCast()
  const send: Send = (role, text, more) => {
    const account = cast.story.person(roles[role]).person.id
    return attempted(cast.story, { account, act: says(text), ...more })
  }
  return { ...cast, send }
}

type Send = (role: Role, text: string, more?: Partial<Attempt>) => ReturnType<typeof attempted>

/** As long as Telegram counts: without the markup. */
function lengthOf(html: string): number {
  return html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:lt|gt|amp|quot);/g, '.').length
}

function expectReadable({ show = [], post = [] }: Reply, told: string): void {
  const texts = [...show, ...post].map((one) => ('text' in one ? one.text : one.caption).html)
  for (const text of texts) expect(lengthOf(text), told).toBeLessThanOrEqual(4_096)
}

test('whatever stands behind a command or a word, nobody gets more by it than by the word', async () => {
  const { send } = await castOf()
  let sent = 0
  for (const [word, behind] of everyWord.flatMap((one) => more.map((two) => [one, two] as const))) {
    for (const role of ['stranger', 'overseer', 'member', 'secretary'] as const) {
      const text = `${word} ${behind}`.slice(0, 4_096)
      const { reply, wrote, letters } = send(role, text)
      const told = `${role}: ${text.slice(0, 40)}`
      expectReadable(reply, told)
      sent += 1
      if (role === 'secretary' || role === 'member') continue
      expect({ wrote, letters }, told).toEqual({ wrote: [], letters: [] })
    }
  }
  expect(sent).toBeGreaterThan(2_000)
}, 60_000)

test('members write by words only what is theirs', async () => {
  const { send } = await castOf()
  for (const { name, words } of commands) {
    const need = needs[`/${name}`] ?? 'nobody'
    if (!need.includes('.')) continue
    const texts = [`/${name}`, ...words].flatMap((word) => more.map((one) => `${word} ${one}`))
    for (const text of texts.map((one) => one.slice(0, 4_096))) {
      const written = (['member', 'otherMember'] as const).map((role) => send(role, text).wrote)
      expect(written, text.slice(0, 40)).toEqual([[], []])
    }
  }
}, 60_000)

test('what is meant for another bot is nobody’s business here', async () => {
  const { send, group } = await castOf()
  for (const { name } of commands) {
    for (const bot of ['other_bot', 'qzl_zhibu_bot_', 'QZL_ZHIBU']) {
      const text = `/${name}@${bot} 12月4日周五19:00-20:30 二楼 党课`
      const inPrivate = send('secretary', text)
      const inGroup = send('secretary', text, { group: group.id })
      expect([inPrivate.wrote, inPrivate.letters, inGroup.wrote, inGroup.reply], text).toEqual([
        [],
        [],
        [],
        {},
      ])
    }
  }
})

test('a link with anything behind it is a mere start', async () => {
  const { send } = await castOf()
  const payloads = links.flatMap((tag) => [
    tag,
    ...[...hidden, '-1', '0', '1_1', 'zzzzzzzzzzz', '９', '__proto__', 'x'.repeat(60)].map(
      (one) => `${tag}_${one}`,
    ),
  ])
  const commanded = ['do_', 'do_start', 'do_members', 'do_cancel', 'do___proto__', 'do_constructor']
  for (const payload of [...payloads, ...commanded, '__proto__', long[0] ?? '']) {
    for (const role of ['stranger', 'otherSecretary', 'member', 'overseer'] as const) {
      const { reply, wrote, letters } = send(role, `/start ${payload}`)
      const told = `${role}: ${payload.slice(0, 40)}`
      expectReadable(reply, told)
      expect({ wrote, letters }, told).toEqual({ wrote: [], letters: [] })
    }
  }
})
