// The log of a whole month in which everything goes wrong: no name, no text, no number of a person, no token.

import { expect, test } from 'vitest'
import { claim, openBranch } from '../support/opening.ts'
import type { Named } from '../support/people.ts'
import { openStory, type Story, token } from '../support/story.ts'

const smith: Named = { name: 'John Smith', tail: '7319' }
const roster: readonly Named[] = [
  { name: '陈敏', tail: '8642' },
  smith,
  { name: '孙悦', tail: '9753' },
]
const written = { leave: 'canary leave', reflection: 'canary reflection', topic: 'canary topic' }

/** Tables whose changes fail from now on, as a bug of ours would make them. */
function breakTable({ data }: Story, table: string): () => void {
  data.raw.exec(
    `CREATE TRIGGER broken BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'broken'); END`,
  )
  return () => data.raw.exec('DROP TRIGGER broken')
}

test('the log of a month in which everything goes wrong', async () => {
  const story = await openStory({ now: '2026-11-25 10:00', expectsErrors: true })
  const { faults } = story.world
  const group = await openBranch(story, { title: 'Canary Branch', secretary: '陈敏', roster })
  for (const member of roster.slice(1)) await claim(story, group, member)
  const chen = story.person('陈敏')
  const john = story.person(smith.name)

  await chen.says(`/newtraining 12月4日周五19:00-20:30 二楼 ${written.topic}`)
  await chen.presses('发布到群')
  await chen.presses('现在发送')

  const steps: readonly (readonly [table: string, act: () => Promise<unknown>])[] = [
    ['rsvps', () => john.presses('参加', group)],
    ['leaves', () => john.says(`请假 ${written.leave}`)],
    ['forms', () => john.says('体会')],
    ['accounts', () => story.person('路人').opens('claim_1')],
  ]
  for (const [table, act] of steps) {
    const mend = breakTable(story, table)
    await act()
    mend()
  }
  faults.next({ method: 'sendMessage' }, { kind: 'lost' })
  await john.says('hello canary')
  faults.next({ method: 'sendMessage' }, { kind: 'html', code: 502 })
  await john.says('hello canary')
  const quoted = `Bad Request: can't parse "${written.leave}" for ${roster[0]?.name}`
  faults.next({ method: 'sendMessage' }, { kind: 'refuse', code: 400, description: quoted })
  await john.says('hello canary')
  faults.next({ method: 'answerCallbackQuery' }, { kind: 'reset' })
  await john.presses('参加', group)
  john.person.blocks(story.bot)
  await story.until('2026-12-07 09:30')
  const mend = breakTable(story, 'reflection_drafts')
  await story.person('孙悦').presses('现在写')
  await story.person('孙悦').says(written.reflection)
  mend()
  await story.until('2026-12-31 16:00')
  await chen.says('/export 2026-12')
  const log = story.logged.map((line) => JSON.stringify(line)).join('\n')
  const faulty = story.logged.filter(({ msg }) => msg === 'an update failed')
  expect(faulty.length).toBe(5)
  expect(log).toContain('a letter cannot be sent')
  expect(log).not.toMatch(/canary|John|Smith|7319|8642|9753/i)
  expect(log).not.toMatch(/[^\x20-\x7e\n…]/)
  for (const secret of [token, token.split(':')[1] ?? token, story.bot.id, group.id]) {
    expect(log).not.toContain(String(secret))
  }
  for (const { id } of story.world.people()) expect(log).not.toContain(String(id))
}, 30_000)
