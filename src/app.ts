// The composition root: every part is made once here, wired, started and stopped in order.

import { repostCards } from './attendance/actions/card.ts'
import { hearDead, tellLost, tellUncertain } from './desk/actions.ts'
import { features } from './features.ts'
import type { Clock } from './kernel/clock.ts'
import { useHolidayYears } from './kernel/rest-days.ts'
import { repostClaimCard } from './members/actions/claim-card.ts'
import { identify } from './members/identify.ts'
import { orphanedBranches } from './members/store/offices.ts'
import { issueClaimCode, moveChat } from './organisation/actions.ts'
import { importedHolidays } from './organisation/store/holidays.ts'
import { createRenderer } from './platform/documents/render.ts'
import type { Jobs } from './platform/feature.ts'
import { createFileReader, type FileReader } from './platform/files/reader.ts'
import { housekeeping } from './platform/housekeeping.ts'
import type { Log } from './platform/log.ts'
import { outboxCounts } from './platform/outbox/counts.ts'
import { type Courier, type CourierHooks, createCourier } from './platform/outbox/courier.ts'
import { rekeyChat } from './platform/outbox/rekey.ts'
import type { OpenData } from './platform/store/data.ts'
import { probeWrite } from './platform/store/database.ts'
import { createStore, type Store, type Work } from './platform/store/work.ts'
import { type Channel, createChannel } from './platform/telegram/channel.ts'
import type { Reach } from './platform/telegram/client.ts'
import type { ChatMove } from './platform/telegram/door.ts'
import { nextDueAt, type Stretch } from './platform/ticker/ahead.ts'
import { createTicker, type Ticker, type TickerParts } from './platform/ticker/ticker.ts'
import type { Health } from './platform/web/health.ts'
import { createWeb, type WebParts } from './platform/web/server.ts'
import { opensAt } from './sessions/rules.ts'
import { sessionsInStates } from './sessions/store/all-branches.ts'

export interface AppParts {
  token: string
  reach: Reach
  data: Pick<OpenData, 'database' | 'raw'>
  clock: Clock
  log: Log
  /** The zone of the installation, for what belongs to no branch. */
  zone: string
  web: Pick<WebParts, 'host' | 'publicUrl' | 'routes'>
  /** Leaves the process: 1 the database failed, 76 another process uses the token. */
  giveUp(exitCode: number): void
}

export interface App {
  store: Store
  channel: Channel
  courier: Courier
  files: FileReader
  ticker: Ticker
  web: ReturnType<typeof createWeb>
  start(): void
  stop(graceMs: number): Promise<void>
  /** When something is due next, for who moves the clock by hand. */
  nextDueAt(stretch: Stretch): Date | undefined
  /** When the next announced session lets people check in. */
  nextOpeningAt(): Date | undefined
  /** A code that opens one branch; readable only here. */
  issueClaimCode(): string
}

/** The whole program but its process: main, the sandbox and the stories start it each their way. */
export function createApp(parts: AppParts): App {
  const { clock, log } = parts
  const store = storeOver(parts, () => {
    courier.wake()
    files.wake()
  })
  const channel = createChannel({
    ...parts,
    store,
    identify,
    doors: features.flatMap((feature) => feature.doors ?? []),
    onMoved: followChat,
    giveUp: (why) => parts.giveUp(why === 'conflict' ? 76 : 1),
  })
  const common = { store, clock, log }
  const courier: Courier = createCourier({
    ...common,
    telegram: channel.telegram,
    hooks: courierHooks(store),
  })
  const files: FileReader = createFileReader({
    ...common,
    download: channel.download,
    reads: Object.assign({}, ...features.map(({ reads }) => reads ?? {})),
  })
  const beats: TickerParts = {
    ...common,
    jobs: [
      ...features.flatMap(({ jobs }) => jobs ?? []),
      orphanWatch(log),
      housekeeping(parts.zone),
    ],
    hooks: { onGaveUp: (_w, key) => log.error({ key }, 'a due thing was given up') },
  }
  const ticker = createTicker(beats)
  const web = createWeb({ ...parts.web, log, health: healthOf(parts, store, channel) })
  const app = { store, channel, courier, files, ticker, web }
  return {
    ...app,
    ...lifetime(app, clock),
    nextDueAt: (stretch) => nextDueAt(beats, stretch),
    nextOpeningAt: () => store.look(nextOpeningAt),
    issueClaimCode: () => store.work(issueClaimCode),
  }
}

