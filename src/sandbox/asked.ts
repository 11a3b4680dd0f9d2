// What a page asks for: read from requests, refused in Chinese.

import type { Context } from 'hono'

type Status = 200 | 400 | 403 | 404 | 409 | 413

/** Why something cannot be done, for whoever looks at the page. */
export class Unable extends Error {
  readonly status: Status

  constructor(message: string, status: Status = 400) {
    super(message)
    this.status = status
  }
}

export type Body = Readonly<Record<string, unknown>>

/** The JSON object of a request; other content types would pass a browser's same-origin check. */
export async function bodyOf({ req }: Context): Promise<Body> {
  const type = req.header('content-type') ?? ''
  const body: unknown = type.startsWith('application/json')
    ? await req.json().catch(() => undefined)
    : undefined
  if (typeof body === 'object' && body !== null) return body as Body
  throw new Unable('没看懂这个请求。')
}

export function numberIn(body: Body, name: string): number {
  const value = body[name]
  if (Number.isSafeInteger(value)) return value as number
  throw new Unable(`请求里缺少 ${name}。`)
}

export function textIn(body: Body, name: string): string {
  const value = body[name]
  if (typeof value === 'string') return value
  throw new Unable(`请求里缺少 ${name}。`)
}

/** A number in the query of the address. */
export function numberAsked({ req }: Context, name: string): number {
  return numberIn({ [name]: Number(req.query(name) ?? Number.NaN) }, name)
}
