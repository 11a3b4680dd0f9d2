// Reads a call to the Bot API, however it was sent: query, JSON, form or upload.

import { readMultipart, type Upload } from './multipart.ts'
import { badRequest } from './refusal.ts'

export interface ApiRequest {
  token: string
  method: string
  raw: Record<string, unknown>
  uploads: Map<string, Upload>
}

/** `/bot<token>/<method>`, or nothing when the address is another one. */
export async function readRequest(request: Request): Promise<ApiRequest | undefined> {
  const { pathname, searchParams } = new URL(request.url)
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(pathname) ?? []
  if (token === undefined || method === undefined) return undefined
  const { fields, uploads } = await readBody(request)
  const raw = { ...Object.fromEntries(searchParams), ...fields }
  return { token, method, raw: withFiles(raw, uploads), uploads }
}

interface Body {
  fields: Record<string, unknown>
  uploads: Map<string, Upload>
}

async function readBody(request: Request): Promise<Body> {
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('multipart/form-data')) {
    const { fields, files } = readMultipart(new Uint8Array(await request.arrayBuffer()), type)
    return { fields, uploads: files }
  }
  const text = await request.text()
  const fields = type.startsWith('application/json')
    ? parsedJson(text)
    : Object.fromEntries(new URLSearchParams(text))
  return { fields, uploads: new Map() }
}

function parsedJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text || '{}')
  } catch {
    throw badRequest("can't parse JSON object")
  }
}

/** A file may be sent under its parameter's own name, without a reference. */
function withFiles(raw: Record<string, unknown>, uploads: ReadonlyMap<string, Upload>) {
  const referred = uploads.size > 0 ? JSON.stringify(raw) : ''
  const direct = [...uploads.keys()].filter((name) => !referred.includes(`attach://${name}`))
  return { ...raw, ...Object.fromEntries(direct.map((name) => [name, `attach://${name}`])) }
}
