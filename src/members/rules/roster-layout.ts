// Where in a sheet the header is, and which columns hold what; blocks may stand side by side.

import { looksLikeName } from './roster-person.ts'
import { isIdNumber, phonesIn } from './roster-phones.ts'
import { bare, isGroupName, type Role, roleOf, standingFrom } from './roster-words.ts'

/** A sheet as text; merged cells are counted from 0, ends included, their text is in the first. */
export interface RosterSheet {
  tab: string
  rows: readonly (readonly string[])[]
  merges: readonly Merge[]
  /** Which line a row began in, where that is not its place. */
  lines?: readonly number[]
}

export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** The columns of one person in a row. */
export interface Block {
  name: number
  /** The columns with phones, the surest first. */
  phones: readonly { column: number; listsTails: boolean }[]
  partyGroup?: number
  standing?: number
  office?: number
  remark?: number
  /** From there up to, but without, the other. */
  from: number
  until: number
}

export interface Layout {
  blocks: readonly Block[]
  /** By column; '' where there is none. */
  titles: readonly string[]
  roles: readonly (Role | undefined)[]
  /** The first row below the header. */
  bodyFrom: number
  hasHeader: boolean
}

/** The surest first. */
const phoneRoles: readonly Role[] = ['tail', 'mobile', 'phone']
const headerWithin = 20
const sample = 200

/** The header is the first row with a column of names; without one the contents tell. */
export function layoutOf({ rows, merges }: RosterSheet): Layout | undefined {
  const at = rows.slice(0, headerWithin).findIndex((row) => row.some(isNameTitle))
  return at < 0 ? layoutByContent(rows) : layoutByHeader(rows, merges, at)
}

export function isNameTitle(cell: string): boolean {
  return cell.length <= 40 && roleOf(cell) === 'name'
}

function layoutByHeader(rows: RosterSheet['rows'], merges: readonly Merge[], at: number): Layout {
  const header = rows[at] ?? []
  const second = secondHeader(rows, merges, at)
  const columns = header.map((_, column) => titleIn(rows, second ?? at, at, column))
  const roles = columns.map(({ role }) => role)
  const titles = columns.map(({ title }) => title)
  const bodyFrom = (second ?? at) + 1
  return {
    blocks: blocksOf(roles, titles, rows.slice(bodyFrom)),
    titles,
    roles,
    bodyFrom,
    hasHeader: true,
  }
}

/** A header of two rows: below 联系方式 stand 手机 and 座机, below 姓名 nothing. */
function secondHeader(
  rows: RosterSheet['rows'],
  merges: readonly Merge[],
  at: number,
): number | undefined {
  const name = (rows[at] ?? []).findIndex(isNameTitle)
  const isOn = ({ top, left, right }: Merge) => top === at && left <= name && name <= right
  const bottom = merges.find(isOn)?.bottom ?? at
  if (bottom > at && bottom < headerWithin * 2) return bottom
  const below = rows[at + 1] ?? []
  const isTitled = below.some((cell) => roleOf(cell) !== undefined)
  return isTitled && !below[name] && !below.some((cell) => /\d{4}/.test(cell)) ? at + 1 : undefined
}

/** The lowest title we know; a column without one in the header's row may have it just above. */
function titleIn(
  rows: RosterSheet['rows'],
  last: number,
  first: number,
  column: number,
): { title: string; role?: Role } {
  const cellOn = (row: number) => rows[row]?.[column] ?? ''
  const within = Array.from({ length: last - first + 1 }, (_, up) => cellOn(last - up))
  const isBlank = within.every((cell) => cell === '')
  const candidates = isBlank ? [cellOn(first - 1)] : within
  for (const title of candidates) {
    const role = roleOf(title)
    if (role) return { title, role }
  }
  return { title: isBlank ? '' : (candidates.find((cell) => cell !== '') ?? '') }
}

type Rows = RosterSheet['rows']

function blocksOf(
  roles: readonly (Role | undefined)[],
  titles: readonly string[],
  body: Rows,
): Block[] {
  const names = roles.flatMap((role, column) => (role === 'name' ? [column] : []))
  const starts = names.map((name, at) => (at === 0 ? 0 : startBefore(name, names, titles)))
  const first = blockOf(roles, body, {
    name: names[0] ?? 0,
    from: 0,
    until: starts[1] ?? roles.length,
  })
  return names.map((name, at) => {
    const from = starts[at] ?? 0
    if (at === 0) return first
    const block = blockOf(roles, body, { name, from, until: starts[at + 1] ?? roles.length })
    return { ...sharedOf(first), ...block }
  })
}

