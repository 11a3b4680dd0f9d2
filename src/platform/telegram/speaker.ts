// Answers a press at once, beside the outbox: losing a toast costs nothing, so nobody waits for it.

import type { Api } from 'grammy'
import type { Clock } from '../../kernel/clock.ts'
import type { ChatId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { Reply } from './door.ts'
import { deepLink, type Telegram } from './sender.ts'

export interface Press {
  callback: string
  chat: ChatId
  message: number
}

export interface Speaker {
  /** Answers a callback query, always, and edits the pressed message if the reply says so. */
  answer(press: Press, reply: Reply): void
  /** Resolves when nothing is on its way any more. */
  idle(): Promise<void>
}

export interface SpeakerParts {
  api: Api
  telegram: Telegram
  clock: Clock
  username: () => string
  /** Takes over an edit that did not get through now. */
  editLater(press: Press, message: Message): void
}

type Call = () => Promise<unknown>

const longestAnswer = 200
const atOnce = 30
const waiting = 1_000
/** A press is forgotten by the client after about 15 seconds. */
const staleAfterMs = 15_000

/** Talks directly, at most 30 calls at a time; toasts that waited too long are dropped. */
export function createSpeaker(parts: SpeakerParts): Speaker {
  const { clock } = parts
  const queue: { call: Call; since: number }[] = []
  const running = new Set<Promise<void>>()

  function pump(): void {
    while (running.size < atOnce) {
      const next = queue.shift()
      if (!next) return
      if (clock.monotonicMs() - next.since > staleAfterMs) continue
      const run = next.call().then(forget, forget)
      running.add(run)
      run.then(() => {
        running.delete(run)
        pump()
      })
    }
  }

  function enqueueCall(call: Call): void {
    if (queue.length >= waiting) queue.shift()
    queue.push({ call, since: clock.monotonicMs() })
    pump()
  }

  return {
    answer(press, reply) {
      enqueueCall(() =>
        parts.api.answerCallbackQuery(press.callback, answerOf(reply, parts.username())),
      )
      const { edit } = reply
      if (edit) enqueueCall(() => editNow(parts, press, edit))
    },
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

async function editNow({ telegram, editLater }: SpeakerParts, press: Press, message: Message) {
  try {
    await telegram.edit(press.chat, press.message, message)
  } catch (error) {
    if (!isRefusal(error)) editLater(press, message)
  }
}

/** 400 and 403 say that this edit can never succeed; anything else may pass later. */
function isRefusal(error: unknown): boolean {
  const code = (error as { error_code?: number }).error_code
  return code === 400 || code === 403
}

function answerOf(reply: Reply, username: string) {
  if (reply.open) return { url: deepLink(username, reply.open) }
  if (reply.alert) return { text: shortened(reply.alert), show_alert: true }
  return reply.toast ? { text: shortened(reply.toast) } : {}
}

/** Longer answers are refused (Bot API, `answerCallbackQuery`): with names in them one may be. */
function shortened(text: string): string {
  if (text.length <= longestAnswer) return text
  return `${text.slice(0, longestAnswer - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** A toast that does not arrive is not worth a second try: the receipt is elsewhere. */
function forget(): undefined {
  return undefined
}
