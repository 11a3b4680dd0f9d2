// The program as main.ts composes it, in a process that the tests can question and kill.

import { createApp } from '../../src/app.ts'
import { loadConfig, readSecretFile } from '../../src/config.ts'
import { createLog } from '../../src/platform/log.ts'
import { openData } from '../../src/platform/store/data.ts'
import { createTraps, watchLetters, watchUpdates } from './crash-points.ts'
import type { Answer, Question } from './program.ts'
import { stageClock } from './stage-clock.ts'

const loaded = loadConfig(process.env, readSecretFile)
if (!loaded.ok || loaded.config.mode !== 'telegram') throw new Error('started without a token')
const { token, apiRoot, proxy, timeZone, host, publicUrl, dataDir } = loaded.config

const clock = stageClock(new Date(Number(process.argv[2])))
const log = createLog({ level: 'info' })
const data = openData({ dir: dataDir, mode: 'telegram', now: clock.now() })
const traps = createTraps()
watchUpdates(data, traps.reach)
const app = createApp({
  token,
  reach: { apiRoot, proxy },
  zone: timeZone,
  web: { host, publicUrl },
  data,
  clock,
  log,
  giveUp: (exitCode) => process.exit(exitCode),
})
watchLetters(app.channel.telegram, traps.reach)

const due = data.raw
  .prepare(
    `SELECT (SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending') AND not_before <= :now)
      + (SELECT count(*) FROM file_reads WHERE next_try_at <= :now)`,
  )
  .pluck()

/** Letters that are to leave and files to be read now, once everything said directly has left. */
async function lettersDue(): Promise<number> {
  await app.channel.speaker.idle()
  return due.get({ now: clock.now().getTime() }) as number
}

async function answer(question: Question): Promise<Answer> {
  switch (question.ask) {
    case 'due':
      return lettersDue()
    case 'nextDue':
      return app
        .nextDueAt({ after: new Date(question.after), until: new Date(question.until) })
        ?.getTime()
    case 'moveClock':
      clock.set(new Date(question.to))
      return undefined
    case 'beat':
      app.ticker.beat()
      app.courier.wake()
      return undefined
    case 'claimCode':
      return app.issueClaimCode()
    case 'trap':
      traps.lay(question.trap)
      return undefined
  }
}

process.on('message', ({ id, question }: { id: number; question: Question }) => {
  answer(question).then(
    (value) => process.send?.({ id, value }),
    (error: Error) => process.send?.({ id, error: error.message }),
  )
})

app.start()
await app.channel.poller.caughtUp
process.send?.({ id: 0 })
