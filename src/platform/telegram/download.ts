// Fetches a file that somebody sent, from the Bot API's own address and from nowhere else.

import http from 'node:http'
import https from 'node:https'
import type { Api } from 'grammy'
import { agentOf, type Reach } from './client.ts'

/** The bytes of a file by Telegram's id for it, or that they are too many; anything else is thrown. */
export type Download = (
  fileId: string,
  limits: { mostBytes: number; signal: AbortSignal },
) => Promise<Uint8Array | 'tooBig'>

export interface DownloadParts {
  api: Api
  token: string
  reach: Reach
}

/** An answer as it arrives. */
interface Incoming {
  status: number
  body: AsyncIterable<Uint8Array>
}

const patienceMs = 30_000
/** Telegram's own limit for bots is larger than ours (Bot API, getFile). */
const tooBigWords = /file is too big/i

/** Downloads through the same proxy as every call, at most 30 seconds long. */
export function createDownload({ api, token, reach }: DownloadParts): Download {
  return async (fileId, { mostBytes, signal }) => {
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])
    const path = await pathOf(api, fileId, { mostBytes, signal: inTime })
    if (path === 'tooBig') return path
    const url = `${reach.apiRoot}/file/bot${token}/${path}`
    const { status, body } = await open(url, reach, inTime)
    const bytes = await collected(body, mostBytes)
    if (status !== 200) throw new Error(`the download was answered with ${status}`)
    return bytes
  }
}

async function pathOf(api: Api, fileId: string, { mostBytes, signal }: Parameters<Download>[1]) {
  try {
    const file = await api.getFile(fileId, signal as unknown as Parameters<Api['getFile']>[1])
    if ((file.file_size ?? 0) > mostBytes) return 'tooBig'
    if (file.file_path === undefined) throw new Error('getFile gave no path')
    return file.file_path.split('/').map(encodeURIComponent).join('/')
  } catch (error) {
    if (tooBigWords.test((error as { description?: string }).description ?? '')) return 'tooBig'
    throw error
  }
}

/** What it claims about its size is not believed. */
async function collected(
  body: AsyncIterable<Uint8Array>,
  mostBytes: number,
): Promise<Uint8Array | 'tooBig'> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > mostBytes) return 'tooBig'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function open(url: string, reach: Reach, signal: AbortSignal): Promise<Incoming> {
  return reach.fetch ? openWith(reach.fetch, url, signal) : openBySocket(url, reach, signal)
}

/** The emulator in this very process. */
async function openWith(
  fetch: NonNullable<Reach['fetch']>,
  url: string,
  signal: AbortSignal,
): Promise<Incoming> {
  const options = { signal } as Parameters<typeof fetch>[1]
  const { status, body } = await fetch(url, options)
  return { status, body: body as AsyncIterable<Uint8Array> }
}

/** Node's own client follows no redirects, and takes the proxy as an agent. */
function openBySocket(url: string, { proxy }: Reach, signal: AbortSignal): Promise<Incoming> {
  const { get } = url.startsWith('https:') ? https : http
  const options = { signal, ...(proxy && { agent: agentOf(proxy) }) }
  return new Promise((resolve, reject) => {
    get(url, options, (body) => resolve({ status: body.statusCode ?? 0, body })).once(
      'error',
      reject,
    )
  })
}
