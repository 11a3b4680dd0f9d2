// The sizes Telegram holds its bots to, each refused in its own words.

import type { BotCommand } from 'grammy/types'
import type { Formatted } from './entities/html.ts'
import type { Upload } from './multipart.ts'
import { badRequest, Refusal } from './refusal.ts'

const longestText = 4_096
const longestCaption = 1_024
const longestAnswer = 200
const largestDownloadBytes = 20 * 1_024 * 1_024
const largestUploadBytes = 50 * 1_024 * 1_024
const largestPhotoBytes = 10 * 1_024 * 1_024
/** Messages older than this stay (Bot API, deleteMessage). */
export const deletableSeconds = 48 * 3_600
/** How long a press may be answered. Undocumented; clients stop waiting at about this time. */
export const answerableSeconds = 15

export function checkText({ text }: Formatted): void {
  if (text === '') throw badRequest('message text is empty')
  if (text.length > longestText) throw badRequest('message is too long')
}

export function checkCaption({ text }: Formatted): void {
  if (text.length > longestCaption) throw badRequest('message caption is too long')
}

export function checkAnswer(text: string | undefined): void {
  if (text !== undefined && text.length > longestAnswer) throw badRequest('MESSAGE_TOO_LONG')
}

export function checkUpload({ bytes }: Upload, as: 'document' | 'photo'): void {
  if (bytes.length === 0) throw badRequest('file must be non-empty')
  if (bytes.length > largestUploadBytes) throw new Refusal(413, 'Request Entity Too Large')
  if (as === 'photo' && bytes.length > largestPhotoBytes) {
    throw badRequest(`file of size ${bytes.length} bytes is too big for a photo`)
  }
}

export function checkDownload({ bytes }: Upload): void {
  if (bytes.length > largestDownloadBytes) throw badRequest('file is too big')
}

export function checkCommands(commands: readonly BotCommand[]): void {
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    if (description.length < 1 || description.length > 256) {
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
    }
  }
}

/** What may follow `?start=` in a link. */
export function isStartPayload(payload: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(payload)
}
