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
import { releaseStartMemory } from './platform/memory.ts'
import { StartRefusal } from './platform/start-refusal.ts'
import { openData } from './platform/store/data.ts'
import { listen } from './platform/web/server.ts'

/** Long enough for sends on their way, short enough for a container's patience. */
const stopWithinMs = 20_000

/** Telegram's bot or the sandbox: prepared, not yet at work. */
interface Program {
  web: Parameters<typeof listen>[0]
  start(): Promise<void> | void
  stop(): Promise<void>
}

async function run(config: Config): Promise<void> {
  const log = createLog({ level: config.logLevel })
  const program =
    config.mode === 'sandbox' ? await sandboxOf(config, log) : telegramBot(config, log)
  const web = await listen(program.web, config)
  try {
    await program.start()
    log.info({ address: web.address, mode: config.mode }, 'started')
    releaseStartMemory()
    // The one line other programs wait for: then it can be played.
    if (config.mode === 'sandbox') process.stdout.write(`sandbox: ${web.address}\n`)
    await stopSignal(log)
    await program.stop()
  } finally {
    await web.close()
  }
  log.info({}, 'stopped')
}

function telegramBot(config: TelegramConfig, log: Log): Program {
  const data = openData({ dir: config.dataDir, mode: config.mode, now: systemClock.now() })
  const app = createApp({ ...partsFrom(config), data, clock: systemClock, log, giveUp: leave })
  return {
    web: app.web,
    start: app.start,
    async stop() {
      await app.stop(stopWithinMs)
      data.close()
    },
  }
}

async function sandboxOf(
  { dataDir, timeZone, host, publicUrl }: Config,
  log: Log,
): Promise<Program> {
  const { createSandbox } = await import('./sandbox/main.ts')
  process.stderr.write(`${noToken}\n`)
  return createSandbox({
    openData: () => openData({ dir: dataDir, mode: 'sandbox', now: systemClock.now() }),
    log,
    zone: timeZone,
    web: { host, publicUrl },
    giveUp: leave,
  })
}

function partsFrom({ token, apiRoot, proxy, timeZone, host, publicUrl }: TelegramConfig) {
  return { token, reach: { apiRoot, proxy }, zone: timeZone, web: { host, publicUrl } }
}

const noToken =
  '没有设置 BOT_TOKEN，打开的是演示：人和群都是假的，重新启动就从头开始。要连接 Telegram，请找 @BotFather 新建机器人，把得到的令牌写进环境变量 BOT_TOKEN，再启动一次。'

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
