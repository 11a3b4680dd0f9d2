// The telegram room by itself: doors of the test's own behind the real channel and the emulator.

import { expect, onTestFinished } from 'vitest'
import type { Who } from '../../../src/kernel/who.ts'
import { createLog } from '../../../src/platform/log.ts'
import { type CourierHooks, createCourier } from '../../../src/platform/outbox/courier.ts'
import { createStore, type Store } from '../../../src/platform/store/work.ts'
import { createChannel } from '../../../src/platform/telegram/channel.ts'
import type { ChatMove, Door } from '../../../src/platform/telegram/door.ts'
import { createApi } from '../../../src/sandbox/api.ts'
import { asFetch } from '../../../src/sandbox/fetch.ts'
import type { Person } from '../../../src/sandbox/person.ts'
import { createWorld } from '../../../src/sandbox/world.ts'
import { ManualClock } from '../../support/clock.ts'
import { openTestDatabase } from '../../support/database.ts'

const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'

const hooks: CourierHooks = {
  render: () => expect.fail('no documents here'),
  onMoved: () => undefined,
  onDead: () => undefined,
  onUncertain: () => undefined,
  onLost: () => expect.fail('a letter was lost'),
}

/** A started line; `settle` lets everything that waits happen. */
export async function openLine(doors: readonly Door[]) {
  const clock = new ManualClock('2026-11-25 10:00')
  const world = createWorld({ clock, bot: { token, username: 'line_bot', name: '线' } })
  const data = openTestDatabase()
  const logged: string[] = []
  const moves: ChatMove[] = []
  const gaveUp: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line) => logged.push(line) } })
  const store: Store = createStore({
    database: data.database,
    clock,
    committed: () => courier.wake(),
  })
  const channel = createChannel({
    token,
    reach: { apiRoot: 'http://emulator.invalid', fetch: asFetch(createApi(world)) },
    clock,
    log,
    store,
    doors,
    identify: (_w, from): Who => ({ ...from, memberOf: [], permissions: new Map() }),
    onMoved: (_w, move) => moves.push(move),
    giveUp: (why) => gaveUp.push(why),
  })
  const courier = createCourier({
    store,
    clock,
    log,
    telegram: channel.telegram,
    hooks,
  })
  await channel.introduce(new AbortController().signal)
  const settle = async () => {
    while ((await channel.poller.pollOnce()) > 0) await channel.speaker.idle()
    await channel.speaker.idle()
    await courier.drain()
  }
  onTestFinished(() => expect(world.violations).toEqual([]))
  return { world, bot: world.bot, clock, channel, store, data, logged, moves, gaveUp, settle }
}

export type Line = Awaited<ReturnType<typeof openLine>>

/** What the bot said to somebody in private. */
export function heardBy(line: Line, person: Person) {
  return person
    .sees(line.bot)
    .filter(({ from }) => from.isBot)
    .map(({ text }) => text)
}
