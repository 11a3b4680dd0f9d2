// Every answer Telegram is known to give, and what it means.

import { describe, expect, test } from 'vitest'
import type { ChatId } from '../../../src/kernel/ids.ts'
import { retryPauseMs, verdictOn } from '../../../src/platform/outbox/verdict.ts'

const person = 101 as ChatId
const group = -900 as ChatId

function refused(error_code: number, description: string, parameters: object = {}) {
  return Object.assign(new Error(description), { error_code, description, parameters })
}

function lost(code: string, syscall?: string, message = 'request failed') {
  const inner = Object.assign(new Error(message), { code, ...(syscall && { syscall }) })
  return Object.assign(new Error('Network request failed'), { name: 'HttpError', error: inner })
}

describe('a chat that is closed to us', () => {
  test.each([
    [403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'neverStarted'],
    [403, 'Forbidden: user is deactivated', 'deactivated'],
    [400, 'Bad Request: INPUT_USER_DEACTIVATED', 'deactivated'],
    [403, 'Forbidden: bot was kicked from the group chat', 'removed'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'removed'],
    [403, 'Forbidden: bot is not a member of the supergroup chat', 'removed'],
    [403, 'Forbidden: bot is not a member of the channel chat', 'removed'],
    [403, 'Forbidden: the group chat was deleted', 'removed'],
    [400, 'Bad Request: group chat was deactivated', 'removed'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'muted'],
    [400, 'Bad Request: have no rights to send a message', 'muted'],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'muted'],
    [400, 'Bad Request: CHAT_RESTRICTED', 'muted'],
    [400, 'Bad Request: chat not found', 'unknownChat'],
    [400, 'Bad Request: PEER_ID_INVALID', 'unknownChat'],
  ])('%i %s is %s', (code, description, reason) => {
    expect(verdictOn(refused(code, description), person)).toMatchObject({ kind: 'dead', reason })
  })
})

describe('a letter that is refused, while the chat stays open', () => {
  test.each([
    [400, 'Bad Request: message is too long'],
    [400, 'Bad Request: message text is empty'],
    [400, 'Bad Request: BUTTON_DATA_INVALID'],
    [400, 'Bad Request: something nobody has seen before'],
    [403, 'Forbidden: something nobody has seen before'],
    [413, 'Request Entity Too Large'],
  ])('%i %s', (code, description) => {
    const error = `${code} ${description}`
    expect(verdictOn(refused(code, description), person)).toEqual({ kind: 'rejected', error })
  })
})

describe('an edit that has nothing left to do', () => {
  test.each([
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    'Bad Request: message to edit not found',
    "Bad Request: message can't be edited",
    'Bad Request: MESSAGE_ID_INVALID',
  ])('%s', (description) => {
    expect(verdictOn(refused(400, description), group)).toEqual({ kind: 'settled' })
  })
})

describe('a letter that can do with less', () => {
  test.each([
    [`Bad Request: can't parse entities: Unsupported start tag "x" at byte offset 0`, 'markup'],
    ['Bad Request: message thread not found', 'thread'],
    ['Bad Request: TOPIC_CLOSED', 'thread'],
  ])('%s: without its %s', (description, drop) => {
    expect(verdictOn(refused(400, description), group)).toMatchObject({ kind: 'mend', drop })
  })
})

describe('too fast', () => {
  const tooMany = refused(429, 'Too Many Requests: retry after 35', { retry_after: 35 })

  test('in a group, that group waits', () => {
    expect(verdictOn(tooMany, group)).toEqual({ kind: 'wait', seconds: 35, scope: 'chat' })
  })

  test('in a private chat, the whole bulk lane waits', () => {
    expect(verdictOn(tooMany, person)).toEqual({ kind: 'wait', seconds: 35, scope: 'bulk' })
  })

  test('without a number of seconds we wait a little all the same', () => {
    const silent = refused(429, 'Too Many Requests')
    expect(verdictOn(silent, group)).toEqual({ kind: 'wait', seconds: 5, scope: 'chat' })
  })
})

test('a group that became a supergroup has a new number', () => {
  const upgraded = refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    migrate_to_chat_id: -1001,
  })
  expect(verdictOn(upgraded, group)).toEqual({ kind: 'moved', to: -1001 })
})

test.each([
  [401, 'Unauthorized'],
  [404, 'Not Found'],
])('%i %s: the token is not valid any more', (code, description) => {
  expect(verdictOn(refused(code, description), person).kind).toBe('revoked')
})

describe('did it arrive?', () => {
  test.each([
    ['certainly not', 'retry', refused(500, 'Internal Server Error: restart')],
    ['nobody knows', 'uncertain', refused(500, 'Internal Server Error')],
    ['nobody knows', 'uncertain', refused(502, 'Bad Gateway')],
    ['nobody knows', 'uncertain', refused(504, 'Gateway Timeout')],
    ['certainly not', 'retry', lost('ECONNREFUSED', 'connect')],
    ['certainly not', 'retry', lost('ETIMEDOUT', 'connect')],
    ['certainly not', 'retry', lost('ENOTFOUND', 'getaddrinfo')],
    ['certainly not', 'retry', lost('EAI_AGAIN', 'getaddrinfo')],
    ['certainly not', 'retry', lost('CERT_HAS_EXPIRED')],
    [
      'certainly not',
      'retry',
      lost(
        'ECONNRESET',
        undefined,
        'Client network socket disconnected before secure TLS connection was established',
      ),
    ],
    ['nobody knows', 'uncertain', lost('ECONNRESET', 'read')],
    ['nobody knows', 'uncertain', lost('EPIPE', 'write')],
    ['nobody knows', 'uncertain', lost('ETIMEDOUT', 'read')],
    ['nobody knows', 'uncertain', new Error("Request to 'sendMessage' timed out after 30 seconds")],
    ['nobody knows', 'uncertain', 'thrown, but not an error'],
  ])('%s: %s %#', (_what, kind, error) => {
    expect(verdictOn(error, person).kind).toBe(kind)
  })

  test('what is noted of a lost connection is its code, never its text with the token', () => {
    const failed = lost('ECONNRESET', 'read', 'request to /bot123:SECRET/sendMessage failed')
    expect(verdictOn(failed, person)).toEqual({ kind: 'uncertain', error: 'ECONNRESET' })
  })
})

test('the pause grows from two seconds to five minutes', () => {
  const pauses = [1, 2, 3, 8, 9, 50].map((tries) => retryPauseMs(tries) / 1_000)
  expect(pauses).toEqual([2, 4, 8, 256, 300, 300])
})
