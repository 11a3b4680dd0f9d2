// What is read from a roster, pasted or sent: the people, and what a human should look at.

import type { Office } from '../../kernel/roles.ts'
import { evenedName, type Standing } from '../rules.ts'
import type { Entry, Findings, Remark } from './roster-findings.ts'
import { readPerson } from './roster-person.ts'
import { readText } from './roster-text.ts'

export interface RosterLine {
  name: string
  phoneTail?: string
  standing: Standing
  /** The list did not say it, or not in words we know: it is taken for 正式. */
  standingAssumed?: true
  /** The party group as the list calls it. */
  partyGroup?: string
  office?: Office
}

/** What the secretary should look at; lines are counted from 1, as in the sheet or as pasted. */
export type RosterDoubt =
  | { kind: 'unreadable'; line: number; text: string }
  | { kind: 'noTail'; lines: number[] }
  /** One name, told apart by the digits. */
  | { kind: 'sameName'; lines: number[]; name: string }
  /** One name and the same digits, or none: taken for one person. */
  | { kind: 'samePerson'; lines: number[]; name: string }
  /** There were ID numbers outside a column of their own: not kept. */
  | { kind: 'idIgnored' }
  /** Something is written there, but no name. */
  | { kind: 'noName'; lines: number[] }
  /** Excel drops leading zeros: 123 is taken for 0123. */
  | { kind: 'paddedTail'; lines: number[] }
  /** More or fewer digits than a phone has: not used, so there is no tail. */
  | { kind: 'oddPhone'; lines: number[] }
  /** Several mobile numbers: the first counts. */
  | { kind: 'twoPhones'; lines: number[] }
  /** A standing in unknown words: taken for 正式. */
  | { kind: 'unknownStanding'; lines: number[]; text: string }
  /** A remark as of somebody gone, such as 转出 or 去世: they are taken in all the same. */
  | { kind: 'maybeLeft'; lines: number[]; text: string }
  /** No group is written there: taken for the one above. */
  | { kind: 'groupFromAbove'; lines: number[] }
  /** Words beside the name that were not used; `text` is an example. */
  | { kind: 'unusedWords'; lines: number[]; text: string }
  /** Whole lines that are no people, such as a note at the bottom; `text` is an example. */
  | { kind: 'leftOut'; lines: number[]; text: string }
  /** Other sheets with names: not read. */
  | { kind: 'otherSheets'; tabs: string[] }
  /** No header: the columns were told by what is in them. */
  | { kind: 'noHeader' }
  /** No column of names was found. */
  | { kind: 'noNameColumn' }

export interface RosterRead {
  lines: RosterLine[]
  doubts: RosterDoubt[]
  /** How many said no standing and count as full members. */
  assumedFull: number
  /** Titles of columns like ID numbers, which are not kept; columns of no use are not named. */
  ignored: readonly string[]
}

type BareKind = 'noName' | 'oddPhone' | 'paddedTail' | 'twoPhones' | 'groupFromAbove'
type WordedKind = 'unusedWords' | 'leftOut'

/** In the order in which they are told: what costs people first. */
const bareKinds: readonly BareKind[] = [
  'noName',
  'oddPhone',
  'paddedTail',
  'twoPhones',
  'groupFromAbove',
]
const wordedKinds: readonly WordedKind[] = ['unusedWords', 'leftOut']

/** The people in a pasted list. A standing that is not said is 正式. */
export function parseRosterLines(text: string): RosterRead {
  return rosterFrom(readText(text))
}

/** A name and the four digits in one line; undefined when there is no name in it. */
export function readLine(line: string): { name: string; phoneTail?: string } | undefined {
  const said = readPerson(line)
  return said && { name: said.name, ...(said.phoneTail && { phoneTail: said.phoneTail }) }
}

type Keyed = Entry & { evened: string }

/** Puts together what is one person, and says what a human should look at. */
export function rosterFrom({ entries, remarks, ignored, lacksHeader }: Findings): RosterRead {
  const read = entries.map((entry) => ({ ...entry, evened: evenedName(entry.name) }))
  const people = [...Map.groupBy(read, samePersonKey).values()].flatMap(([first]) => first ?? [])
  const isAssumed = ({ standing, isUnknownStanding }: Entry) => !standing && !isUnknownStanding
  const hasIds = remarks.some(({ kind }) => kind === 'idIgnored')
  return {
    lines: people.map(personFrom),
    doubts: [
      ...doubtsAbout(read, people),
      ...(hasIds ? [{ kind: 'idIgnored' as const }] : []),
      ...doubtsFrom(remarks),
      ...(lacksHeader ? [{ kind: 'noHeader' as const }] : []),
    ],
    assumedFull: people.filter(isAssumed).length,
    ignored: [...new Set(ignored)],
  }
}

function doubtsAbout(read: readonly Keyed[], people: readonly Keyed[]): RosterDoubt[] {
  const withoutTail = people.filter(({ phoneTail, isOddPhone }) => !phoneTail && !isOddPhone)
  return [
    ...repeated(read, samePersonKey).map((same) => ({ kind: 'samePerson' as const, ...same })),
    ...repeated(people, ({ evened }) => evened).map((same) => ({
      kind: 'sameName' as const,
      ...same,
    })),
    ...(withoutTail.length > 0 ? [{ kind: 'noTail' as const, lines: linesOf(withoutTail) }] : []),
  ]
}

function doubtsFrom(remarks: readonly Remark[]): RosterDoubt[] {
  const byKind = Map.groupBy(remarks, ({ kind }) => kind)
  const all = (kind: Remark['kind']) => byKind.get(kind) ?? []
  return [
    ...all('unreadable').map(({ line, text = '' }) => ({
      kind: 'unreadable' as const,
      line,
      text,
    })),
    ...byWords(all('unknownStanding')).map((same) => ({
      kind: 'unknownStanding' as const,
      ...same,
    })),
    ...byWords(all('maybeLeft')).map((same) => ({ kind: 'maybeLeft' as const, ...same })),
    ...bareKinds.flatMap((kind) =>
      all(kind).length > 0 ? [{ kind, lines: linesOf(all(kind)) }] : [],
    ),
    ...wordedKinds.flatMap((kind) => {
      const [first] = all(kind)
      return first ? [{ kind, lines: linesOf(all(kind)), text: first.text ?? '' }] : []
    }),
  ]
}

function byWords(remarks: readonly Remark[]): { lines: number[]; text: string }[] {
  const same = Map.groupBy(remarks, ({ text = '' }) => text)
  return [...same].map(([text, each]) => ({ lines: linesOf(each), text }))
}

/** What comes more than once, with its lines. */
function repeated(
  entries: readonly Keyed[],
  key: (entry: Keyed) => string,
): { lines: number[]; name: string }[] {
  return [...Map.groupBy(entries, key).values()].flatMap((same) =>
    same.length > 1 ? [{ lines: linesOf(same), name: same[0]?.name ?? '' }] : [],
  )
}

function linesOf(all: readonly { line: number }[]): number[] {
  return [...new Set(all.map(({ line }) => line))]
}

function personFrom({ name, phoneTail, standing, partyGroup, office }: Entry): RosterLine {
  return {
    name,
    ...(phoneTail && { phoneTail }),
    standing: standing ?? 'full',
    ...(!standing && { standingAssumed: true }),
    ...(partyGroup && { partyGroup }),
    ...(office && { office }),
  }
}

function samePersonKey({ evened, phoneTail = '' }: Keyed): string {
  return `${evened} ${phoneTail}`
}
