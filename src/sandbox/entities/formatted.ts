// The text of a message as the server keeps it: parsed, trimmed, with what it finds by itself.

import type { MessageEntity } from 'grammy/types'
import { badRequest } from '../refusal.ts'
import { detect, overlap } from './detect.ts'
import { type Formatted, parseHtml } from './html.ts'

/** Inside these nothing more is looked for. */
const closed = new Set<MessageEntity['type']>(['code', 'pre', 'text_link', 'text_mention'])

/** Text with its formatting given as `parse_mode` or as ready entities. */
export function formatted(
  text: string,
  parseMode: string | undefined,
  given: readonly MessageEntity[] = [],
): Formatted {
  const parsed = parseMode ? parsedAs(parseMode, text) : { text, entities: [...given] }
  const { text: bare, entities } = trimmed(parsed)
  const found = detect(bare).filter(
    (one) => !entities.some((other) => closed.has(other.type) && overlap(one, other)),
  )
  const all = [...entities, ...found].sort((a, b) => a.offset - b.offset || b.length - a.length)
  return { text: bare, entities: all }
}

/** Markdown is legal at Telegram; here it is refused, since nothing we test may use it. */
function parsedAs(parseMode: string, text: string): Formatted {
  if (parseMode.toLowerCase() === 'html') return parseHtml(text)
  throw badRequest('unsupported parse_mode')
}

/** Telegram cuts white space off both ends and moves the entities along. */
function trimmed({ text, entities }: Formatted): Formatted {
  const bare = text.trim()
  const cut = text.length - text.trimStart().length
  const moved = entities.flatMap((entity) => {
    const offset = Math.max(0, entity.offset - cut)
    const end = Math.min(bare.length, entity.offset + entity.length - cut)
    return end > offset ? [{ ...entity, offset, length: end - offset }] : []
  })
  return { text: bare, entities: moved }
}
