// grammY's own uploads and signals are understood, byte for byte.

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { Bot, GrammyError, HttpError, InputFile } from 'grammy'
import { expect, test } from 'vitest'
import { checkUpload } from '../../src/sandbox/limits.ts'
import { readMultipart } from '../../src/sandbox/multipart.ts'
import { Refusal } from '../../src/sandbox/refusal.ts'
import { stage, turn } from './stage.ts'

test('a document keeps its Chinese name and its bytes', async () => {
  const { api, world, bot, 李晓雯 } = stage()
  李晓雯.opens()
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 256)
  const upload = new InputFile(bytes, '2026年12月台账.xlsx')
  await api.sendDocument(李晓雯.id, upload, { caption: '<b>台账</b>', parse_mode: 'HTML' })
  const seen = 李晓雯.sees(bot).at(-1)
  expect([seen?.file?.name, seen?.text]).toEqual(['2026年12月台账.xlsx', '台账'])
  expect(hash(seen?.file?.bytes)).toBe(hash(bytes))
  expect(world.journal.calls('sendDocument')[0]?.params).toMatchObject({
    document: { name: '2026年12月台账.xlsx', bytes: 300_000 },
  })
  await api.sendDocument(李晓雯.id, seen?.file?.id ?? '')
  expect(李晓雯.sees(bot).at(-1)?.file?.id).toBe(seen?.file?.id)
  expect(world.violations).toEqual([])
})

test('uploads and captions have their limits', async () => {
  const { api, bot, 李晓雯 } = stage()
  李晓雯.opens()
  const send = (bytes: Uint8Array, caption = '') =>
    api.sendDocument(李晓雯.id, new InputFile(bytes, 'x.txt'), { caption })
  await expect(send(new Uint8Array(0))).rejects.toThrow('file must be non-empty')
  await expect(send(new Uint8Array([1]), 'x'.repeat(1_025))).rejects.toThrow(
    'message caption is too long',
  )
  const huge = { name: 'x.zip', bytes: new Uint8Array(50 * 2 ** 20 + 1) }
  expect(() => checkUpload(huge, 'document')).toThrow(new Refusal(413, 'Request Entity Too Large'))
  const { file } = 李晓雯.sendsDocument(bot, huge)
  await expect(api.getFile(file?.id ?? '')).rejects.toThrow('file is too big')
  await expect(api.sendDocument(李晓雯.id, 'unknown')).rejects.toThrow(
    'wrong file identifier/HTTP URL specified',
  )
})

test('a photo must be a picture', async () => {
  const { api, 李晓雯 } = stage()
  李晓雯.opens()
  const png = new Uint8Array(32)
  new DataView(png.buffer).setUint32(0, 0x89504e47)
  new DataView(png.buffer).setUint32(16, 900)
  new DataView(png.buffer).setUint32(20, 620)
  const { photo } = await api.sendPhoto(李晓雯.id, new InputFile(png, '图.png'))
  expect(photo).toMatchObject([{ width: 900, height: 620 }])
  const text = new InputFile(new TextEncoder().encode('not a picture'), 'x.png')
  await expect(api.sendPhoto(李晓雯.id, text)).rejects.toThrow('IMAGE_PROCESS_FAILED')
})

test('a whole bot lives on it', async () => {
  const { world, fetch, group, bot: account, 李晓雯 } = stage()
  const bot = new Bot(account.token, { client: { fetch: fetch as never } })
  bot.command('next', (ctx) =>
    ctx.reply('下次：12月4日', { reply_parameters: { message_id: ctx.msgId } }),
  )
  group.adds(account, 李晓雯)
  const asked = 李晓雯.says(group, '/next@zhibu_bot')
  const running = bot.start()
  await expect
    .poll(() => 李晓雯.sees(group).at(-1))
    .toMatchObject({ text: '下次：12月4日', replyTo: asked.id })
  await bot.stop()
  await running
  expect(world.violations).toEqual([])
})

test('a refusal is a GrammyError, a lost line an HttpError, and an abort ends the wait', async () => {
  const { api, world, 李晓雯 } = stage()
  await expect(api.sendMessage(李晓雯.id, 'x')).rejects.toThrow(GrammyError)
  world.faults.next({}, { kind: 'lost' })
  await expect(api.getMe()).rejects.toThrow(HttpError)
  world.faults.next({}, { kind: 'hang' })
  const giveUp = new AbortController()
  const hanging = api.getMe(giveUp.signal as never)
  await turn()
  giveUp.abort()
  await expect(hanging).rejects.toThrow(HttpError)
})

test('any bytes in any number of parts come out as they went in', () => {
  const part = fc.record({
    bytes: fc.uint8Array(),
    name: fc.constantFrom('台账.txt', 'a b.txt', '-'),
  })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const written = parts.flatMap(({ bytes, name }, at) => [
        Buffer.from(
          `${at === 0 ? '' : '\r\n'}--edge\r\ncontent-disposition:form-data;name="f${at}";filename=${name}\r\n\r\n`,
        ),
        Buffer.from(bytes),
      ])
      const body = Buffer.concat([...written, Buffer.from('\r\n--edge--\r\n')])
      const { files } = readMultipart(body, 'multipart/form-data; boundary=edge')
      expect([...files.values()].map(({ name, bytes }) => [name, [...bytes]])).toEqual(
        parts.map(({ name, bytes }) => [name, [...bytes]]),
      )
    }),
  )
})

function hash(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')
}
