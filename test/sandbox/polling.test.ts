// Updates wait until they are confirmed or too old, and one poller at a time gets them.

import { expect, test } from 'vitest'
import { systemClock } from '../../src/kernel/clock.ts'
import { createApi } from '../../src/sandbox/api.ts'
import { createWorld } from '../../src/sandbox/world.ts'
import { buttons, stage, turn } from './stage.ts'

const day = 86_400_000

test('an update comes again until a larger offset confirms it, at most a hundred at once', async () => {
  const { api, bot, 李晓雯 } = stage()
  李晓雯.opens()
  for (let at = 1; at < 150; at += 1) 李晓雯.says(bot, `第${at}条`)
  const first = await api.getUpdates()
  expect(first).toHaveLength(100)
  expect(await api.getUpdates({ limit: 2 })).toEqual(first.slice(0, 2))
  const next = await api.getUpdates({ offset: (first.at(-1)?.update_id ?? 0) + 1 })
  expect(next).toHaveLength(50)
  expect(next[0]?.update_id).toBe((first.at(-1)?.update_id ?? 0) + 1)
  expect(await api.getUpdates({ offset: -1 })).toEqual(next.slice(-1))
  expect((await api.getWebhookInfo()).pending_update_count).toBe(1)
  await api.deleteWebhook({ drop_pending_updates: true })
  expect(await api.getUpdates()).toEqual([])
})

test('a press is kept for 150 seconds, a message for a day', async () => {
  const { api, clock, bot, 李晓雯 } = stage()
  李晓雯.opens()
  await api.sendMessage(李晓雯.id, '签到？', { reply_markup: buttons('签到') })
  const card = 李晓雯.sees(bot).at(-1)
  if (card) 李晓雯.presses(card, '签到')
  const start = clock.now().getTime()
  const waitingAfter = (ms: number) => {
    clock.set(new Date(start + ms))
    return api.getUpdates()
  }
  expect(await waitingAfter(149_000)).toHaveLength(2)
  expect(await waitingAfter(150_000)).toHaveLength(1)
  expect(await waitingAfter(day - 1)).toHaveLength(1)
  expect(await waitingAfter(day)).toEqual([])
})

test('only the kinds asked for are put in line, from then on', async () => {
  const { api, group, bot, 李晓雯 } = stage()
  李晓雯.opens()
  expect(await api.getUpdates({ allowed_updates: ['callback_query'] })).toHaveLength(1)
  李晓雯.says(bot, '在吗')
  group.adds(bot, 李晓雯)
  expect(await api.getUpdates()).toHaveLength(1)
  await api.getUpdates({ allowed_updates: [] })
  李晓雯.says(bot, '在吗')
  expect(await api.getUpdates()).toHaveLength(2)
})

/** A world that really waits. */
function waitingStage() {
  const world = createWorld({ clock: systemClock })
  const { handle } = createApi(world)
  const poll = async (signal?: AbortSignal) => {
    const address = `http://telegram/bot${world.bot.token}/getUpdates?timeout=50`
    const response = await handle(new Request(address, { ...(signal && { signal }) }))
    return (await response.json()) as { ok: boolean; description?: string; result?: unknown[] }
  }
  return { world, poll, person: world.person({ firstName: '李' }) }
}

test('a long poll ends as soon as something comes', async () => {
  const { poll, person } = waitingStage()
  const polling = poll()
  await turn()
  person.opens()
  expect((await polling).result).toHaveLength(1)
})

test('a second poller ends the first one', async () => {
  const { poll, person } = waitingStage()
  const first = poll()
  await turn()
  const second = poll()
  expect(await first).toEqual({
    ok: false,
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  })
  person.opens()
  expect((await second).result).toHaveLength(1)
})

test('a poller that hangs up takes nothing with it', async () => {
  const { poll, person } = waitingStage()
  const hangUp = new AbortController()
  const polling = poll(hangUp.signal)
  await turn()
  hangUp.abort()
  expect((await polling).result).toEqual([])
  person.opens()
  expect((await poll()).result).toHaveLength(1)
})

test('with a webhook set there is no polling', async () => {
  const { call, bot } = stage()
  bot.webhookUrl = 'https://example.org/hook'
  expect(await call('getUpdates')).toMatchObject({
    error_code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  })
})

test('a clock moved by hand never keeps a poller waiting', async () => {
  const { api } = stage()
  expect(await api.getUpdates({ timeout: 25 })).toEqual([])
})
