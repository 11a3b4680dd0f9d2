// One letter's call to Telegram, and what came of it.

import type { DocumentMessage, RenderedFile } from '../../kernel/message.ts'
import { faultFields, type Log } from '../log.ts'
import type { Address, Telegram } from '../telegram/sender.ts'
import type { Parcel } from './parcel.ts'
import { type Verdict, verdictOn } from './verdict.ts'

/** Renders a document from what is stored now. */
export type Render = (document: DocumentMessage['document']) => Promise<RenderedFile>

/** For tests that end the process at a chosen point: before a call, or before its record. */
export type CrashAt = (point: 'afterClaim' | 'afterSend') => void

export interface DeliverParts {
  telegram: Telegram
  log: Log
  hooks: { render: Render }
  crashAt?: CrashAt
}

/** Sends a parcel; never throws. */
export async function deliver(parcel: Parcel, parts: DeliverParts): Promise<Verdict> {
  const { row } = parcel
  const { payload } = row
  const to = { chat: row.chatId, thread: row.threadId ?? undefined }
  if (payload.method === 'document') return deliverDocument(to, payload.message, parts)
  return ask(to, parts, async ({ telegram }) => {
    if (payload.method === 'send') return telegram.send(to, payload.message)
    // An edit without a target is never claimed.
    const target = parcel.target as number
    await telegram.edit(to.chat, target, payload.message)
    return target
  })
}

async function deliverDocument(
  to: Address,
  { document, caption }: DocumentMessage,
  parts: DeliverParts,
): Promise<Verdict> {
  let file: RenderedFile
  try {
    file = await parts.hooks.render(document)
  } catch (error) {
    parts.log.error({ ...faultFields(error) }, 'a document could not be rendered')
    return { kind: 'rejected', error: 'not rendered' }
  }
  return ask(to, parts, ({ telegram }) => telegram.document(to, caption, file))
}

async function ask(
  { chat }: Address,
  parts: DeliverParts,
  call: (parts: DeliverParts) => Promise<number>,
): Promise<Verdict> {
  let messageId: number
  try {
    messageId = await call(parts)
  } catch (error) {
    return verdictOn(error, chat)
  }
  parts.crashAt?.('afterSend')
  return { kind: 'sent', messageId }
}
