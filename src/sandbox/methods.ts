// The methods of the Bot API that are emulated; any other is 404, as a misspelt one is at Telegram.

import type { MethodName } from './journal.ts'
import { answerCallbackQuery } from './methods/answer-callback-query.ts'
import { deleteMessage } from './methods/delete-message.ts'
import { deleteWebhook } from './methods/delete-webhook.ts'
import { editMessageReplyMarkup } from './methods/edit-message-reply-markup.ts'
import { editMessageText } from './methods/edit-message-text.ts'
import { getChat } from './methods/get-chat.ts'
import { getChatMember } from './methods/get-chat-member.ts'
import { getFile } from './methods/get-file.ts'
import { getMe } from './methods/get-me.ts'
import { getUpdates } from './methods/get-updates.ts'
import { getWebhookInfo } from './methods/get-webhook-info.ts'
import { leaveChat } from './methods/leave-chat.ts'
import type { Call, Implementation } from './methods/method.ts'
import { pinChatMessage } from './methods/pin-chat-message.ts'
import { sendDocument } from './methods/send-document.ts'
import { sendMessage } from './methods/send-message.ts'
import { sendPhoto } from './methods/send-photo.ts'
import { setMessageReaction } from './methods/set-message-reaction.ts'
import { setMyCommands } from './methods/set-my-commands.ts'
import { unpinChatMessage } from './methods/unpin-chat-message.ts'

const methods = {
  answerCallbackQuery,
  deleteMessage,
  deleteWebhook,
  editMessageReplyMarkup,
  editMessageText,
  getChat,
  getChatMember,
  getFile,
  getMe,
  getUpdates,
  getWebhookInfo,
  leaveChat,
  pinChatMessage,
  sendDocument,
  sendMessage,
  sendPhoto,
  setMessageReaction,
  setMyCommands,
  unpinChatMessage,
} satisfies { [Name in MethodName]?: Implementation<Name> }

/** A method found, ready to be given checked parameters. */
export interface Found {
  name: MethodName
  run(call: Call, params: Record<string, unknown>): unknown
}

const byLowerCase = new Map(
  Object.entries(methods).map(([name, run]) => [name.toLowerCase(), { name, run } as Found]),
)

/** Finds a method; upper and lower case are the same to Telegram. */
export function findMethod(name: string): Found | undefined {
  return byLowerCase.get(name.toLowerCase())
}