/** What stands left of the first block's names counts for the whole row. */
function sharedOf({ name, partyGroup, standing }: Block): Partial<Block> {
  return {
    ...(partyGroup !== undefined && partyGroup < name && { partyGroup }),
    ...(standing !== undefined && standing < name && { standing }),
  }
}

/** A further block begins as far left of its names as its titles repeat those of the first one. */
function startBefore(name: number, names: readonly number[], titles: readonly string[]): number {
  const first = names[0] ?? 0
  const previous = names[names.indexOf(name) - 1] ?? 0
  let start = name
  while (start - 1 > previous && isRepeated(titles, first - (name - start + 1), start - 1))
    start -= 1
  return start
}

function isRepeated(titles: readonly string[], one: number, other: number): boolean {
  const [first, second] = [bare(titles[one] ?? ''), bare(titles[other] ?? '')]
  return first !== '' && first === second
}

type Span = Pick<Block, 'name' | 'from' | 'until'>

function blockOf(roles: readonly (Role | undefined)[], body: Rows, span: Span): Block {
  const withRole = (role: Role) =>
    roles.flatMap((one, column) =>
      one === role && column >= span.from && column < span.until ? [column] : [],
    )
  const phones = phoneRoles.flatMap((role) => withRole(role).slice(0, 1))
  const found = {
    partyGroup: withRole('partyGroup')[0],
    standing: bestOf(withRole('standing'), body, (cell) => standingFrom(cell) !== undefined),
    office: [...withRole('office'), ...withRole('duty')][0],
    remark: withRole('remark')[0],
  }
  const known = Object.entries(found).filter(([, column]) => column !== undefined)
  return {
    ...span,
    phones: phones.map((column) => ({
      column,
      listsTails: roles[column] === 'tail' || listsTails(body, column),
    })),
    ...Object.fromEntries(known),
  }
}

/** 政治面貌 beside 类别: the column whose words we know. */
function bestOf(
  columns: readonly number[],
  body: Rows,
  fits: (cell: string) => boolean,
): number | undefined {
  const counted = columns.map((column) => ({ column, count: matching(body, column, fits) }))
  return counted.reduce<(typeof counted)[number] | undefined>(
    (best, one) => (best && best.count >= one.count ? best : one),
    undefined,
  )?.column
}

function listsTails(body: Rows, column: number): boolean {
  const isLong = (cell: string) => cell.replace(/\D/g, '').length > 4
  return matching(body, column, isLong) === 0
}

function matching(body: Rows, column: number, fits: (cell: string) => boolean): number {
  return body.slice(0, sample).filter((row) => fits((row[column] ?? '').slice(0, 100))).length
}

/** Without a header: names stand where nearly all cells are different names, beside digits or alone. */
function layoutByContent(rows: Rows): Layout | undefined {
  const width = rows[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, column) => contentOf(rows, column))
  const holding = (role: Role) => columns.indexOf(role)
  const name = holding('name')
  const isAlone = columns.every((role, column) => column === name || role === 'index' || !role)
  if (name < 0 || (holding('mobile') < 0 && holding('phone') < 0 && !isAlone)) return undefined
  const block = blockOf(columns, rows, { name, from: 0, until: width })
  return {
    blocks: [block],
    titles: columns.map(() => ''),
    roles: columns,
    bodyFrom: 0,
    hasHeader: false,
  }
}

function contentOf(rows: Rows, column: number): Role | undefined {
  const cells = rows.slice(0, sample).flatMap((row) => row[column]?.slice(0, 100) || [])
  const share = (fits: (cell: string) => boolean) => cells.filter(fits).length / (cells.length || 1)
  const areDifferent = new Set(cells).size >= cells.length * 0.7
  if (areDifferent && cells.length > 1 && share(looksLikeName) > 0.6) return 'name'
  if (share(isIdNumber) > 0.5) return 'sensitive'
  if (share((cell) => /\d{7}/.test(cell) && hasTail(cell)) > 0.5) return 'mobile'
  if (share((cell) => hasTail(cell) && !isYear(cell)) > 0.5) return 'phone'
  if (share((cell) => /^\d{1,3}$/.test(cell)) > 0.8) return 'index'
  if (share((cell) => isGroupName(cell)) > 0.5) return 'partyGroup'
  if (share((cell) => standingFrom(cell) !== undefined) > 0.5) return 'standing'
  return cells.length > 0 ? 'other' : undefined
}

function hasTail(cell: string): boolean {
  return phonesIn(cell, false).tail !== undefined
}

function isYear(cell: string): boolean {
  return /^(?:19|20)\d\d/.test(cell)
}
