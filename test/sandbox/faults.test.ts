// What goes wrong on request goes wrong the way networks and Telegram do it.

import { expect, test } from 'vitest'
import { ConnectionLost } from '../../src/sandbox/api.ts'
import { tooMany } from '../../src/sandbox/faults.ts'
import { stage, turn } from './stage.ts'

function started() {
  const on = stage()
  on.李晓雯.opens()
  on.王建国.opens()
  const send = (text: string, to = on.李晓雯) => on.call('sendMessage', { chat_id: to.id, text })
  const heard = (from = on.李晓雯) =>
    from
      .sees(on.bot)
      .slice(1)
      .map(({ text }) => text)
  return { ...on, send, heard }
}

test('a refusal strikes once, and only the calls it is meant for', async () => {
  const { world, call, send, heard, 王建国 } = started()
  world.faults.next({ method: 'sendMessage', chat: 王建国.id }, tooMany(7))
  expect((await send('一')).ok).toBe(true)
  expect((await call('getMe')).ok).toBe(true)
  expect(await send('一', 王建国)).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  })
  expect((await send('二', 王建国)).ok).toBe(true)
  expect(heard(王建国)).toEqual(['二'])
  expect(world.journal.calls('sendMessage').map(({ outcome }) => outcome.ok)).toEqual([
    true,
    false,
    true,
  ])
})

test('a share strikes evenly until it is cleared', async () => {
  const { world, send } = started()
  world.faults.next(
    { share: 0.25 },
    { kind: 'refuse', code: 500, description: 'Internal Server Error' },
  )
  const oks = []
  for (let at = 0; at < 8; at += 1) oks.push((await send('x')).ok)
  expect(oks).toEqual([true, true, true, false, true, true, true, false])
  world.faults.clear()
  expect((await send('x')).ok).toBe(true)
})

test('an error page is no JSON', async () => {
  const { world, fetch, bot } = started()
  world.faults.next({}, { kind: 'html', code: 502 })
  const response = await fetch(`http://telegram/bot${bot.token}/getMe`)
  expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html'])
  expect(await response.text()).toContain('<html>')
})

test('429 says in a header too when to come back', async () => {
  const { world, fetch, bot } = started()
  world.faults.next({}, tooMany(7))
  const response = await fetch(`http://telegram/bot${bot.token}/getMe`)
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
})

test('a line lost before delivery delivers nothing, one reset after it delivers', async () => {
  const { world, send, heard } = started()
  world.faults.next({ method: 'sendMessage' }, { kind: 'lost' })
  world.faults.next({ method: 'sendMessage' }, { kind: 'reset' })
  await expect(send('一')).rejects.toThrow(ConnectionLost)
  expect(heard()).toEqual([])
  await expect(send('二')).rejects.toThrow(ConnectionLost)
  expect(heard()).toEqual(['二'])
  expect(world.journal.calls('sendMessage').map(({ outcome }) => outcome)).toMatchObject([
    { lost: true },
    { ok: true, unanswered: true },
  ])
})

test('a call that hangs is done, and ends when the caller gives up', async () => {
  const { world, fetch, bot, heard, 李晓雯 } = started()
  world.faults.next({ method: 'sendMessage' }, { kind: 'hang' })
  const giveUp = new AbortController()
  const address = `http://telegram/bot${bot.token}/sendMessage?chat_id=${李晓雯.id}&text=x`
  let ended = false
  const hanging = fetch(address, { signal: giveUp.signal }).finally(() => {
    ended = true
  })
  await turn()
  expect([ended, heard()]).toEqual([false, ['x']])
  giveUp.abort()
  await expect(hanging).rejects.toThrow(ConnectionLost)
})

test('a confirmed batch may come again', async () => {
  const { world, api } = started()
  const batch = await api.getUpdates()
  const offset = (batch.at(-1)?.update_id ?? 0) + 1
  expect(await api.getUpdates({ offset })).toEqual([])
  world.faults.next({ method: 'getUpdates' }, { kind: 'repeat' })
  expect(await api.getUpdates({ offset })).toEqual(batch)
  expect(await api.getUpdates({ offset })).toEqual([])
})

test('latency is waited for by the clock', async () => {
  const { world, clock, send } = started()
  world.faults.latencyMs = 50
  world.faults.next({ times: 2 }, { kind: 'slow', ms: 1_000 })
  const before = clock.monotonicMs()
  for (const text of ['一', '二', '三']) await send(text)
  expect(clock.monotonicMs() - before).toBe(2_150)
})

test('Telegram’s rates: one a second to a person, twenty a minute to a group', async () => {
  const { world, clock, call, send, group, bot, 李晓雯 } = started()
  group.adds(bot, 李晓雯)
  world.faults.enforceRates = true
  const wait = (ms: number) => clock.set(new Date(clock.now().getTime() + ms))
  expect((await send('一')).ok).toBe(true)
  expect((await send('二')).parameters).toEqual({ retry_after: 1 })
  wait(1_000)
  expect((await send('二')).ok).toBe(true)
  const post = async (at: number) => {
    const [method, what] =
      at % 2 ? (['sendMessage', 'text'] as const) : (['sendDocument', 'document'] as const)
    return (await call(method, { chat_id: group.id, [what]: 'x' })).parameters
  }
  for (let at = 0; at < 20; at += 1) {
    wait(1_000)
    expect(await post(at)).toBeUndefined()
  }
  wait(1_000)
  expect(await post(20)).toEqual({ retry_after: 40 })
  wait(40_000)
  expect(await post(20)).toBeUndefined()
})

test('Telegram’s rates: thirty a second to all', async () => {
  const { world, call } = started()
  world.faults.enforceRates = true
  const people = Array.from({ length: 31 }, (_, at) => world.person({ firstName: `党员${at}` }))
  const oks = []
  for (const person of people) {
    person.opens()
    oks.push((await call('sendMessage', { chat_id: person.id, text: 'x' })).ok)
  }
  expect(oks).toEqual([...Array(30).fill(true), false])
})
