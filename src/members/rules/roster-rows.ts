// Reads the rows of a sheet as a person would: whom each row names, and what is no person at all.

import type { Standing } from '../rules.ts'
import {
  type Above,
  type Entry,
  entryFrom,
  type Findings,
  headedBy,
  note,
  noteSaid,
  nothingFound,
  type Remark,
} from './roster-findings.ts'
import {
  type Block,
  isNameTitle,
  type Layout,
  layoutOf,
  type RosterSheet,
} from './roster-layout.ts'
import { type Cells, mergedCells } from './roster-merges.ts'
import { type PersonRead, quoted, readPerson } from './roster-person.ts'
import { isIdNumber, type PhonesRead, phonesIn } from './roster-phones.ts'
import { isNote, officeFrom, standingFrom } from './roster-words.ts'

interface Reading {
  sheet: RosterSheet
  layout: Layout
  cells: Cells
  above: Above
  found: Findings
  /** The people of each block, with their rows counted from 0. */
  inBlocks: { entry: Entry; at: number }[][]
}

const groupLength = 32
const longestHanName = 6
const numbering = /^[A-Za-z]?\d{1,4}[.、]?$/
const nothing = /^[\s\-—–/\\.。、]*$|^[无空]$/

/** The people of a sheet, and what to look at; undefined when there is no column of names. */
export function readRows(sheet: RosterSheet): Findings | undefined {
  const layout = layoutOf(sheet)
  if (!layout) return undefined
  const reading: Reading = {
    sheet,
    layout,
    cells: mergedCells(sheet),
    above: { people: 0 },
    found: nothingFound(),
    inBlocks: layout.blocks.map(() => []),
  }
  const body = [...sheet.rows.entries()].slice(layout.bodyFrom)
  for (const [at, row] of body) readRow(reading, row, at)
  for (const index of layout.blocks.keys()) fillGroups(reading, index)
  for (const column of layout.titles.keys()) noteIds(reading, column)
  return { ...reading.found, ...(!layout.hasHeader && { lacksHeader: true }) }
}

function readRow(reading: Reading, row: readonly string[], at: number): void {
  const { layout, above, found } = reading
  const filled = row.flatMap((cell, column) => (cell === '' ? [] : [column]))
  const [first] = filled
  if (first === undefined) return
  const text = row[first] ?? ''
  const isAlone = filled.length === 1
  if (isAlone && (isNote(text) || headedBy(above, text, found.entries.length))) return
  if (isAlone && isTitle(reading, at, first)) {
    noteRow(reading, at, 'leftOut', text)
    return
  }
  for (const [index, block] of layout.blocks.entries()) {
    readBlock(reading, { row, at, block, index })
  }
}

/** Whether text that stands alone in a row is about the list, not in it. */
function isTitle({ layout, cells, sheet }: Reading, at: number, column: number): boolean {
  const text = sheet.rows[at]?.[column] ?? ''
  const role = layout.roles[column]
  if (role !== 'name') return (role ?? 'index') === 'index' && !numbering.test(text)
  const isWide = cells.widthOf(at, column) > cells.widthOf(layout.bodyFrom - 1, column)
  return isWide || (/^\p{Script=Han}+$/u.test(text) && [...text].length > longestHanName)
}

interface InBlock {
  row: readonly string[]
  at: number
  block: Block
  index: number
}

function readBlock(reading: Reading, place: InBlock): void {
  const { row, at, block } = place
  const cell = row[block.name] ?? ''
  const first = row.findIndex((one, column) => one !== '' && column >= block.from)
  const isLabel = first !== block.name && /[:：]$/.test(row[first] ?? '')
  if (isLabel || isNote(row[first] ?? '') || isNote(cell) || isNameTitle(cell)) return
  const said = readPerson(cell)
  if (nothing.test(cell)) noteNameless(reading, place)
  else if (said) addPerson(reading, place, said)
  else noteRow(reading, at, 'unreadable', cell)
}

/** A row with its number and group only is a line still to be filled in. */
function noteNameless(reading: Reading, { row, at, block }: InBlock): void {
  const { layout, cells } = reading
  if (cells.hangsBelow(at, block.name)) return
  const says = (cell: string, column: number) => {
    const role = layout.roles[column]
    const isNumber = (role ?? 'index') === 'index' && numbering.test(cell)
    return !nothing.test(cell) && role !== 'partyGroup' && !isNumber
  }
  const isSaid = row.some(
    (cell, column) => column >= block.from && column < block.until && says(cell, column),
  )
  if (isSaid) noteRow(reading, at, 'noName')
}

