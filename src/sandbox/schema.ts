// Checks calls and answers against the Bot API's own description.

import description from './bot-api.json' with { type: 'json' }
import type { MethodName } from './journal.ts'
import { badRequest, type Refusal } from './refusal.ts'

type Fields = Record<string, string>

interface Description {
  methods: Record<string, { parameters: Fields; returns: string }>
  types: Record<string, Fields | string[]>
}

/** Something that does not fit the description; `path` says where. */
export interface Finding {
  path: string
  problem: 'unknown' | 'missing' | 'type'
  expected: string
}

/** Cut from the machine-readable Bot API by scripts/trim-bot-api.ts. */
const { methods, types } = description as unknown as Description

/** What a method answers, as in `Message|Boolean`. */
export function returnsOf(method: MethodName): string {
  return methods[method]?.returns ?? ''
}

/** Reads the parameters of a call: values sent as text get their type, and all is checked. */
export function checkParameters(method: string, raw: Readonly<Record<string, unknown>>) {
  const fields = methods[method]?.parameters ?? {}
  const expected = new Map(Object.entries(fields).map(([key, type]) => [bare(key), type]))
  const params: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (value !== null && value !== undefined) params[name] = typed(value, expected.get(name))
  }
  return { params, findings: inFields(params, fields, '') }
}

/** Everything in `value` that does not fit `expected`. */
export function findingsIn(value: unknown, expected: string, path = ''): Finding[] {
  const readings = expected.split('|').flatMap(alternatives)
  const perReading = readings.map((reading) => inReading(value, reading, path))
  return perReading.reduce((best, next) => (next.length < best.length ? next : best))
}

/** A union stands for its members, and a member may be a union again. */
function alternatives(type: string): string[] {
  const shape = types[type]
  return Array.isArray(shape) ? shape.flatMap(alternatives) : [type]
}

function inReading(value: unknown, type: string, path: string): Finding[] {
  const wrong: Finding[] = [{ path, problem: 'type', expected: type }]
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return wrong
    return value.flatMap((item, at) => findingsIn(item, type.slice(0, -2), `${path}[${at}]`))
  }
  const shape = types[type]
  if (!shape || Array.isArray(shape)) return isScalar(value, type) ? [] : wrong
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong
  return inFields(value as Record<string, unknown>, shape, `${path}.`)
}

function inFields(object: Readonly<Record<string, unknown>>, fields: Fields, path: string) {
  const findings: Finding[] = []
  const known = new Set<string>()
  for (const [key, expected] of Object.entries(fields)) {
    const name = bare(key)
    known.add(name)
    const value = object[name]
    if (value !== undefined) findings.push(...findingsIn(value, expected, path + name))
    else if (name === key) findings.push({ path: path + name, problem: 'missing', expected })
  }
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined || known.has(name)) continue
    findings.push({ path: path + name, problem: 'unknown', expected: 'nothing' })
  }
  return findings
}

function isScalar(value: unknown, type: string): boolean {
  if (type === 'Integer') return Number.isSafeInteger(value)
  if (type === 'Float') return typeof value === 'number'
  return typeof value === type.toLowerCase()
}

/** Queries, forms and uploads carry text only; JSON inside it is read where no text is expected. */
function typed(value: unknown, expected: string | undefined): unknown {
  if (typeof value !== 'string' || !expected || expected.split('|').includes('String')) return value
  try {
    return JSON.parse(expected === 'Boolean' ? value.toLowerCase() : value)
  } catch {
    return value
  }
}

/** What Telegram says when a parameter is missing, where it is not the usual sentence. */
const missingWords: Record<string, string> = {
  callback_query_id: 'query is too old and response timeout expired or query ID is invalid',
  chat_id: 'chat_id is empty',
  document: 'there is no document in the request',
  file_id: 'file_id not specified',
  message_id: 'message identifier is not specified',
  photo: 'there is no photo in the request',
  text: 'message text is empty',
}

/** Unknown parameters pass at Telegram; missing and wrong ones do not. */
export function refusalFor(findings: readonly Finding[]): Refusal | undefined {
  const found = findings.find(({ problem }) => problem !== 'unknown')
  if (!found) return undefined
  const { path, problem, expected } = found
  if (path === 'reply_markup.inline_keyboard') return badRequest('inline keyboard expected')
  const [parameter, field] = [/^\w+/.exec(path)?.[0] ?? '', /\w+$/.exec(path)?.[0] ?? '']
  if (parameter === path) {
    if (problem === 'missing')
      return badRequest(missingWords[path] ?? `parameter "${path}" is required`)
    return badRequest(`parameter "${path}" must be of type ${expected}`)
  }
  const what =
    problem === 'missing'
      ? `Can't find field "${field}"`
      : `Field "${field}" must be of type ${expected}`
  return badRequest(`can't parse ${subjectOf(path, parameter)}: ${what}`)
}

function subjectOf(path: string, parameter: string): string {
  if (path.includes('inline_keyboard[')) return 'inline keyboard button'
  return path.includes('.keyboard[') ? 'keyboard button' : parameter
}

function bare(key: string): string {
  return key.replace(/\?$/, '')
}
