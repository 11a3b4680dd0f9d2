// What an answer of Telegram, or its absence, means for the letter that was sent.

import type { ChatId } from '../../kernel/ids.ts'

/** Why nobody can be reached in a chat. */
export type DeadReason =
  | 'blocked'
  | 'neverStarted'
  | 'deactivated'
  | 'removed'
  | 'muted'
  | 'unknownChat'

export type Verdict =
  | { kind: 'sent'; messageId: number }
  /** Nothing was left to do: the edited message is gone or already so. */
  | { kind: 'settled' }
  /** 429; `bulk`: all of the bulk lane rests, not only this chat. */
  | { kind: 'wait'; seconds: number; scope: 'chat' | 'bulk' }
  /** Certainly not delivered; worth another try. */
  | { kind: 'retry'; error: string }
  /** Perhaps delivered. */
  | { kind: 'uncertain'; error: string }
  | { kind: 'moved'; to: ChatId }
  /** Refused for a part it can do without. */
  | { kind: 'mend'; drop: 'markup' | 'thread'; error: string }
  /** The chat takes nothing from us. */
  | { kind: 'dead'; reason: DeadReason; error: string }
  /** This one letter is refused, for a fault of ours. */
  | { kind: 'rejected'; error: string }
  /** The token is no longer valid: nothing can be sent. */
  | { kind: 'revoked'; error: string }

/** A refusal as the Bot API words it; grammY's GrammyError has this shape. */
interface Refusal {
  error_code: number
  description: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

/** Texts of the Bot API server and its library, as met in the wild (reliability 1.5, 2.3). */
const deadWords: readonly [RegExp, DeadReason][] = [
  [/bot was blocked by the user/i, 'blocked'],
  [/bot can't initiate conversation with a user/i, 'neverStarted'],
  [/user is deactivated|USER_IS_BLOCKED|INPUT_USER_DEACTIVATED/i, 'deactivated'],
  [/bot was kicked from the|bot is not a member of the|chat was deleted/i, 'removed'],
  [/chat was deactivated|CHANNEL_PRIVATE/i, 'removed'],
  [/not enough rights to send|have no rights to send|CHAT_WRITE_FORBIDDEN/i, 'muted'],
  [/CHAT_RESTRICTED|need administrator rights/i, 'muted'],
  [/chat not found|PEER_ID_INVALID/i, 'unknownChat'],
]
const settledWords =
  /message is not modified|message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i
const markupWords = /can't parse (?:entities|message caption|message text)/i
const threadWords = /message thread not found|TOPIC_(?:CLOSED|DELETED)/i

/** Codes of failures that happen before a request can have been written. */
const unwrittenCodes =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|CERT_\w+|ERR_TLS_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|UND_ERR_CONNECT_TIMEOUT)$/
const unwrittenWords = /before secure TLS connection was established/

const secondsIfUnsaid = 5
const longestPauseMs = 300_000

/** What became of a letter to `chat` whose sending threw `error`. */
export function verdictOn(error: unknown, chat: ChatId): Verdict {
  return isRefusal(error) ? onRefusal(error, chat) : onSilence(error)
}

/** Why a chat is dead according to one of Telegram's descriptions, if it is. */
export function deadReason(description: string): DeadReason | undefined {
  return deadWords.find(([words]) => words.test(description))?.[1]
}

/** The pause before another try, in milliseconds: 2, 4, 8 … 300 s after `tries` failures. */
export function retryPauseMs(tries: number): number {
  return Math.min(longestPauseMs, 1_000 * 2 ** tries)
}

function onRefusal(refusal: Refusal, chat: ChatId): Verdict {
  const { error_code: code, description, parameters } = refusal
  const error = `${code} ${description}`
  if (code === 429) {
    const seconds = parameters?.retry_after ?? secondsIfUnsaid
    // A group has a limit of its own; from a private chat it is all of us who are too fast.
    return { kind: 'wait', seconds, scope: chat < 0 ? 'chat' : 'bulk' }
  }
  if (code === 401 || code === 404) return { kind: 'revoked', error }
  if (code === 400 || code === 403) return onBadRequest(refusal, error)
  if (code < 500) return { kind: 'rejected', error }
  // A server that restarts has not taken the request; otherwise nobody knows.
  return { kind: /restart/i.test(description) ? 'retry' : 'uncertain', error }
}

function onBadRequest({ description, parameters }: Refusal, error: string): Verdict {
  const to = parameters?.migrate_to_chat_id
  if (to !== undefined) return { kind: 'moved', to: to as ChatId }
  if (settledWords.test(description)) return { kind: 'settled' }
  if (markupWords.test(description)) return { kind: 'mend', drop: 'markup', error }
  if (threadWords.test(description)) return { kind: 'mend', drop: 'thread', error }
  const reason = deadReason(description)
  return reason ? { kind: 'dead', reason, error } : { kind: 'rejected', error }
}

/** No answer at all. Messages are not kept: the URL in them holds the token. */
function onSilence(thrown: unknown): Verdict {
  const chain = chainOf(thrown)
  const failure = chain.find(({ code }) => code !== undefined) ?? chain.at(-1)
  const error = failure?.code ?? failure?.name ?? 'unknown'
  const connecting = failure?.syscall === 'connect'
  const unwritten =
    connecting ||
    unwrittenCodes.test(failure?.code ?? '') ||
    chain.some(({ message }) => unwrittenWords.test(message))
  return { kind: unwritten ? 'retry' : 'uncertain', error }
}

interface Failure {
  name: string
  message: string
  code?: string
  syscall?: string
}

/** The error and what it wraps: `error` in grammY, `cause` elsewhere. */
function chainOf(thrown: unknown): Failure[] {
  const chain: Failure[] = []
  let next = thrown
  while (next instanceof Error && chain.length < 8) {
    chain.push(next)
    next = (next as { error?: unknown }).error ?? next.cause
  }
  return chain
}

function isRefusal(error: unknown): error is Refusal {
  return typeof (error as Refusal | undefined)?.error_code === 'number'
}
