// Names for buttons: told apart, and eight to a page.

import type { PersonId } from '../../kernel/ids.ts'
import type { Findable } from './name-search.ts'

export interface Pickable extends Findable {
  person: PersonId
}

export const namesOnPage = 8

export interface Page<Item> {
  items: readonly Item[]
  /** From 0. */
  page: number
  pages: number
}

/** One page of names; a page that is no more is the last one. */
export function pageOf<Item>(all: readonly Item[], wanted: number): Page<Item> {
  const pages = Math.max(1, Math.ceil(all.length / namesOnPage))
  const page = Math.min(wanted, pages - 1)
  return { items: all.slice(page * namesOnPage, (page + 1) * namesOnPage), page, pages }
}

/** How each of them is called: 王建国（··81） where the name comes twice. Never for a group. */
export function toldApart<One extends { name: string }>(
  all: readonly One[],
  tailOf: (one: One) => string | undefined,
): (one: One) => string {
  const often = new Map<string, number>()
  for (const { name } of all) often.set(name, (often.get(name) ?? 0) + 1)
  return (one) => {
    if ((often.get(one.name) ?? 0) < 2) return one.name
    const tail = tailOf(one)
    return `${one.name}（${tail ? `··${tail.slice(-2)}` : '无尾号'}）`
  }
}
