// Reads a pasted roster: one line a person, `姓名 后四位`, and names what a human should look at.

import { cleanName, evenedName, type Standing } from '../rules.ts'

export interface RosterLine {
  name: string
  phoneTail?: string
  standing: Standing
}

/** What the secretary should look at; lines are counted from 1, as they were pasted. */
export type RosterDoubt =
  | { kind: 'unreadable'; line: number; text: string }
  | { kind: 'noTail'; lines: number[] }
  /** One name, told apart by the digits. */
  | { kind: 'sameName'; lines: number[]; name: string }
  /** One name and the same digits, or none: taken for one person. */
  | { kind: 'samePerson'; lines: number[]; name: string }
  | { kind: 'idIgnored' }

export interface RosterRead {
  lines: RosterLine[]
  doubts: RosterDoubt[]
  /** How many lines said no standing and count as full members. */
  assumedFull: number
}

interface LineRead {
  name: string
  phoneTail?: string
  standing?: Standing
  hasId: boolean
}

type Numbered = LineRead & { line: number }

const standingWords: Record<string, Standing> = {
  正式: 'full',
  正式党员: 'full',
  预备: 'probationary',
  预备党员: 'probationary',
  发展对象: 'candidate',
  积极分子: 'activist',
  入党积极分子: 'activist',
  申请人: 'applicant',
  入党申请人: 'applicant',
}

const heading = /^姓名/
const listNumber = /^[(（]?\d{1,3}(?:[.、)）]\s*|\s+(?=\D))/
const separators = /[\s,，、;；|:：]+/
const phone = /^(?:\+?86)?1\d{10}$/
const idNumber = /^(?:\d{15}|\d{17}[\dXx])$/
const quotedLength = 20

/** The people in a pasted list. A standing that is not said is 正式. */
export function parseRosterLines(text: string): RosterRead {
  const read: Numbered[] = []
  const unreadable: RosterDoubt[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || heading.test(line.trim())) continue
    const said = readLine(line)
    if (said) read.push({ ...said, line: index + 1 })
    else unreadable.push({ kind: 'unreadable', line: index + 1, text: shortened(line) })
  }
  const people = [...groupedBy(read, samePersonKey).values()].flatMap(([first]) => first ?? [])
  return {
    lines: people.map(personFrom),
    doubts: [...doubtsAbout(read, people), ...unreadable],
    assumedFull: people.filter(({ standing }) => !standing).length,
  }
}

/** A name and the four digits in one line; undefined when there is no name in it. */
export function readLine(line: string): LineRead | undefined {
  const even = line.normalize('NFKC').trim().replace(listNumber, '')
  const words = even.replace(/(\p{Script=Han})(?=\+?\d)/gu, '$1 ').split(separators)
  const said = { name: [] as string[], hasId: false } as {
    name: string[]
    hasId: boolean
    phoneTail?: string
    standing?: Standing
  }
  for (const word of words.filter(Boolean)) {
    const standing = standingWords[word]
    if (standing) said.standing = standing
    else if (idNumber.test(word)) said.hasId = true
    else if (/^\d{4}$/.test(word) || phone.test(word)) said.phoneTail = word.slice(-4)
    else if (/^\d+$/.test(word)) return undefined
    else said.name.push(word)
  }
  const name = nameFrom(said.name)
  return name ? { ...said, name } : undefined
}

/** 王 强 and 王强 are one name; John Smith keeps its space. */
function nameFrom(words: readonly string[]): string | undefined {
  const inHan = words.every((word) => /^[\p{Script=Han}·]+$/u.test(word))
  const name = cleanName(words.join(inHan ? '' : ' '))
  return /[^\d\s\p{P}]/u.test(name) ? name : undefined
}

function doubtsAbout(read: readonly Numbered[], people: readonly Numbered[]): RosterDoubt[] {
  const repeated = (each: readonly Numbered[], key: (line: Numbered) => string) =>
    [...groupedBy(each, key).values()].flatMap((same) =>
      same.length > 1 ? [{ lines: same.map(({ line }) => line), name: same[0]?.name ?? '' }] : [],
    )
  const withoutTail = people.flatMap(({ line, phoneTail }) => (phoneTail ? [] : [line]))
  return [
    ...repeated(read, samePersonKey).map((same) => ({ kind: 'samePerson' as const, ...same })),
    ...repeated(people, sameNameKey).map((same) => ({ kind: 'sameName' as const, ...same })),
    ...(withoutTail.length > 0 ? [{ kind: 'noTail' as const, lines: withoutTail }] : []),
    ...(read.some(({ hasId }) => hasId) ? [{ kind: 'idIgnored' as const }] : []),
  ]
}

function personFrom({ name, phoneTail, standing = 'full' }: LineRead): RosterLine {
  return { name, standing, ...(phoneTail && { phoneTail }) }
}

function samePersonKey({ name, phoneTail = '' }: LineRead): string {
  return `${evenedName(name)} ${phoneTail}`
}

function sameNameKey({ name }: LineRead): string {
  return evenedName(name)
}

function groupedBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  return Map.groupBy(items, key)
}

function shortened(line: string): string {
  const text = cleanName(line)
  return text.length > quotedLength ? `${text.slice(0, quotedLength)}…` : text
}
