// The emulator in a child process, seen through its control routes.

import { type Running, run, token, until } from './processes.ts'

export interface Telegram {
  /** For TELEGRAM_API_ROOT. */
  address: string
  /** Makes a person who has pressed Start. */
  person(name: string): Promise<{ id: number; name: string }>
  /** Somebody follows a deep link; it waits for the bot. */
  opens(person: number, payload: string): Promise<void>
  /** How long every call takes from now on. */
  latency(ms: number): Promise<void>
  /** How often a method was called. */
  calls(method: string): Promise<number>
  /** Updates that the bot has not confirmed. */
  pending(): Promise<number>
  /** Takes what waits away. */
  clear(): Promise<void>
  stop(): Promise<void>
}

/** Starts an emulator with one bot and nobody else; it counts calls but keeps none. */
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
      const last = (await updates(address, -1)).at(-1)
      if (last) await updates(address, last.update_id + 1)
    },
    stop: server.stop,
  }
}

/** As the bot would fetch them; a negative offset counts from the end and forgets the rest. */
async function updates(address: string, offset: number): Promise<{ update_id: number }[]> {
  const response = await fetch(`${address}/bot${token}/getUpdates?offset=${offset}`)
  return ((await response.json()) as { result: { update_id: number }[] }).result
}

async function ask<T>(address: string, path: string, body?: object): Promise<T> {
  const init = body && { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`${address}/control/${path}`, init)
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}
