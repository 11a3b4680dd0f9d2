// Telegram's HTML dialect, read as TDLib's parse_html does: text and entities in UTF-16 units.

import type { MessageEntity } from 'grammy/types'
import { badRequest } from '../refusal.ts'

export interface Formatted {
  text: string
  entities: MessageEntity[]
}

interface OpenTag {
  name: string
  argument: string
  offset: number
  inside: string | undefined
}

interface Tag {
  name: string
  argument: string
  end: number
}

const styles: Record<
  string,
  'bold' | 'italic' | 'strikethrough' | 'underline' | 'spoiler' | 'code'
> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  u: 'underline',
  ins: 'underline',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  code: 'code',
}
const otherTags = ['a', 'pre', 'blockquote', 'tg-emoji']
/** The attribute that matters, by tag. */
const argumentOf: Record<string, string> = {
  a: 'href',
  code: 'class',
  span: 'class',
  'tg-emoji': 'emoji-id',
  blockquote: 'expandable',
}

/** Entities come in the order of their end tags. Throws "can't parse entities: …" with the byte offset, as the real server does. */
export function parseHtml(html: string): Formatted {
  const open: OpenTag[] = []
  const entities: MessageEntity[] = []
  let text = ''
  let at = 0
  for (let tagAt = html.indexOf('<'); tagAt >= 0; tagAt = html.indexOf('<', at)) {
    text += decoded(html.slice(at, tagAt))
    if (html[tagAt + 1] === '/') {
      const tag = open.at(-1)
      at = endTag(html, tagAt, tag)
      open.pop()
      if (tag && text.length > tag.offset) addEntity(entities, tag, text)
    } else {
      const { end, ...tag } = startTag(html, tagAt)
      open.push({ ...tag, offset: text.length, inside: open.at(-1)?.name })
      at = end
    }
  }
  text += decoded(html.slice(at))
  const unclosed = open.at(-1)
  if (unclosed) throw fail(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  return { text, entities }
}

function startTag(html: string, at: number): Tag {
  const written = /^[^\s>]*/.exec(html.slice(at + 1))?.[0] ?? ''
  const afterName = at + 1 + written.length
  if (afterName >= html.length) throw fail('Unclosed start tag', html, at)
  const name = written.toLowerCase()
  if (!(name in styles) && !otherTags.includes(name)) {
    throw fail(`Unsupported start tag "${name}"`, html, at)
  }
  const { argument, end } = attributes(html, afterName, argumentOf[name])
  if (html[end] !== '>') throw fail('Unclosed start tag', html, at)
  if (name === 'span' && argument !== 'tg-spoiler') {
    throw fail('Tag "span" must have class "tg-spoiler"', html, at)
  }
  return { name, argument, end: end + 1 }
}

/** The value of the one attribute that matters, and where the attributes end. */
function attributes(html: string, from: number, wanted: string | undefined) {
  const attribute = /\s*([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?\s*|\s+/y
  let argument = ''
  let end = from
  attribute.lastIndex = from
  for (let found = attribute.exec(html); found; found = attribute.exec(html)) {
    const [, name, ...values] = found
    if (name !== undefined && name === wanted) argument = decoded(values.find(Boolean) ?? 'yes')
    end = attribute.lastIndex
  }
  return { argument, end }
}

/** Where the text goes on after the tag. */
function endTag(html: string, at: number, expected: OpenTag | undefined): number {
  if (!expected) throw fail('Unexpected end tag', html, at)
  const found = /^<\/([^\s>]*)\s*>/.exec(html.slice(at))
  if (!found) throw fail('Unclosed end tag', html, at)
  const name = (found[1] ?? '').toLowerCase()
  if (name !== '' && name !== expected.name) {
    const offset = byteOffset(html, at)
    throw fail(
      `Unmatched end tag at byte offset ${offset}, expected "</${expected.name}>", found "</${name}>"`,
    )
  }
  return at + found[0].length
}

function addEntity(entities: MessageEntity[], tag: OpenTag, text: string): void {
  const { name, argument, offset, inside } = tag
  const place = { offset, length: text.length - offset }
  const style = styles[name]
  if (name === 'pre') addPre(entities, place)
  else if (name === 'blockquote') {
    entities.push({ type: argument ? 'expandable_blockquote' : 'blockquote', ...place })
  } else if (name === 'tg-emoji') {
    entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: argument })
  } else if (name === 'a') addLink(entities, place, argument || text.slice(offset))
  else if (inside === 'pre' && argument.startsWith('language-')) {
    entities.push({ type: 'pre', ...place, language: argument.slice('language-'.length) })
  } else if (style) entities.push({ type: style, ...place })
}

/** `<pre><code class="language-x">` is one entity. */
function addPre(entities: MessageEntity[], place: { offset: number; length: number }): void {
  const inner = entities.at(-1)
  const isSame = inner?.offset === place.offset && inner.length === place.length
  if (!isSame || inner.type !== 'pre' || !inner.language) entities.push({ type: 'pre', ...place })
}

/** A link nobody could open is left out without a word. */
function addLink(
  entities: MessageEntity[],
  place: { offset: number; length: number },
  url: string,
): void {
  const mentioned = /^tg:\/\/user\?id=(\d+)$/.exec(url)?.[1]
  if (mentioned) {
    const user = { id: Number(mentioned), is_bot: false, first_name: '' }
    entities.push({ type: 'text_mention', ...place, user })
  } else if (
    /^(?:https?|tg|ton):\/\/\S+$/i.test(url) ||
    /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(url)
  ) {
    entities.push({
      type: 'text_link',
      ...place,
      url: url.includes('://') ? url : `http://${url}/`,
    })
  }
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi,
    (whole, hex, decimal, name) => {
      if (name) return named[name] ?? whole
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

function fail(what: string, html?: string, at?: number) {
  const where =
    html === undefined || at === undefined ? '' : ` at byte offset ${byteOffset(html, at)}`
  return badRequest(`can't parse entities: ${what}${where}`)
}

function byteOffset(html: string, at: number): number {
  return Buffer.byteLength(html.slice(0, at))
}
