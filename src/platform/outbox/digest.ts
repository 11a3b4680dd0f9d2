// Tells whether two contents look the same in a chat.

import { createHash } from 'node:crypto'
import type { Message } from '../../kernel/message.ts'

/** A short fingerprint of what a reader sees of a message. */
export function digestOf({ text, buttons = [] }: Message): string {
  return createHash('sha256')
    .update(JSON.stringify([text.html, buttons]))
    .digest('base64url')
}
