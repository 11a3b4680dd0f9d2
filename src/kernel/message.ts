// What can be said to a chat, before it is known how Telegram wants it.

import type { Html } from './html.ts'

/** One button under a message. */
export type Button =
  | { label: string; data: string; style?: 'primary' | 'success' | 'danger' }
  /** A deep link to the bot itself; `start` is the payload. */
  | { label: string; start: string }
  | { label: string; url: string }
  /** Copies text on the reader's device (1 to 256 characters). */
  | { label: string; copy: string }

/** A message: text and rows of buttons. */
export interface Message {
  text: Html
  buttons?: readonly (readonly Button[])[]
  /** Arrives without a sound. */
  silent?: boolean
  /**
   * Keys in place of the reader's own keyboard, in private only and not together with `buttons`:
   * one that shares the reader's own contact and one that says `instead`. `removed` takes them away.
   */
  keys?: { contact: string; instead: string } | 'removed'
}

/** A document, rendered when it is sent so that no file lies in the database. */
export interface DocumentMessage {
  /** Which report, and of what: understood by the slice that renders it. */
  document: { report: string; args: Record<string, string | number> }
  caption: Html
}

/** A rendered document. */
export interface RenderedFile {
  /** The name shown to people, already safe for file systems. */
  name: string
  bytes: Uint8Array
}
