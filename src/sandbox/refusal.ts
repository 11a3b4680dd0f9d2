// A call Telegram refuses, in Telegram's words.

import type { ResponseParameters } from 'grammy/types'

/** Thrown by a method, answered as `{ ok: false, error_code, description, parameters }`. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: ResponseParameters | undefined

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export function badRequest(why: string, parameters?: ResponseParameters): Refusal {
  return new Refusal(400, `Bad Request: ${why}`, parameters)
}

export function forbidden(why: string): Refusal {
  return new Refusal(403, `Forbidden: ${why}`)
}

export function conflict(why: string): Refusal {
  return new Refusal(409, `Conflict: ${why}`)
}
