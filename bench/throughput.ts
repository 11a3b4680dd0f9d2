// Updates a second: from the first poll until the last person has the answer.

import { type Running, run, runProgram, token, until } from './processes.ts'
import { buildScene, type Scene } from './scene.ts'

export interface Rates {
  /** Updates handled and confirmed to Telegram, a second. */
  handled: number
  /** Answers on people's screens, a second. */
  answered: number
  /** Resident memory after the load. */
  memoryMb: number
}

/** What is measured, by what starts it. */
const bots = {
  program: ({ telegram, dataDir }: Scene) =>
    runProgram({ DATA_DIR: dataDir, TELEGRAM_API_ROOT: telegram.address }),
  awaiting: (scene: Scene) => bareBot(scene, 'awaits'),
  goingOn: (scene: Scene) => bareBot(scene, 'goes-on'),
}

export type BotName = keyof typeof bots

/** Lets that many check-ins of each of fifty people wait, and starts the bot. */
export async function measureRates(
  bot: BotName,
  { latencyMs, each }: { latencyMs: number; each: number },
): Promise<Rates> {
  const scene = await buildScene(each)
  const { telegram } = scene
  const updates = await scene.checkIns()
  await telegram.latency(latencyMs)
  const running = bots[bot](scene)
  try {
    const rates = await whileItWorks(scene, updates)
    return { ...rates, memoryMb: running.memoryMb() }
  } catch (error) {
    throw new Error(`${bot}: ${running.written().slice(-2_000)}`, { cause: error })
  } finally {
    await running.stop()
    await scene.strike()
  }
}

async function whileItWorks(
  { telegram }: Scene,
  updates: number,
): Promise<Pick<Rates, 'handled' | 'answered'>> {
  const pollsBefore = await telegram.calls('getUpdates')
  await until(async () => (await telegram.calls('getUpdates')) > pollsBefore, 2)
  const began = performance.now()
  const perSecond = () => (updates * 1_000) / (performance.now() - began)
  let handled: number | undefined
  let answered: number | undefined
  await until(async () => {
    if ((await telegram.calls('sendMessage')) >= updates) answered ??= perSecond()
    if ((await telegram.pending()) === 0) handled ??= perSecond()
    return handled !== undefined && answered !== undefined
  })
  return { handled: handled ?? 0, answered: answered ?? 0 }
}

function bareBot({ telegram }: Scene, manner: string): Running {
  const env = { BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.address }
  return run(`node --max-semi-space-size=8 bench/bare-bot.ts ${manner}`, env)
}
