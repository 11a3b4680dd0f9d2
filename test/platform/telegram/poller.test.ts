// Fetching updates: nothing is confirmed before it is stored, and trouble is met with patience.

import { expect, test } from 'vitest'
import { html } from '../../../src/kernel/html.ts'
import { command, type Door } from '../../../src/platform/telegram/door.ts'
import { tooMany } from '../../../src/sandbox/faults.ts'
import { heardBy, openLine } from './line.ts'

class DiskFull extends Error {
  readonly code = 'SQLITE_FULL'
}

function doorsThat(run: () => void): readonly Door[] {
  return [
    command('start', {
      describes: '开始',
      words: [],
      run: () => {
        run()
        return { show: [{ text: html`好` }] }
      },
    }),
  ]
}

test('a database that fails stops the fetching, and the update stays at Telegram', async () => {
  let full = true
  const line = await openLine(
    doorsThat(() => {
      if (full) throw new DiskFull('database or disk is full')
    }),
  )
  const person = line.world.person({ firstName: '李晓雯' })
  person.opens()
  line.channel.poller.start()
  await expect.poll(() => line.gaveUp).toEqual(['storage'])
  await line.channel.poller.stop()
  expect(line.data.raw.prepare('SELECT count(*) FROM dead_updates').pluck().get()).toBe(0)
  full = false
  await line.settle()
  expect(heardBy(line, person)).toEqual(['好'])
})

test('when another process fetches too, it backs off twice, then gives way', async () => {
  const line = await openLine(doorsThat(() => undefined))
  line.bot.webhookUrl = 'https://elsewhere.example/hook'
  line.channel.poller.start()
  await expect.poll(() => line.gaveUp).toEqual(['conflict'])
  await line.channel.poller.stop()
  expect(line.world.journal.calls('getUpdates')).toHaveLength(3)
  expect(line.world.journal.calls('deleteWebhook')).toEqual([])
})

test('a lost connection, a 429 and an error page are waited out, and nothing is lost', async () => {
  const line = await openLine(doorsThat(() => undefined))
  const person = line.world.person({ firstName: '李晓雯' })
  person.opens()
  line.world.faults.next({ method: 'getUpdates' }, { kind: 'lost' })
  line.world.faults.next({ method: 'getUpdates' }, tooMany(5))
  line.world.faults.next({ method: 'getUpdates' }, { kind: 'html', code: 502 })
  line.channel.poller.start()
  await line.channel.poller.caughtUp
  await line.channel.poller.stop()
  await line.settle()
  expect(heardBy(line, person)).toEqual(['好'])
  expect(line.gaveUp).toEqual([])
})
