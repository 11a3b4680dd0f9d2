// Everything that talks to Telegram, wired: client, bot, dispatcher, speaker, poller.

import { Api } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Clock } from '../../kernel/clock.ts'
import { faultFields, type Log } from '../log.ts'
import { refreshPressed } from '../outbox/outbox.ts'
import type { Store, Work } from '../store/work.ts'
import { createBot } from './bot.ts'
import { clientOptions, patience, type Reach } from './client.ts'
import { publishMenu } from './commands.ts'
import { createDispatch } from './dispatch.ts'
import type { ChatMove, Door } from './door.ts'
import { createDownload, type Download } from './download.ts'
import { Poller } from './poller.ts'
import { createTelegram, type Telegram } from './sender.ts'
import { createSpeaker, type Speaker } from './speaker.ts'
import { createTurns, type Identify } from './turn.ts'

export interface ChannelParts {
  token: string
  reach: Reach
  clock: Clock
  log: Log
  store: Store
  doors: readonly Door[]
  identify: Identify
  onMoved(w: Work, move: ChatMove): void
  giveUp(why: 'storage' | 'conflict'): void
}

export interface Channel {
  telegram: Telegram
  poller: Poller
  speaker: Speaker
  download: Download
  /** Asks Telegram who we are, again and again until it answers, then writes the menu. */
  introduce(signal: AbortSignal): Promise<void>
}

/** The one connection to Telegram of this process. */
export function createChannel(parts: ChannelParts): Channel {
  const { token, reach, clock, log, store, doors } = parts
  let turns: ReturnType<typeof createTurns>
  const bot = createBot({
    token,
    client: clientOptions(reach, patience.sendSeconds),
    receive: (update) => turns.receive(update),
  })
  const username = () => (bot.isInited() ? bot.botInfo.username : '')
  const telegram = createTelegram(bot.api, username)
  const speaker = createSpeaker({
    api: bot.api,
    telegram,
    clock,
    username,
    editLater: (press, message) =>
      store.work((w) => refreshPressed(w, press.chat, press.message, message)),
  })
  turns = createTurns({
    store,
    identify: parts.identify,
    dispatch: createDispatch(doors, username),
    speaker,
    onMoved: parts.onMoved,
  })
  const poller = new Poller({
    api: new Api(token, clientOptions(reach, patience.pollSeconds)),
    clock,
    log,
    handle: (update) => bot.handleUpdate(update),
    fail: turns.fail,
    giveUp(why, error) {
      log.error({ why, ...faultFields(error) }, 'polling gave up')
      parts.giveUp(why)
    },
  })
  return {
    telegram,
    poller,
    speaker,
    download: createDownload({ api: bot.api, token, reach }),
    introduce: (signal) => introduce(bot, parts, signal),
  }
}

type Bot = ReturnType<typeof createBot>
const introductionPauseMs = 10_000

async function introduce(bot: Bot, { clock, log, doors }: ChannelParts, signal: AbortSignal) {
  while (!signal.aborted) {
    try {
      bot.botInfo = (await bot.api.getMe()) satisfies UserFromGetMe
      await publishMenu(bot.api, doors)
      return
    } catch (error) {
      log.warn(faultFields(error), 'Telegram does not answer yet')
      await clock.sleep(introductionPauseMs, signal)
    }
  }
}
