// The Bot API over the world: one call in, one answer out, with whatever faults were asked for.

import { type Fault, isInterrupting } from './faults.ts'
import type { CallOutcome } from './journal.ts'
import { type Found, findMethod } from './methods.ts'
import { Refusal } from './refusal.ts'
import { type ApiRequest, readRequest } from './request.ts'
import { checkParameters, refusalFor } from './schema.ts'
import type { Bot, State } from './state.ts'
import type { World } from './world.ts'

export interface Api {
  /** Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`; rejects when the connection is lost. */
  handle(request: Request): Promise<Response>
}

/** What a caller sees when the line goes dead. */
export class ConnectionLost extends Error {
  readonly code = 'ECONNRESET'
}

interface Prepared {
  state: State
  bot: Bot
  method: Found
  params: Record<string, unknown>
  refusal: Refusal | undefined
  uploads: ApiRequest['uploads']
  signal: AbortSignal
}

export function createApi({ state }: World): Api {
  return {
    async handle(request) {
      const file = fileAt(state, new URL(request.url).pathname)
      if (file) return file
      try {
        return await answer(state, request)
      } catch (error) {
        if (error instanceof Refusal) return refused(error)
        throw error
      }
    },
  }
}

async function answer(state: State, request: Request): Promise<Response> {
  const call = prepare(state, await readRequest(request), request.signal)
  const { faults, clock } = state
  if (faults.latencyMs > 0) await clock.sleep(faults.latencyMs, request.signal)
  const fault = faults.strike(call.method.name, chatIn(call.params))
  if (fault?.kind === 'slow') await clock.sleep(fault.ms, request.signal)
  if (fault?.kind === 'repeat') call.bot.updates.repeat()
  const outcome = prevented(fault) ?? (await perform(call))
  note(call, outcome, fault)
  if (fault?.kind === 'html') return errorPage(fault.code)
  if (fault?.kind === 'hang') await hangUp(request.signal)
  if (isInterrupting(fault)) throw new ConnectionLost('socket hang up')
  return respond(outcome)
}

function prepare(state: State, request: ApiRequest | undefined, signal: AbortSignal): Prepared {
  const bot = state.bots.find(({ token }) => token === request?.token)
  const method = request && findMethod(request.method)
  if (!request) throw new Refusal(404, 'Not Found')
  if (!bot) throw new Refusal(401, 'Unauthorized')
  if (!method) {
    state.violations.push({ method: request.method, what: 'not emulated' })
    throw new Refusal(404, 'Not Found')
  }
  const { params, findings } = checkParameters(method.name, request.raw)
  for (const { path, problem, expected } of findings) {
    state.violations.push({
      method: method.name,
      what: `${path}: ${problem}, expected ${expected}`,
    })
  }
  const { uploads } = request
  return { state, bot, method, params, refusal: refusalFor(findings), uploads, signal }
}

async function perform({
  state,
  method,
  params,
  refusal,
  ...rest
}: Prepared): Promise<CallOutcome> {
  try {
    if (refusal) throw refusal
    return { ok: true, result: await method.run({ state, ...rest }, params) }
  } catch (error) {
    if (error instanceof Refusal) return outcomeOf(error)
    // A bug of the emulator must not pass for a lost connection.
    state.violations.push({ method: method.name, what: `the emulator failed: ${error}` })
    throw error
  }
}

/** What takes the method's place. */
function prevented(fault: Fault | undefined): CallOutcome | undefined {
  if (fault?.kind === 'refuse') {
    const { code, description, parameters } = fault
    return { ok: false, code, description, ...(parameters && { parameters }) }
  }
  if (fault?.kind === 'html') return { ok: false, code: fault.code, description: 'an error page' }
  return fault?.kind === 'lost' ? { ok: false, lost: true } : undefined
}

function note(
  { state, bot, method, params, uploads }: Prepared,
  outcome: CallOutcome,
  fault?: Fault,
) {
  const shown = Object.entries(params).map(([name, value]) => [name, described(value, uploads)])
  const unanswered = fault?.kind === 'reset' || fault?.kind === 'hang'
  const entry = {
    at: state.clock.now(),
    bot: bot.id,
    method: method.name,
    params: Object.fromEntries(shown),
    outcome: outcome.ok && unanswered ? { ...outcome, unanswered } : outcome,
  } as const
  state.journal.add(entry)
  state.emit({ kind: 'called', entry })
}

function described(value: unknown, uploads: ApiRequest['uploads']): unknown {
  const upload = typeof value === 'string' && uploads.get(value.replace('attach://', ''))
  return upload ? { name: upload.name, bytes: upload.bytes.length } : value
}

function respond(outcome: CallOutcome): Response {
  if (outcome.ok) return Response.json({ ok: true, result: outcome.result })
  if ('lost' in outcome) throw new ConnectionLost('socket hang up')
  const { code, description, parameters } = outcome
  return refused(new Refusal(code, description, parameters))
}

function refused({ code, message, parameters }: Refusal): Response {
  const seconds = parameters?.retry_after
  return Response.json(
    { ok: false, error_code: code, description: message, ...(parameters && { parameters }) },
    { status: code, ...(seconds !== undefined && { headers: { 'retry-after': `${seconds}` } }) },
  )
}

function outcomeOf({ code, message, parameters }: Refusal): CallOutcome {
  return { ok: false, code, description: message, ...(parameters && { parameters }) }
}

function errorPage(status: number): Response {
  const body = `<html><head><title>${status} Bad Gateway</title></head><body>nginx</body></html>`
  return new Response(body, { status, headers: { 'content-type': 'text/html' } })
}

function hangUp(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

function chatIn({ chat_id }: Record<string, unknown>): number | undefined {
  return chat_id === undefined ? undefined : Number(chat_id)
}

function fileAt(state: State, path: string): Response | undefined {
  const [, token, filePath] = /^\/file\/bot([^/]+)\/(.+)$/.exec(path) ?? []
  if (filePath === undefined) return undefined
  if (!state.bots.some((bot) => bot.token === token))
    return refused(new Refusal(401, 'Unauthorized'))
  const file = state.files.byPath(filePath)
  if (!file) return refused(new Refusal(404, 'Not Found'))
  return new Response(file.bytes, { headers: { 'content-type': file.mime } })
}
