// Starts the program: settings, data, bot and web server; stops in order on SIGTERM and SIGINT.

import { createApp } from './app.ts'
import {
  type Config,
  describeProblems,
  loadConfig,
  readSecretFile,
  type TelegramConfig,
} from './config.ts'
import { systemClock } from './kernel/clock.ts'
import { createLog, faultFields, type Log } from './platform/log.ts'
import { StartRefusal } from './platform/start-refusal.ts'
import { openData } from './platform/store/data.ts'
import { listen } from './platform/web/server.ts'

/** Long enough for sends on their way, short enough for a container's patience. */
const stopWithinMs = 20_000

async function run(config: Config): Promise<void> {
  if (config.mode === 'sandbox') throw new StartRefusal(noToken)
  const log = createLog({ level: config.logLevel })
  const data = openData({ dir: config.dataDir, mode: config.mode, now: systemClock.now() })
  const app = createApp({ ...partsFrom(config), data, clock: systemClock, log, giveUp: leave })
  const web = await listen(app.web, config)
  app.start()
  log.info({ address: web.address, mode: config.mode }, 'started')
  await stopSignal(log)
  await app.stop(stopWithinMs)
  await web.close()
  data.close()
  log.info({}, 'stopped')
}

function partsFrom({ token, apiRoot, proxy, timeZone, host, publicUrl }: TelegramConfig) {
  return { token, reach: { apiRoot, proxy }, zone: timeZone, web: { host, publicUrl } }
}

const noToken =
  '还没有设置 BOT_TOKEN。请在 Telegram 里找 @BotFather 新建机器人，把得到的令牌写进环境变量 BOT_TOKEN，再启动一次。'

/** Leaves at once; what was committed is safe, the rest comes again from Telegram. */
function leave(exitCode: number): void {
  process.exit(exitCode)
}

function stopSignal(log: Log): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        log.info({ signal }, 'stopping')
        resolve()
      })
    }
  })
}

function refuse(sentence: string, exitCode: number): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = exitCode
}

const settings = loadConfig(process.env, readSecretFile)
if (settings.ok) {
  run(settings.config).catch((error: unknown) => {
    if (error instanceof StartRefusal) return refuse(error.message, error.exitCode)
    createLog({ level: 'error' }).error(faultFields(error), 'could not start')
    process.exitCode = 1
  })
} else {
  refuse(describeProblems(settings.problems), 1)
}
