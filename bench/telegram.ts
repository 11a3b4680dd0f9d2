// The emulator in a child process, seen through its control routes.

import { type Running, run, token, until } from './processes.ts'

export interface Telegram {
  /** For TELEGRAM_API_ROOT. */
  address: string
  /** Makes a person who has pressed Start. */
  person(name: string): Promise<{ id: number; name: string }>
  /** Somebody follows a deep link; it waits for the bot. */
  opens(person: number, payload: string): Promise<void>
  /** Forgets nothing of the calls but their contents, which load would pile up. */
  latency(ms: number): Promise<void>
  /** How often a method was called. */
  calls(method: string): Promise<number>
  /** Updates that the bot has not confirmed. */
  pending(): Promise<number>
  /** Takes what waits away. */
  clear(): Promise<void>
  stop(): Promise<void>
}

/** Starts an emulator with one bot and nobody else. */
export async function startTelegram(): Promise<Telegram> {
  const server = run(`node src/sandbox/server.ts --token ${token} --username bench_bot`)
  const address = await until(() => /http:\S+/.exec(server.written())?.[0])
  await ask(address, 'settings', { journalLimit: 0 })
  return telegramAt(address, server)
}

function telegramAt(address: string, server: Running): Telegram {
  return {
    address,
    async person(name) {
      const person = await ask<{ id: number; name: string }>(address, 'people', { firstName: name })
      await ask(address, `people/${person.id}/opens`, {})
      return person
    },
    async opens(person, link) {
      await ask(address, `people/${person}/opens`, { link })
    },
    async latency(latencyMs) {
      await ask(address, 'settings', { latencyMs })
    },
    async calls(method) {
      return (await ask<Record<string, number>>(address, 'counts'))[method] ?? 0
    },
    async pending() {
      return (await ask<{ pending: number }>(address, 'bot')).pending
    },
    async clear() {
      await fetch(`${address}/bot${token}/getUpdates?offset=-1`)
      const { result } = (await (await fetch(`${address}/bot${token}/getUpdates`)).json()) as {
        result: { update_id: number }[]
      }
      const last = result.at(-1)
      if (last) await fetch(`${address}/bot${token}/getUpdates?offset=${last.update_id + 1}`)
    },
    stop: server.stop,
  }
}

async function ask<T>(address: string, path: string, body?: object): Promise<T> {
  const init = body && { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`${address}/control/${path}`, init)
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}
