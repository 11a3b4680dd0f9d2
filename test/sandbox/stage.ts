// A small world to test the emulator in: one bot, a few people, a group, a clock moved by hand.

import { Api } from 'grammy'
import { createApi } from '../../src/sandbox/api.ts'
import { asFetch } from '../../src/sandbox/fetch.ts'
import { createWorld } from '../../src/sandbox/world.ts'
import { ManualClock } from '../support/clock.ts'

/** What the server says to a call. */
export interface Reply {
  ok: boolean
  result?: unknown
  error_code?: number
  description?: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

export function stage() {
  const clock = new ManualClock('2026-12-04 18:30')
  const world = createWorld({ clock, bot: { username: 'zhibu_bot', name: '支部小助手' } })
  const handler = createApi(world)
  const fetch = asFetch(handler)
  const 李晓雯 = world.person({ firstName: '晓雯', lastName: '李' })
  const 王建国 = world.person({ firstName: '建国', lastName: '王' })
  const group = world.group({ title: '第一党支部', members: [李晓雯, 王建国] })

  /** Calls a method with JSON and gives the bare answer. */
  async function call(method: string, params: object = {}): Promise<Reply> {
    const response = await fetch(`http://telegram/bot${world.bot.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    })
    return (await response.json()) as Reply
  }

  const api = new Api(world.bot.token, { fetch: fetch as never })
  return { clock, world, handler, fetch, api, call, group, bot: world.bot, 李晓雯, 王建国 }
}

/** Lets what waits for nothing but its turn happen. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

export function buttons(...labels: string[]) {
  return { inline_keyboard: [labels.map((text) => ({ text, callback_data: text }))] }
}
