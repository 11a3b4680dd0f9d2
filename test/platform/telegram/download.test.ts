// Files fetched over real sockets: bounded, from one address only, and without a trace of the token.

import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { Api } from 'grammy'
import { describe, expect, onTestFinished, test } from 'vitest'
import { faultFields } from '../../../src/platform/log.ts'
import { clientOptions, type Reach } from '../../../src/platform/telegram/client.ts'
import { createDownload } from '../../../src/platform/telegram/download.ts'

const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const mostBytes = 1_000
const never = new AbortController().signal

/** A Bot API with one file; gives its address. */
async function botApi(file: object, give: http.RequestListener): Promise<string> {
  return listen(
    http.createServer((request, response) => {
      if (request.url === `/bot${token}/getFile`) {
        response.end(JSON.stringify({ ok: true, result: { file_id: 'f', ...file } }))
      } else give(request, response)
    }),
  )
}

async function listen(server: http.Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function fetchFrom(reach: Reach, signal = never) {
  const api = new Api(token, clientOptions(reach, 5))
  return createDownload({ api, token, reach })('f', { mostBytes, signal })
}

test('a file is fetched from where the Bot API keeps it', async () => {
  const asked: (string | undefined)[] = []
  const apiRoot = await botApi({ file_path: 'documents/名单 1.csv' }, ({ url }, response) => {
    asked.push(url)
    response.end('姓名')
  })
  expect(String(await fetchFrom({ apiRoot }))).toBe('姓名')
  expect(asked).toEqual([`/file/bot${token}/documents/%E5%90%8D%E5%8D%95%201.csv`])
})

describe('too big', () => {
  test('by what Telegram says: then it is not fetched at all', async () => {
    const apiRoot = await botApi({ file_path: 'a', file_size: 1_001 }, () => expect.fail())
    expect(await fetchFrom({ apiRoot })).toBe('tooBig')
  })

  test('by what arrives, whatever was said', async () => {
    let closed = Promise.resolve<unknown>(undefined)
    const apiRoot = await botApi({ file_path: 'a', file_size: 10 }, (_request, response) => {
      closed = once(response, 'close')
      response.write(Buffer.alloc(2_000))
    })
    expect(await fetchFrom({ apiRoot })).toBe('tooBig')
    await closed
  })

  test('by Telegram’s own limit', async () => {
    const refusal = { ok: false, error_code: 400, description: 'Bad Request: file is too big' }
    const apiRoot = await listen(
      http.createServer((_request, response) => response.end(JSON.stringify(refusal))),
    )
    expect(await fetchFrom({ apiRoot })).toBe('tooBig')
  })
})

describe('not now', () => {
  test.for([
    ['an error page', 502],
    ['a way to somewhere else', 302],
  ])('%s', async ([, status]) => {
    const apiRoot = await botApi({ file_path: 'a' }, (_request, response) => {
      response.writeHead(Number(status), { location: 'http://127.0.0.1:9/' }).end('no')
    })
    await expect(fetchFrom({ apiRoot })).rejects.toThrow(`answered with ${status}`)
  })

  test('a connection that breaks', async () => {
    const apiRoot = await botApi({ file_path: 'a' }, (_request, response) => {
      response.writeHead(200, { 'content-length': '500' }).write('姓')
      response.destroy()
    })
    await expect(fetchFrom({ apiRoot })).rejects.toThrow()
  })

  test('whoever stops does not wait, and no log line would hold the token', async () => {
    const stopping = new AbortController()
    const apiRoot = await botApi({ file_path: 'a' }, () => stopping.abort())
    const error = await fetchFrom({ apiRoot }, stopping.signal).catch((thrown: unknown) => thrown)
    expect(JSON.stringify(faultFields(error))).not.toContain('AAHdq')
    expect(faultFields(error).name).toBe('AbortError')
  })
})

test('where a proxy is set, the file comes through it', async () => {
  const apiRoot = await botApi({ file_path: 'a' }, (_request, response) => response.end('姓名'))
  const asked: (string | undefined)[] = []
  const server = http.createServer()
  server.on('connect', ({ url }, client: net.Socket) => {
    asked.push(url)
    const { hostname, port } = new URL(`http://${url}`)
    const there = net.connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      client.pipe(there).pipe(client)
    })
    there.on('error', () => client.destroy())
    client.on('error', () => there.destroy())
  })
  const proxy = await listen(server)
  expect(String(await fetchFrom({ apiRoot, proxy }))).toBe('姓名')
  expect(asked).toEqual([new URL(apiRoot).host, new URL(apiRoot).host])
})
