// Files between the page and the chats.

import type { Context } from 'hono'
import { numberAsked, Unable } from './asked.ts'
import type { Player } from './cast.ts'
import type { StoredFile } from './files.ts'
import { partIn, personaNumbered, writing } from './part.ts'
import type { Playground } from './playground.ts'
import type { Stage } from './stage.ts'

export const largestFileBytes = 20 * 1_024 * 1_024
/** What a voice of ours takes, roughly: nobody listens to it here. */
const voiceBytesPerSecond = 4_000

/** Puts the body of a request into a chat as a file. */
export async function receive(c: Context, stage: Stage): Promise<void> {
  const part = writing(partIn(stage, numberAsked(c, 'as'), numberAsked(c, 'chat')))
  const { person } = part.player
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  if (bytes.length === 0) throw new Unable('这个文件是空的。')
  const kind = c.req.query('kind') ?? 'document'
  const file = { name: nameFrom(c.req.query('name')), bytes }
  if (kind === 'voice') {
    person.sendsVoice(part.chat, Math.ceil(bytes.length / voiceBytesPerSecond))
  } else if (kind === 'photo') {
    if (!isPicture(bytes)) throw new Unable('照片要 JPG 或 PNG。别的文件请按文件发。')
    person.sendsPhoto(part.chat, file)
  } else {
    person.sendsDocument(part.chat, file)
  }
}

/** Gives a file to somebody who has it on their screen; taking the workbook is a step of the tour. */
export function download(c: Context, { stage, news }: Playground): Response {
  const player = personaNumbered(stage, numberAsked(c, 'as'))
  const file = fileOf(stage, player, c.req.param('id') ?? '')
  if (!file) throw new Unable('没有这个文件。', 404)
  if (file.kind === 'document') {
    stage.downloads.add(file.id)
    news.announce('tour', {})
  }
  const how = file.kind === 'photo' ? 'inline' : 'attachment'
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': file.mime,
    'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  })
}

function fileOf({ world }: Stage, { person }: Player, id: string): StoredFile | undefined {
  const chats = [world.bot.id, ...person.chats().map((chat) => chat.id)]
  const messages = chats.flatMap((chat) => person.sees(chat))
  return messages.find(({ file }) => file?.id === id)?.file
}

function nameFrom(given: string | undefined): string {
  const name = given?.replaceAll(/[\\/\p{Cc}]/gu, '').trim()
  return name || '文件.dat'
}

function isPicture(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  return (first === 0x89 && second === 0x50) || (first === 0xff && second === 0xd8)
}
