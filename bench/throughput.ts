// Updates a second: from the first poll until the last person has the answer.

import { type Running, run, runProgram, token, until } from './processes.ts'
import { buildScene, type Scene } from './scene.ts'

export interface Rates {
  /** Committed and confirmed to Telegram, a second. */
  handled: number
  /** Answered, a second: the receipt is on the screen. */
  answered: number
  /** Resident memory after the load. */
  memoryMb: number
}

/** What is measured, by what starts it. */
export const bots = {
  program: ({ telegram, dataDir }: Scene) =>
    runProgram({ DATA_DIR: dataDir, TELEGRAM_API_ROOT: telegram.address }),
  bareAwaiting: (scene: Scene) => bareBot(scene, 'awaits'),
  bareGoingOn: (scene: Scene) => bareBot(scene, 'goes-on'),
}

/** Lets `sessionCount` times fifty check-ins wait and starts the bot. */
export async function measureRates(
  bot: keyof typeof bots,
  { latencyMs, sessionCount }: { latencyMs: number; sessionCount: number },
): Promise<Rates> {
  const scene = await buildScene(sessionCount)
  const { telegram } = scene
  const updates = await scene.checkIns()
  await telegram.latency(latencyMs)
  const pollsBefore = await telegram.calls('getUpdates')
  const running = bots[bot](scene)
  const rates = await whileItWorks(scene, updates, pollsBefore)
  const memoryMb = running.memoryMb()
  await running.stop()
  await scene.strike()
  return { ...rates, memoryMb }
}

async function whileItWorks({ telegram }: Scene, updates: number, pollsBefore: number) {
  await until(async () => (await telegram.calls('getUpdates')) > pollsBefore || undefined, 2)
  const began = performance.now()
  const since = () => (performance.now() - began) / 1_000
  let handledAfter: number | undefined
  const answeredAfter = await until(async () => {
    if (handledAfter === undefined && (await telegram.pending()) === 0) handledAfter = since()
    return (await telegram.calls('sendMessage')) >= updates ? since() : undefined
  })
  return { handled: updates / (handledAfter ?? answeredAfter), answered: updates / answeredAfter }
}

function bareBot({ telegram }: Scene, manner: string): Running {
  const env = { BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.address }
  return run(`node --max-semi-space-size=8 bench/bare-bot.ts ${manner}`, env)
}