function addPerson(reading: Reading, place: InBlock, said: PersonRead): void {
  const { found, above, inBlocks } = reading
  const { row, at, block, index } = place
  const line = lineOf(reading, at)
  const { tail, flaw, hasId } = phonesOf(place)
  const { standing, unknown } = standingOf(reading, place)
  const entry = entryFrom({
    line,
    name: said.name,
    phoneTail: tail ?? said.phoneTail,
    standing: standing ?? said.standing ?? above.standing,
    partyGroup: groupOf(reading, place) ?? said.partyGroup ?? above.partyGroup,
    office: officeOf(reading, place) ?? said.office,
  })
  found.entries.push(entry)
  inBlocks[index]?.push({ entry, at })
  if (flaw) note(found, { kind: flaw, line })
  if (flaw === 'oddPhone') entry.isOddPhone = true
  if (unknown && !entry.standing) {
    entry.isUnknownStanding = true
    note(found, { kind: 'unknownStanding', line, text: unknown })
  }
  const beside = row.filter(
    (_, column) => column >= block.from && column < block.until && column !== block.name,
  )
  noteSaid(found, line, { ...said, hasId: said.hasId || hasId }, beside)
}

/** The first phone that gives a tail; a flaw counts only when there is none. */
function phonesOf({ row, block }: InBlock): PhonesRead {
  const read = block.phones.map(({ column, listsTails }) => phonesIn(row[column] ?? '', listsTails))
  const hasId = read.some((one) => one.hasId)
  const best = read.find(({ tail }) => tail) ?? read.find(({ flaw }) => flaw)
  return { ...best, hasId }
}

/** The words of its own column; a remark counts only when it is nothing but a standing. */
function standingOf(
  { cells }: Reading,
  { row, at, block }: InBlock,
): { standing?: Standing | undefined; unknown?: string } {
  const text = block.standing === undefined ? '' : cells.said(at, block.standing)
  const remark = block.remark === undefined ? '' : (row[block.remark] ?? '')
  const standing = standingFrom(text) ?? standingFrom(remark)
  return standing || nothing.test(text) ? { standing } : { unknown: text }
}

function groupOf({ cells }: Reading, { at, block }: InBlock): string | undefined {
  const text = block.partyGroup === undefined ? '' : cells.said(at, block.partyGroup)
  return nothing.test(text) ? undefined : text
}

function officeOf({ cells }: Reading, { at, block }: InBlock) {
  return block.office === undefined ? undefined : officeFrom(cells.said(at, block.office))
}

/** A csv loses merges: where every group is named once, in its first row, it goes on below. */
function fillGroups(reading: Reading, index: number): void {
  const { layout, sheet } = reading
  const column = layout.blocks[index]?.partyGroup
  const people = reading.inBlocks[index] ?? []
  if (column === undefined) return
  const said = people.map(({ at }) => sheet.rows[at]?.[column] ?? '')
  const named = said.filter((text) => !nothing.test(text))
  const isMerged = sheet.merges.some(
    ({ left, right, top, bottom }) =>
      left <= column && column <= right && top >= layout.bodyFrom && bottom > top,
  )
  if (isMerged || nothing.test(said[0] ?? '') || new Set(named).size < named.length) return
  let last = ''
  for (const { entry, at } of people) {
    const text = sheet.rows[at]?.[column] ?? ''
    if (!nothing.test(text)) last = quoted(text, groupLength)
    else if (!entry.partyGroup) {
      entry.partyGroup = last
      noteRow(reading, at, 'groupFromAbove')
    }
  }
}

/** Columns of ID numbers are named, by their title or by what is in them. */
function noteIds(reading: Reading, column: number): void {
  const { layout, sheet, found } = reading
  const cells = sheet.rows.slice(layout.bodyFrom).flatMap((row) => row[column] || [])
  const ids = cells.filter(isIdNumber).length
  const isOfIds =
    ids * 2 > cells.length || (layout.roles[column] === 'sensitive' && cells.length > 0)
  if (isOfIds) found.ignored.push(quoted(layout.titles[column] ?? '') || '身份证号')
  else if (ids > 0) noteRow(reading, layout.bodyFrom, 'idIgnored')
}

function lineOf({ sheet }: Reading, at: number): number {
  return sheet.lines?.[at] ?? at + 1
}

function noteRow(reading: Reading, at: number, kind: Remark['kind'], text?: string): void {
  note(reading.found, { kind, line: lineOf(reading, at), ...(text !== undefined && { text }) })
}
