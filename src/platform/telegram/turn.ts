// One update: noted, identified, handled and committed in one transaction; then answered.

import { html } from '../../kernel/html.ts'
import { privateChat } from '../../kernel/ids.ts'
import type { Who } from '../../kernel/who.ts'
import { enqueue } from '../outbox/outbox.ts'
import type { Store, Work } from '../store/work.ts'
import type { Dispatch } from './dispatch.ts'
import type { ChatMove, Reply } from './door.ts'
import type { Incoming } from './incoming.ts'
import { buryUpdate, firstSight } from './seen.ts'
import type { Speaker } from './speaker.ts'

export type Identify = (w: Work, from: Pick<Who, 'account' | 'displayName' | 'place'>) => Who

export interface TurnParts {
  store: Store
  identify: Identify
  dispatch: Dispatch
  speaker: Speaker
  onMoved(w: Work, move: ChatMove): void
}

export interface Turns {
  /** Handles one update; when it returns, all of it is committed. Throws on a fault. */
  receive(update: Incoming): void
  /** Buries an update that threw and tells whoever acted the fault's number. */
  fail(update: { raw: unknown; id: number; faultId: string }): void
}

/** The way of every update from Telegram to the slices and back. */
export function createTurns(parts: TurnParts): Turns {
  const { store, speaker } = parts
  let current: Incoming | undefined

  function handle(w: Work, update: Incoming): Reply {
    if (!firstSight(w, update.updateId)) return {}
    if (update.act.kind === 'moved') {
      parts.onMoved(w, update.act.move)
      return {}
    }
    const at = update.sentAt && update.sentAt < w.now ? update.sentAt : w.now
    const reply = parts.dispatch({
      w,
      identify: () => parts.identify(w, update),
      at,
      act: update.act,
    })
    sayLater(w, update, reply)
    return reply
  }

  return {
    receive(update) {
      current = update
      const reply = store.work((w) => handle(w, update))
      current = undefined
      if (update.act.kind === 'pressed') {
        const { callback, message } = update.act
        speaker.answer({ callback, chat: update.place.chat, message }, reply)
      }
    },
    fail({ raw, id, faultId }) {
      const text = `出错了，编号 ${faultId}。请再点一次；若仍不行，把编号告诉管理员。`
      const update = current?.updateId === id ? current : undefined
      current = undefined
      store.work((w) => {
        buryUpdate(w, { updateId: id, faultId, raw })
        if (update?.act.kind === 'said' && update.place.kind === 'private') {
          enqueue(w, { chat: update.place.chat, message: { text: html`${text}` }, lane: 'answer' })
        }
      })
      if (update?.act.kind === 'pressed') {
        const { callback, message } = update.act
        speaker.answer({ callback, chat: update.place.chat, message }, { alert: text })
      }
    },
  }
}

function sayLater(w: Work, { account, place }: Incoming, reply: Reply): void {
  for (const message of reply.show ?? []) {
    enqueue(w, { chat: privateChat(account), message, lane: 'answer' })
  }
  const { chat, thread } = place
  for (const message of reply.post ?? []) {
    enqueue(w, { chat, message, lane: 'answer', ...(thread !== undefined && { thread }) })
  }
}
