// What is handed in at the edges: too quickly, and without anything to read.

import { expect, test } from 'vitest'
import { reflectionsOf } from '../../src/reflection/store.ts'
import { held } from './held.ts'

test('an answer that arrives after the receipt asks for nothing any more', async () => {
  const { story, person, branch, skipTo } = await held()
  skipTo('2026-12-07 20:00')
  const { raw } = story.data
  const li = person('李晓雯')
  await li.says('体会')
  const begun = await li.last()
  li.person.says(story.bot, '版权台账很实用')
  await story.app.channel.poller.pollOnce()
  raw.exec("UPDATE outbox SET state = 'sending' WHERE key LIKE 'answer:%' AND state = 'queued'")
  li.person.presses(begun, '✅ 提交')
  await story.app.channel.poller.pollOnce()
  const handedIn = story.app.store.look((w) => reflectionsOf(w, branch, '2026-12'))
  expect(handedIn.flatMap(({ name, reflection }) => (reflection ? [name] : []))).toEqual(['李晓雯'])
  raw.exec("UPDATE outbox SET state = 'queued' WHERE state = 'sending'")
  await story.settle()
  const last = await li.last()
  expect(last.text).toBe('这条已经收到。')
  expect(last.buttons).toEqual([])
})

test('a message without anything to read makes no draft', async () => {
  const { story, person, skipTo } = await held()
  skipTo('2026-12-07 20:00')
  const li = person('李晓雯')
  await li.says('体会')
  await li.says('\u200b\u2060')
  expect((await li.last()).text).not.toContain('记下了')
  const drafts = story.data.raw.prepare('SELECT count(*) FROM reflection_drafts').pluck()
  expect(drafts.get()).toBe(0)
})
