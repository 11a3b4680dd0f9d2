// The log: JSON lines on stderr that cannot hold a token, a message's text, a name or a phone.

import { randomInt } from 'node:crypto'
import { pino } from 'pino'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Flat fields of numbers, booleans and short words; `message` is a constant of the program. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

interface LogOptions {
  level: LogLevel
  /** Where the lines go; stderr if left out, because stdout belongs to the contract. */
  destination?: { write(line: string): void }
}

/**
 * A log that lets only flat fields through: an Error becomes its `faultFields`, any other object
 * `[omitted]`, and what could be somebody's words is taken out of strings.
 */
export function createLog({ level, destination = pino.destination(2) }: LogOptions): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  const lines = pino(options, destination)
  const write = (at: LogLevel) => (fields: object, message: string) =>
    lines[at](flat(fields), message)
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

function flat(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, allowed(value)]))
}

function allowed(value: unknown): unknown {
  if (typeof value === 'string') return withoutSecrets(value)
  if (value instanceof Error) return faultFields(value)
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' && value !== null ? '[omitted]' : value
}

/** What may be known of a fault outside the process. */
interface FaultFields {
  name: string
  message: string
  code?: string
  /** Telegram's `error_code`. */
  errorCode?: number
  /** The Bot API method that failed. */
  method?: string
  /** The name of the innermost error. */
  cause?: string
  /** Where it was thrown: file:line:column, innermost first. */
  at?: string
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const frame = /^ {4}at .*?((?:src|test|node_modules)\/[\w./@+-]+:\d+:\d+|node:[\w/]+:\d+:\d+)\)?$/
const frameCount = 5
const longestText = 500

/** Four characters to read out on the telephone, e.g. `K7F3`. */
export function faultId(): string {
  return Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/**
 * The fields of a fault that may be logged. Takes by name and leaves the rest: grammY's errors
 * carry the token (in the URL of the inner error), the payload and the whole update.
 */
export function faultFields(thrown: unknown): FaultFields {
  const chain = chainOf(thrown)
  // grammY's BotError only wraps what the handler threw.
  const named = chain.find((error) => error.name !== 'BotError')
  const innermost = chain.at(-1)
  if (named === undefined || innermost === undefined) {
    return { name: 'NotAnError', message: `a ${typeof thrown} was thrown` }
  }
  return {
    name: withoutSecrets(named.name),
    message: withoutSecrets(named.message),
    ...present({
      code: word(first(chain, 'code')),
      errorCode: wholeNumber(first(chain, 'error_code')),
      method: word(first(chain, 'method')),
      cause: innermost === named ? undefined : withoutSecrets(innermost.name),
      at: framesOf(innermost),
    }),
  }
}

/**
 * `text` without bot tokens, quoted pieces, phone numbers and anything not ASCII: an error's
 * message may quote what somebody wrote, and nearly all of that is Chinese.
 */
function withoutSecrets(text: string): string {
  const safe = text
    .replace(/\bbot\d+(?::|%3A)[^/\s]+/gi, 'bot<token>')
    .replace(/\d{6,}(?::|%3A)[\w-]{30,}/gi, '<token>')
    .replace(/"[^"]*"?/g, '"…"')
    .replace(/(?<!\w)'(?!\w+')[^']*'/g, "'…'")
    .replace(/\d{11,}/g, '#')
    .replace(/[^\x20-\x7e]+/g, '…')
  return safe.length > longestText ? `${safe.slice(0, longestText)}…` : safe
}

/** The error and what it wraps (`error` in grammY, `cause` elsewhere), outermost first. */
function chainOf(thrown: unknown): readonly Error[] {
  const chain: Error[] = []
  let next = thrown
  while (next instanceof Error && chain.length < 8) {
    chain.push(next)
    next = field(next, 'error') ?? next.cause
  }
  return chain
}

function field(error: Error, key: string): unknown {
  return (error as unknown as Record<string, unknown>)[key]
}

function first(chain: readonly Error[], key: string): unknown {
  return chain.map((error) => field(error, key)).find((value) => value !== undefined)
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' && /^\w{1,60}$/.test(value) ? value : undefined
}

function wholeNumber(value: unknown): number | undefined {
  return Number.isInteger(value) ? (value as number) : undefined
}

function framesOf(error: Error): string | undefined {
  const stack = error.stack ?? ''
  const frames = stack
    .slice(stack.indexOf(error.message) + error.message.length)
    .split('\n')
    .map((line) => frame.exec(line)?.[1])
    .filter((at) => at !== undefined)
  return frames.slice(0, frameCount).join(' < ') || undefined
}

function present<Fields extends object>(fields: Fields) {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Key in keyof Fields]?: NonNullable<Fields[Key]> }
}
