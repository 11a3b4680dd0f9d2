// The API as a fetch function: grammY's `client.fetch`, without a socket.

import type { Api } from './api.ts'

/** grammY's signals come from the abort-controller package: alike, but not the platform's own. */
interface ForeignSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
}

interface Init {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer> | URLSearchParams | AsyncIterable<Uint8Array> | null
  signal?: ForeignSignal | null
}

/** Takes what node-fetch takes; a body may be a stream of Node's. */
export function asFetch(api: Api): (url: string | URL, init?: Init) => Promise<Response> {
  return async (url, { method = 'GET', headers = {}, body, signal } = {}) => {
    const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')
    const request = new Request(url, {
      method,
      ...(body && { body: isStream(body) ? await collected(body) : body }),
      ...(type && { headers: { 'content-type': type[1] } }),
      ...(signal && { signal: ownSignal(signal) }),
    })
    await nextTurn()
    return api.handle(request)
  }
}

/** No network answers at once; without this a poller over a hand-moved clock would let nobody in. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function isStream(body: NonNullable<Init['body']>): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && Symbol.asyncIterator in body
}

async function collected(stream: AsyncIterable<Uint8Array>): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of stream) chunks.push(new Uint8Array(chunk))
  return new Blob(chunks)
}

function ownSignal(foreign: ForeignSignal): AbortSignal {
  const controller = new AbortController()
  if (foreign.aborted) controller.abort()
  else foreign.addEventListener('abort', () => controller.abort())
  return controller.signal
}
