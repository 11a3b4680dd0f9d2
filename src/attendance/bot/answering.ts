// What doors answer in common: in a line, or in the pressed message.

import { html } from '../../kernel/html.ts'
import type { Message } from '../../kernel/message.ts'
import type { Who } from '../../kernel/who.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Reply } from '../../platform/telegram/door.ts'
import type { Session } from '../../sessions/rules.ts'
import { type Occasion, occasionOf } from '../store/occasion.ts'

export interface Visit {
  w: Work
  who: Who
}

/** A press is answered over the chat and in the pressed message, words in a new one. */
export type Way = 'pressed' | 'said'

interface Refusal {
  reason: string
  session?: Session
}

/** What sentences about a refusal need; undefined when its session is gone. */
export function occasionIn(w: Work, refusal: Refusal): Occasion | undefined {
  return refusal.session && occasionOf(w, refusal.session)
}

export function line(text: string, way: Way): Reply {
  return way === 'pressed' ? { alert: text } : { show: [{ text: html`${text}` }] }
}

export function message(content: Message, way: Way): Reply {
  return way === 'pressed' ? { edit: content } : { show: [content] }
}
