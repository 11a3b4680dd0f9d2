// What the log must never hold, tried with grammY's own errors.

import { readFileSync } from 'node:fs'
import { Api, Bot, BotError, type Context, GrammyError, HttpError } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { expect, test } from 'vitest'
import { createLog, faultFields, faultId, type LogLevel } from '../../src/platform/log.ts'

const canaries = {
  token: '987654321:CANARY-canary_canary-canary_canary12',
  text: '今晚的学习我去不了，孩子发烧',
  latinText: 'canary words in a message',
  name: '阿卜杜拉·买买提',
  phone: '13912345678',
}

/** The lines a log writes, as text. */
function written(write: (log: ReturnType<typeof createLog>) => void, level: LogLevel = 'debug') {
  const lines: string[] = []
  write(createLog({ level, destination: { write: (line) => lines.push(line) } }))
  return lines.join('')
}

/** The log of one error, as fields and as a field. */
function logged(error: unknown): string {
  return written((log) => {
    log.error({ fault: 'K7F3', ...faultFields(error) }, 'a turn failed')
    log.warn({ error }, 'a turn failed')
  })
}

async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => expect.fail('nothing was thrown'),
    (error) => error,
  )
}

const payload = { chat_id: 42, text: canaries.text, name: canaries.name, phone: canaries.phone }

function refusal(description: string) {
  const answer = { ok: false as const, error_code: 400, description }
  return new GrammyError("Call to 'sendMessage' failed!", answer, 'sendMessage', payload)
}

function expectNoCanary(text: string) {
  for (const canary of Object.values(canaries)) expect(text).not.toContain(canary)
  expect(text).not.toContain('CANARY')
}

test.for([
  ['says too much', { sensitiveLogs: true }],
  ['is as usual', {}],
] as const)('a call that finds nobody leaves no token, when grammY %s', async ([, options]) => {
  const api = new Api(canaries.token, { apiRoot: 'http://127.0.0.1:9', ...options })
  const error = await thrownBy(() => api.sendMessage(42, canaries.text))
  expect(error).toBeInstanceOf(HttpError)
  expect(String((error as HttpError).error)).toContain(canaries.token)
  expectNoCanary(logged(error))
  expect(faultFields(error)).toMatchObject({
    name: 'HttpError',
    message: expect.stringContaining("Network request for 'sendMessage' failed!"),
    code: 'ECONNREFUSED',
    cause: 'FetchError',
  })
})

test('what Telegram refused is known by method and code, without what was sent', () => {
  const error = refusal(
    `Bad Request: can't parse entities: Unsupported tag "${canaries.latinText}"`,
  )
  expectNoCanary(logged(error))
  expect(faultFields(error)).toMatchObject({
    name: 'GrammyError',
    errorCode: 400,
    method: 'sendMessage',
    message: expect.stringContaining("can't parse entities"),
    at: expect.stringContaining('test/platform/log.test.ts'),
  })
})

test('what a handler threw is unwrapped, without the update it came with', async () => {
  const me = { id: 1, is_bot: true, first_name: 'b', username: 'b_bot' } as UserFromGetMe
  const bot = new Bot(canaries.token, { botInfo: me })
  bot.on('message', () => {
    throw refusal('Bad Request: chat not found')
  })
  const from = { id: 5, is_bot: false, first_name: canaries.name }
  const chat = { id: 5, type: 'private' as const, first_name: canaries.name }
  const message = { message_id: 1, date: 0, chat, from, text: canaries.text }
  const error = await thrownBy(() => bot.handleUpdate({ update_id: 1, message }))
  expect(error).toBeInstanceOf(BotError)
  expect((error as BotError<Context>).ctx.message?.text).toBe(canaries.text)
  expectNoCanary(logged(error))
  expect(faultFields(error)).toMatchObject({ name: 'GrammyError', errorCode: 400 })
})

test.for([
  ['a quoted text', () => JSON.parse(`"${canaries.latinText}`)],
  ['a quoted Chinese text', () => JSON.parse(canaries.text)],
  ['an argument', () => new TextDecoder(canaries.latinText)],
  ['a received value', () => readFileSync('/', { encoding: canaries.latinText as 'utf8' })],
  ['a value in single quotes', () => expect.fail(`got '${canaries.latinText}', can't go on`)],
  ['a name', () => expect.fail(`no such person: ${canaries.name}`)],
  ['a phone', () => expect.fail(`no such person: ${canaries.phone}`)],
  ['a token in a URL', () => expect.fail(`GET https://t.example/bot${canaries.token}/getMe`)],
  ['an escaped token', () => expect.fail(`bot${encodeURIComponent(canaries.token)}/getMe`)],
  ['a token of another shape in a URL', () => expect.fail('GET /bot42:CANARY/test/getMe')],
  ['a text made to look like a stack', () => expect.fail('"x\n    at src/CANARY.ts:1:1\n"')],
] as const)('%s in an error does not get into the log', ([, fail]) => {
  const error = (() => {
    try {
      return fail()
    } catch (thrown) {
      return thrown
    }
  })()
  expect(error).toBeInstanceOf(Error)
  expectNoCanary(logged(error))
})

test('something thrown that is no error is only called so', () => {
  expect(faultFields(canaries.text)).toEqual({
    name: 'NotAnError',
    message: 'a string was thrown',
  })
  expectNoCanary(logged({ text: canaries.text }))
})

test('objects are left out, whatever they hold; numbers and short words pass', () => {
  const text = written((log) =>
    log.info(
      { update: 7, ok: true, payload, list: [canaries.text], key: 'remind:session:42:24h' },
      'handled',
    ),
  )
  expectNoCanary(text)
  expect(JSON.parse(text)).toMatchObject({
    update: 7,
    ok: true,
    payload: '[omitted]',
    list: '[omitted]',
    key: 'remind:session:42:24h',
    msg: 'handled',
  })
})

test('a name or a text in a field is blotted out', () => {
  const { token, text, name, phone } = canaries
  expectNoCanary(written((log) => log.info({ token, text, name, phone }, 'handled')))
})

test('a line holds level, time and message, and nothing about the machine', () => {
  const line = JSON.parse(written((log) => log.info({}, 'ready')))
  expect(line).toEqual({ level: 30, time: expect.stringMatching(/^\d{4}-.*Z$/), msg: 'ready' })
})

test('less important lines than asked for are not written', () => {
  expect(written((log) => log.info({}, 'ready'), 'warn')).toBe('')
})

test('a fault number can be read out on the telephone', () => {
  for (let i = 0; i < 1_000; i++) expect(faultId()).toMatch(/^[A-HJ-NP-Z2-9]{4}$/)
})
