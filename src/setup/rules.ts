// The steps of opening a branch, and how long names are shown.

/** In their order; only the code comes before the branch exists. */
export type Step = 'code' | 'name' | 'roster' | 'self' | 'rule' | 'defaults' | 'organiser'

export interface Progress {
  hasRoster: boolean
  founderIsOnRoster: boolean
  hasPlan: boolean
}

/** Where a founder goes on whose form is lost: at what is not there yet. */
export function stepAfter({ hasRoster, founderIsOnRoster, hasPlan }: Progress): Step {
  if (!hasRoster) return 'name'
  if (!founderIsOnRoster) return 'self'
  return hasPlan ? 'organiser' : 'rule'
}

const namesOnPage = 8

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

/** The rules offered as buttons, as somebody would type them. */
export const offeredRules = {
  friday: '每月第一个周五 19:00',
  fifth: '每月5日 15:00',
}