/** The store over the data; the holidays in it are known from the first update on. */
function storeOver({ data, clock }: AppParts, committed: () => void): Store {
  const store = createStore({ database: data.database, clock, committed })
  store.look((w) => useHolidayYears(importedHolidays(w)))
  return store
}

type Running = Pick<App, 'channel' | 'courier' | 'files' | 'ticker'>

/** After this long the clock's work begins, even if Telegram does not answer. */
const patienceAtStartMs = 10_000

function lifetime(
  { channel, courier, files, ticker }: Running,
  clock: Clock,
): Pick<App, 'start' | 'stop'> {
  const stopping = new AbortController()

  async function begin(): Promise<void> {
    courier.recover()
    courier.start()
    files.start()
    const heard = channel.introduce(stopping.signal).then(() => {
      if (!stopping.signal.aborted) channel.poller.start()
    })
    const caughtUp = heard.then(() => channel.poller.caughtUp)
    await Promise.race([caughtUp, clock.sleep(patienceAtStartMs, stopping.signal)])
    if (stopping.signal.aborted) return
    ticker.beat()
    ticker.start()
  }

  return {
    start: () => void begin(),
    async stop(graceMs) {
      stopping.abort()
      ticker.stop()
      await channel.poller.stop()
      const spoken = new AbortController()
      await Promise.race([channel.speaker.idle(), clock.sleep(graceMs, spoken.signal)])
      // A sleep that nobody waits for keeps the process from ending.
      spoken.abort()
      await files.stop(graceMs)
      await courier.stop(graceMs)
    },
  }
}

/** The operator learns once of each branch that nobody leads: only a claim code helps it. */
function orphanWatch(log: Log): Jobs {
  return (w) =>
    orphanedBranches(w).map(({ branch, last, since }) => ({
      key: `orphan-logged:${branch}@${last}`,
      at: since,
      run: () => log.warn({ branch }, 'a branch has no secretary'),
    }))
}

function nextOpeningAt(w: Work): Date | undefined {
  const ahead = sessionsInStates(w, ['published']).map(opensAt)
  return ahead
    .filter((at) => at > w.now)
    .toSorted((one, other) => one.getTime() - other.getTime())[0]
}

function courierHooks(store: Store): CourierHooks {
  const reports = Object.assign({}, ...features.map((feature) => feature.reports ?? {}))
  return {
    render: createRenderer(store, reports),
    onMoved: followChat,
    onDead: hearDead,
    onUncertain: tellUncertain,
    onLost: tellLost,
  }
}

/** A group became a supergroup: the branch, what waits for it and its cards follow. */
function followChat(w: Work, move: ChatMove): void {
  rekeyChat(w, move)
  const branch = moveChat(w, move)
  if (branch === undefined) return
  repostCards(w, branch)
  repostClaimCard(w, branch)
}

function healthOf(parts: AppParts, store: Store, channel: Channel): Health {
  return {
    probe: () => probeWrite(parts.data.raw),
    pollAgeSeconds() {
      const { lastPollAt } = channel.poller
      return lastPollAt && (parts.clock.now().getTime() - lastPollAt.getTime()) / 1_000
    },
    counts: () =>
      store.look((w) => ({ ...outboxCounts(w), orphaned_branches: orphanedBranches(w).length })),
  }
}
