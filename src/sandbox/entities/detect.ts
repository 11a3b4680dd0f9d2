// What Telegram finds in any text by itself: commands, mentions, hashtags, addresses, phone numbers.

import type { MessageEntity } from 'grammy/types'

type FoundType = 'bot_command' | 'mention' | 'hashtag' | 'url' | 'email' | 'phone_number'

/** In order of precedence: what is found first keeps its place. Patterns follow TDLib's matchers. */
const patterns: readonly (readonly [FoundType, RegExp])[] = [
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/giu],
  [
    'url',
    /(?:https?|tg):\/\/[^\s<>"'，。；！？、）》」]+|(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:com|org|net|me|cn|dev|app|io)\b(?:\/[^\s<>"'，。；！？、）》」]*)?/giu,
  ],
  [
    'bot_command',
    /(?<![\p{L}\p{N}_/<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/<>@])/gu,
  ],
  ['mention', /(?<![\p{L}\p{N}_])@[a-zA-Z][a-zA-Z0-9_]{2,31}(?![\p{L}\p{N}_])/gu],
  ['hashtag', /(?<![\p{L}\p{N}_])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
  ['phone_number', /(?<![\p{L}\p{N}])\+\d[\d -]{6,17}\d(?!\d)/gu],
]

/** Entities of plain text. */
export function detect(text: string): MessageEntity[] {
  const found: MessageEntity[] = []
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length }
      if (!found.some((other) => overlap(other, entity))) found.push(entity)
    }
  }
  return found.sort((a, b) => a.offset - b.offset)
}

export function overlap(
  a: { offset: number; length: number },
  b: { offset: number; length: number },
): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}
