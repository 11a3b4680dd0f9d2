// Choosing a person among many: names in two columns, pages, and a search.

import { type Html, html } from '../../kernel/html.ts'
import type { Button, Message } from '../../kernel/message.ts'

const perRow = 2

export interface NamesPage {
  question: Html
  names: readonly Button[]
  page: number
  pages: number
  /** The button that shows another page. */
  turn(page: number): string
  /** The button that asks for a name. */
  search: string
  extra: readonly (readonly Button[])[]
}

export function namesPage(names: NamesPage): Message {
  const { question, page, pages, turn, search, extra } = names
  const to = (label: string, target: number): Button => ({ label, data: turn(target) })
  const turning = [
    ...(page > 0 ? [to('◀ 上页', page - 1)] : []),
    to(`${page + 1}/${pages}`, page),
    ...(page < pages - 1 ? [to('下页 ▶', page + 1)] : []),
  ]
  const many = pages > 1 ? [turning, [{ label: '🔍 找人', data: search }]] : []
  return { text: question, buttons: [...inRows(names.names), ...many, ...extra] }
}

export function nameToFind(back: string): Message {
  return {
    text: html`请发姓名、拼音、首字母或手机后四位，例如：李晓雯、lxw、6281`,
    buttons: [[{ label: '返回', data: back }]],
  }
}

export interface Found {
  typed: string
  names: readonly Button[]
  /** How many more fit. */
  more: number
  back: string
}

export function found({ typed, names, more, back }: Found): Message {
  const all = { label: '看全部', data: back }
  if (names.length === 0) {
    return {
      text: html`没找到“${typed}”。可以换个写法再发一次：姓名、拼音、首字母或手机后四位。`,
      buttons: [[all]],
    }
  }
  const tail = more > 0 ? html`还有 ${more} 位也对得上，请多写一个字再找。` : html`请点名字。`
  return { text: html`“${typed}”：${tail}`, buttons: [...inRows(names), [all]] }
}

/** In rows of two. */
export function inRows(names: readonly Button[]): readonly (readonly Button[])[] {
  const count = Math.ceil(names.length / perRow)
  return Array.from({ length: count }, (_, at) => names.slice(at * perRow, (at + 1) * perRow))
}
